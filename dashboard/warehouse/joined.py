"""The published files of several cities as one version, which is asked as that of one city is.

Each file is attached, read-only; a view of the model that speaks of its city (`city_site` …) is here the rows of all
cities below one another, so that `queries/cities/` need not know how many there are.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from dashboard.language import Vocabulary
from dashboard.settings import settings
from dashboard.values import Market, Said, Text
from dashboard.warehouse.city import City
from dashboard.warehouse.engine.local import Local
from dashboard.warehouse.large import literal
from dashboard.warehouse.locked import LOCKED
from dashboard.warehouse.memory import Memory
from dashboard.warehouse.model import MODEL
from dashboard.warehouse.package import Package
from dashboard.warehouse.shelf import Shelf
from dashboard.warehouse.snapshot import Snapshot, snapshot

VIEWS = ("city_list", "city_site", "city_cover")  # of each city, put below one another
MACROS = ("chosen_of", "within", "sites_of")  # what their questions call, in the order in which they need each other
CLOSED = ("enable_external_access", "lock_configuration")  # only once all files are attached


class Unreadable(ValueError):
    """Why a city cannot take part; `said` says it in any language."""

    def __init__(self, said: Said) -> None:
        super().__init__(said)
        self.said = said


@dataclass(frozen=True)
class Published:
    """The file of a city's published version, and what it says of the city."""

    file: Path
    version: str
    city: City
    package: Package
    words: Vocabulary
    shapes: Mapping[str, Mapping[str, str]]  # view -> column -> type


def readable(shelf: Shelf, own: Snapshot) -> Published:
    """What a city published last, if it can be read and has the form of our own. Raises Unreadable."""
    version = shelf.last_good()
    file = shelf.file(version)
    if not version:
        raise Unreadable(Said("nothing of it is published yet; its own server does that when it is started"))
    if not file.is_file():
        raise Unreadable(Said("its published file is missing; its own server makes it anew when it is started"))
    try:
        opened = snapshot(file, version)
        found = Published(file, version, opened.city, opened.package, opened.vocabulary, shapes_of(opened))
    except (duckdb.CatalogException, duckdb.BinderException, ValueError, KeyError) as error:
        raise Unreadable(_OTHER) from error
    except (duckdb.Error, OSError) as error:
        said = Said("its published file cannot be read; its own server makes it anew when it is started")
        raise Unreadable(said) from error
    if found.shapes != shapes_of(own):
        raise Unreadable(_OTHER)
    return found


_OTHER = Said("another version of the dashboard published it; its own server is to be brought up to date and restarted")


def shapes_of(opened: Snapshot) -> dict[str, dict[str, str]]:
    """The columns of the views, with their types. Raises duckdb.CatalogException where there is no such view."""
    return {view: opened.columns(f"select * from {view}") for view in VIEWS}  # noqa: S608 (our own words)


def version_of(cities: Sequence[Published]) -> str:
    """The version of all of them together (16 hex digits)."""
    return hashlib.sha256("\n".join(one.version for one in cities).encode()).hexdigest()[:16]


def join(cities: Sequence[Published], looks: Mapping[str, Market], home: int = 0) -> Snapshot:
    """The cities as one version, in their order. `looks`: the markets with the colours of the pages around; `home`:
    which city's words go before those of others. Raises duckdb.Error where a file cannot be read."""
    connection = duckdb.connect(config={key: value for key, value in LOCKED.items() if key not in CLOSED})
    for number, one in enumerate(cities):
        connection.execute(f"attach {literal(str(one.file))} as city_{number} (read_only)")
    for view, shape in ((view, cities[0].shapes[view]) for view in VIEWS):
        connection.execute(f"create view {view} as {_below(view, list(shape), len(cities))}")
    connection.execute("create view periods as select * from city_0.periods")
    for name in MACROS:
        connection.execute((MODEL / "macros" / f"{name}.sql").read_text(encoding="utf-8"))
    for name in CLOSED:
        connection.execute(f"set {name} = {LOCKED[name]}")
    version, first = version_of(cities), cities[home]
    words = _merged(version, [first.words, *(one.words for one in cities if one is not first)])
    memory = Memory(settings().cache_mb / 4)
    return Snapshot(Local(connection), version, first.package, looks, words, first.city, memory)


def _below(view: str, columns: Sequence[str], count: int) -> str:
    """The rows of every city, those of one after those of the other."""
    named = ", ".join(columns)
    return " union all ".join(f"select {named} from city_{number}.{view}" for number in range(count))  # noqa: S608


def _merged(version: str, words: Sequence[Vocabulary]) -> Vocabulary:
    """The words of the first, and of the others what it has none for."""
    texts: dict[tuple[str, str], dict[str, Text]] = {}
    for one in words:
        for key, known in one.texts.items():
            texts[key] = {**known, **texts.get(key, {})}
    return replace(words[0], version=version, texts=texts)
