"""The profiles of the stand: which scenes, in which order, for how long; one per fair, in one TOML file."""

import tomllib
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dashboard.text_file import text_of

Show = Literal["origins", "welcome", "world", "market", "themes", "region", "dates"]


class Scene(BaseModel):
    """One picture of the loop."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    show: Show
    seconds: float = Field(ge=4, le=120)
    market: str = Field("", pattern="^([A-Z]{2})?$")
    first: str = ""

    @model_validator(mode="after")
    def names_where_needed(self) -> Self:
        """A market scene names its market, no other does; only the themes may name their first one."""
        if (self.show == "market") != bool(self.market):
            raise ValueError('a scene names a market if, and only if, it has show = "market"')
        if self.first and self.show != "themes":
            raise ValueError('a scene names a first theme only if it has show = "themes"')
        return self


class Profile(BaseModel):
    """The loop of one fair."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(max_length=40)
    event: str = ""
    language: str
    scenes: tuple[Scene, ...] = Field(min_length=1)


class ProfileError(ValueError):
    """The file of profiles cannot be used; the message says where and why."""


def general(markets: Iterable[str], language: str) -> Profile:
    """The loop where no file says another: everything there is, each core market by itself."""
    shows = [{"show": show} for show in ("origins", "welcome", "world")]
    shows += [{"show": "market", "market": market} for market in markets]
    shows += [{"show": show} for show in ("themes", "region", "dates")]
    scenes = [{**show, "seconds": 14} for show in shows]
    return Profile.model_validate({"title": "", "language": language, "scenes": scenes})


def read_profiles(
    path: Path, markets: Collection[str], themes: Collection[str], languages: Collection[str]
) -> dict[str, Profile]:
    """Every profile of the file by its name, in its order. Raises ProfileError, also for what the data do not know."""
    try:
        tables = tomllib.loads(text_of(path))
        profiles = {name: Profile.model_validate(table) for name, table in tables.items()}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProfileError(f"{path.name}: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise ProfileError(f"{path.name}: {place}: {first['msg']}") from None
    if not profiles:
        raise ProfileError(f"{path.name}: no profile in it")
    for name, profile in profiles.items():
        if profile.language not in languages:
            raise ProfileError(f"{path.name}: {name}: language: the stand speaks {', '.join(languages)} (city.toml)")
        for scene in profile.scenes:
            if scene.market and scene.market not in markets:
                raise ProfileError(f"{path.name}: {name}: no market “{scene.market}” in data/markets.csv")
            if scene.first and scene.first not in themes:
                raise ProfileError(f"{path.name}: {name}: no theme “{scene.first}” in data/themes.csv")
    return profiles
