"""What the city of a data folder is (`city.toml`): its names and codes, and the files its map is drawn from."""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError


def _in_geo(file: str) -> str:
    """Refuse files outside `geo/`: only that folder is part of the data version."""
    if not file.startswith("geo/") or ".." in file.split("/"):
        raise ValueError("the file must lie in the folder geo/")
    return file


class Layer(BaseModel):
    """A boundary file: which of its columns hold an area's code and name, and whom to credit.

    `layer` names the one to read of a file that holds several.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    file: Annotated[str, AfterValidator(_in_geo)]
    layer: str | None = None
    code: str
    name: str
    credit: str


class Map(BaseModel):
    """The region's towns and the larger areas around them."""

    model_config = ConfigDict(frozen=True, extra="allow")
    towns: Layer
    outlines: tuple[Layer, ...] = ()


class City(BaseModel):
    """`place` as in places.csv, `country` a code of markets.csv or ISO 3166, `region` as in regions.csv."""

    model_config = ConfigDict(frozen=True, extra="allow")
    place: str
    country: str
    region: str
    map: Map


def read_city(folder: Path) -> City:
    """The city of a data folder.

    Raises
    ------
    ValueError
        when `city.toml` is missing, no TOML, or lacks something; the message says what, in plain words.
    """
    path = folder / "city.toml"
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ValueError("the file is missing") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"the file is no TOML: {error}") from None
    named = raw.get("city")
    try:
        return City.model_validate({**(named if isinstance(named, dict) else {}), "map": raw.get("map")})
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()]
        raise ValueError("; ".join(wrong)) from None
