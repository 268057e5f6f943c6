"""What the city of a data folder is (`city.toml`): its names and codes, and the files its map is drawn from."""

import tomllib
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from dashboard.language import COMPLETE, LANGUAGES
from dashboard.text_file import text_of

FILE = "city.toml"


def _in_geo(file: str) -> str:
    """Refuse files outside `geo/`: only that folder is part of the data version."""
    if not file.startswith("geo/") or ".." in file.split("/"):
        raise ValueError("the file must lie in the folder geo/")
    return file


def _spoken(language: str) -> str:
    """Refuse languages that the stand has no words of."""
    if language not in LANGUAGES:
        raise ValueError(f"the stand does not speak {language!r}; it speaks {', '.join(LANGUAGES)}")
    return language


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
    """The region's towns and the larger areas around them; without a file, maps show dots on plain ground."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    towns: Layer | None = None
    outlines: tuple[Layer, ...] = ()


class Way(BaseModel):
    """Whose way from studying to working is followed, and in which region."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    market: str
    region: str


class First(BaseModel):
    """What the pages show first, as codes; empty where the data's own order decides."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    market: str = ""
    arrivals: str = ""
    way: Way | None = None


class Organisation(BaseModel):
    """Who serves the companies, in the languages of the data."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    en: str
    de: str


class StandLanguages(BaseModel):
    """The languages of the stand, in their order."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    languages: Annotated[tuple[Annotated[str, AfterValidator(_spoken)], ...], Field(min_length=1)] = COMPLETE


class City(BaseModel):
    """`place` as in places.csv, `country` a code of markets.csv or ISO 3166, `region` as in regions.csv; `address`:
    where its dashboard is on the web, for links from other cities."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    place: str
    country: str
    region: str
    address: Annotated[str, Field(pattern=r"^(https?://\S+)?$")] = ""
    organisation: Organisation
    map: Map = Map()
    first: First = First()
    stand: StandLanguages = StandLanguages()


def read_city(folder: Path) -> City:
    """The city of a data folder.

    Raises
    ------
    ValueError
        when `city.toml` is missing, no TOML, or lacks something; the message says what, in plain words.
    """
    path = folder / FILE
    try:
        raw = tomllib.loads(text_of(path))
    except FileNotFoundError:
        raise ValueError("the file is missing") from None
    except OSError as error:
        raise ValueError(f"the file cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"the file is no TOML: {error}") from None
    named = raw.pop("city", None)
    try:
        return City.model_validate({**(named if isinstance(named, dict) else {}), **raw})
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()]
        raise ValueError("; ".join(wrong)) from None
