"""The city this data folder is about: `city.toml` beside the CSVs."""

import tomllib
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

FILE = "city.toml"


class City(BaseModel):
    """Its section `[city]`: the place itself, its own country and its own area, as codes of the tables.

    Other sections and keys are left to whoever reads them.
    """

    place: str = Field(min_length=1)
    country: str = Field(min_length=1)
    region: str = Field(min_length=1)


def read_city(folder: Path) -> City:
    """The city of a data folder.

    Raises
    ------
    ValueError
        when `city.toml` is missing, no TOML, or lacks one of the keys.
    """
    path = folder / FILE
    try:
        return City.model_validate(tomllib.loads(path.read_text(encoding="utf-8")).get("city", {}))
    except FileNotFoundError:
        raise ValueError(f"{path} is missing: it names the city, its country and its region") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{path} is no readable TOML: {error}") from None
    except ValidationError as error:
        told = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'city'}: {e['msg']}" for e in error.errors())
        raise ValueError(f"{path}, section [city]: {told}") from None
