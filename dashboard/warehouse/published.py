"""What one city has published, as far as questions across cities need to know it; and several of these as one version.

Where it lies (`at`) is a file for DuckDB and a version of a lake for an engine elsewhere; all else is the same.
"""

import hashlib
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

import duckdb

from dashboard.language import Vocabulary
from dashboard.settings import settings
from dashboard.values import Market, Said, Text
from dashboard.warehouse.city import City
from dashboard.warehouse.engine.engine import Engine
from dashboard.warehouse.engine.fault import Refused
from dashboard.warehouse.memory import Memory
from dashboard.warehouse.package import Package
from dashboard.warehouse.snapshot import Snapshot

VIEWS = ("city_list", "city_site", "city_cover")  # of each city, put below one another
MACROS = (
    "chosen_of",
    "within",
    "sites_of",
    "cities_of",
)  # what their questions call, in the order in which they need each other
FIRST_S = "periods"  # the table that questions across cities read of the first city only
Shapes = Mapping[str, Mapping[str, str]]  # view -> column -> type
At = TypeVar("At")


class Unreadable(ValueError):
    """Why a city cannot take part; `said` says it in any language. `passes`: it may be otherwise soon, though the city
    publishes nothing."""

    def __init__(self, said: Said, *, passes: bool = False) -> None:
        super().__init__(said)
        self.said, self.passes = said, passes


OTHER = Said("another version of the dashboard published it; its own server is to be brought up to date and restarted")


@dataclass(frozen=True)
class Published(Generic[At]):
    """A city's published version: where it lies, and what it says of the city."""

    at: At
    version: str
    city: City
    package: Package
    words: Vocabulary
    shapes: Shapes


class Source(Protocol[At]):
    """Where one city publishes."""

    @property
    def name(self) -> str:
        """What to call the city as long as nothing of it can be read."""
        ...

    def noted(self) -> Hashable:
        """What is another one once the city has published; asked often."""
        ...

    def read(self, own: Snapshot) -> Published[At]:
        """What the city published last, if it has the form of our `own`.

        Raises Unreadable; duckdb.Error or BuildError where it is not this city's fault.
        """
        ...

    def holds(self, found: Published[At]) -> bool:
        """Whether what was read before still lies there."""
        ...


Join = Callable[[Sequence[Published[At]]], Engine]


def told_by(opened: Snapshot, own: Snapshot, at: At) -> Published[At]:
    """What an opened version says of its city. Raises Unreadable where it is not of the form of our own."""
    try:
        found = Published(at, opened.version, opened.city, opened.package, opened.vocabulary, shapes_of(opened))
    except (duckdb.CatalogException, duckdb.BinderException, Refused) as error:
        raise Unreadable(OTHER) from error
    if found.shapes != shapes_of(own):
        raise Unreadable(OTHER)
    return found


def shapes_of(opened: Snapshot) -> Shapes:
    """The columns of the views, with their types. Raises duckdb.CatalogException where there is no such view."""

    def asked() -> Shapes:
        return {view: opened.columns(f"select * from {view} limit 0") for view in VIEWS}  # noqa: S608 (our own words)

    return opened.memory.get(("shapes of the cities' views",), asked)


def below(view: str, columns: Sequence[str], named: Callable[[int, str], str], count: int) -> str:
    """The rows of every city, those of one after those of the other; `named`: what the view of a city is called."""
    told = ", ".join(columns)
    return " union all ".join(f"select {told} from {named(number, view)}" for number in range(count))  # noqa: S608


def as_one(cities: Sequence[Published[At]], engine: Engine, looks: Mapping[str, Market], home: int = 0) -> Snapshot:
    """The cities as one version that the engine holds. `looks`: the markets with the colours of the pages around;
    `home`: which city's words go before those of others."""
    version, first = version_of(cities), cities[home]
    words = _merged(version, [first.words, *(one.words for one in cities if one is not first)])
    memory = Memory(settings().cache_mb / 4)
    return Snapshot(engine, version, first.package, looks, words, first.city, memory)


def version_of(cities: Sequence[Published[At]]) -> str:
    """The version of all of them together (16 hex digits)."""
    return hashlib.sha256("\n".join(one.version for one in cities).encode()).hexdigest()[:16]


def _merged(version: str, words: Sequence[Vocabulary]) -> Vocabulary:
    """The words of the first, and of the others what it has none for."""
    texts: dict[tuple[str, str], dict[str, Text]] = {}
    for one in words:
        for key, known in one.texts.items():
            texts[key] = {**known, **texts.get(key, {})}
    return replace(words[0], version=version, texts=texts)
