"""One question across several cities whose facts are in lakes: what the engine answers is what DuckDB answers; cities
that publish anew, are broken or come back; an engine that is lost. The engine is Sail, started by the tests."""

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.app_pages import KNOWN, pages_there
from dashboard.app_pages.cities.across import asking
from dashboard.content.figure import Figure
from dashboard.content.listing import Listing
from dashboard.content.parts import Note, flat
from dashboard.content.view import View, view
from dashboard.language import COMPLETE
from dashboard.questions import cities
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import FromFolder, named_query, public_warehouse
from dashboard.warehouse import several as module
from dashboard.warehouse.engine import limit, spark
from dashboard.warehouse.engine.fault import Unreachable
from dashboard.warehouse.engine.local import Arrow
from dashboard.warehouse.lake import cities as lake_cities
from dashboard.warehouse.lake.cities import called
from dashboard.warehouse.lake.lake import POINTER, Lake
from dashboard.warehouse.lake.publishing import publish, put
from dashboard.warehouse.named import query_names
from dashboard.warehouse.several import joined, named, several
from tests.cities.conftest import averne_folder  # noqa: F401 (a fixture)
from tests.cities.together import OWN, compared, process, publish_own
from tests.cities.together import publish as publish_to_store
from tests.engine.conftest import KEEP, copied
from tests.opened import opened
from tools.sail import Sail, sail

pytestmark = pytest.mark.slow
CHOICES: tuple[dict[str, Any], ...] = (
    {"chosen": (), "since": None, "market": "all"},
    {"chosen": ("market=JP",), "since": None, "market": "JP"},
    {"chosen": ("market=SE", "market=US"), "since": 2010, "market": "US"},
    {"chosen": ("theme=ocean",), "since": None, "market": "SE"},
    {"chosen": ("market=JP", "sector=no-such"), "since": None, "market": "XX"},
    {"chosen": ("topic=hydrogen", "topic=batteries"), "since": 1990, "market": "JP"},
    {"chosen": ("market=FR",), "since": None, "market": "FR"},
)
PAGES = (("de", {"market": "SE", "since": "2010"}), ("en", {}), ("en", {"theme": "ocean"}))


AWAY = (
    "The facts cannot be asked at the moment. What is known already is shown; the rest appears by itself once they "
    "can be asked again."
)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory, averne_folder: Path) -> Path:  # noqa: F811
    """Both cities as their own servers publish them for DuckDB."""
    made = tmp_path_factory.mktemp("cities") / "store"
    publish_own(made)
    publish_to_store(averne_folder, made)
    return made


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory, averne_folder: Path, store: Path) -> Lake:  # noqa: F811
    """The second city's lake; tests read it only."""
    made = Lake(str(tmp_path_factory.mktemp("averne") / "lake"), KEEP)
    publish(averne_folder, store, made)
    return made


@pytest.fixture(scope="session")
def renewed(other: Lake, store: Path, averne_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Lake:  # noqa: F811
    """The same with a version more, in which all Swedish companies are Canadian; it does not count yet."""
    place = tmp_path_factory.mktemp("renewed")
    made, house, file = copied(other, place / "lake"), FromFolder(averne_folder, store), place / "changed.duckdb"
    shutil.copy(house.file(house.version), file)
    with duckdb.connect(file) as connection:
        connection.execute("update company set market = 'CA' where market = 'SE'")
    put(made, {"public": file, "whole": file}, ("another", "2026.11"))
    made.place.write(POINTER, other.place.read(POINTER))
    return made


def across(engine: Sail, own: Lake, *others: str, **chosen: str) -> AbstractContextManager[None]:
    """The process of the shipped city, which compares it with those of these lakes."""
    told = {"ENGINE": "spark", "ENGINE_URL": engine.url, "LAKE": own.place.url} | chosen
    return process(**told, CITIES=os.pathsep.join([own.place.url, *others]))


def answers() -> dict[tuple[str, int], tuple[Any, ...]]:
    """What every question across cities answers, asked with each choice."""
    found: dict[tuple[str, int], tuple[Any, ...]] = {}
    with asking(""):
        for name in (name for name in query_names() if name.startswith("cities/")):
            for number, choice in enumerate(CHOICES):
                given = choice | {"rows": 20, "skip": 3 * number}
                asked = {key: given[key] for key in named_query(name).parameters}
                found[name, number] = getattr(cities, name.removeprefix("cities/"))(**asked)
    return found


def page(lang: str, asked: dict[str, str]) -> View:
    return view(KNOWN["cities"], {key: [value] for key, value in asked.items()}, language(lang))


def content(shown: View) -> list[Any]:
    """All that the page says: its parts in their order, with their charts, and the rows of each to take along."""
    parts = [(section.key, section.title, section.text, *map(plain, flat(section.parts))) for section in shown.sections]
    sheets = [(key, exhibit.sheet, exhibit.caption) for key, exhibit in shown.exhibits.items()]
    return [shown.title, shown.filters, shown.version, parts, sheets]


def plain(part: Any) -> Any:
    """A part as it can be compared."""
    if isinstance(part, Figure):
        return part.key, part.caption, part.rows, part.sources, part.definitions, part.chart.drawing
    return replace(part, extract=tuple) if isinstance(part, Listing) else part


def test_questions_and_page_are_those_of_duckdb(
    engine: Sail,
    lake: Lake,
    other: Lake,
    store: Path,
    averne_folder: Path,  # noqa: F811
) -> None:
    told, remote = [], []
    for served in (compared(store, OWN, averne_folder), across(engine, lake, other.place.url)):
        with served:
            pages = [content(page(lang, asked)) for lang, asked in PAGES]
            told.append((answers(), pages, list(pages_there())))
            now = joined()
            remote.append(now is not None and now.house.snapshot.engine.remote)
    ours, theirs = told
    assert remote == [False, True]
    assert ours[0].keys() == theirs[0].keys() and len(ours[0]) == len(CHOICES) * 7
    for asked, rows in ours[0].items():
        assert theirs[0][asked] == rows, asked
    assert sum(map(bool, ours[0].values())) > 30, "most choices find something"
    assert ours[1] == theirs[1]
    assert ours[2] == theirs[2] and "cities" in ours[2]


def of(market: str) -> int:
    with asking(""):
        rows = cities.counts(chosen=(f"market={market}",), since=None)
    return next(row.companies or 0 for row in rows if row.list_city == "Averne")


def test_a_city_that_publishes_anew_is_taken_over_once_that_is_whole(
    engine: Sail, lake: Lake, renewed: Lake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = copied(renewed, tmp_path / "lake")
    newer = own.all()[0]
    place = Path(own.place.url) / newer.folder / "public"
    for version in own.all():
        shutil.rmtree(Path(own.place.url) / version.folder / "whole")  # it may be closed to whoever compares
    with across(engine, lake, own.place.url):
        first, swedish = joined(), of("SE")
        (place / "company.parquet").rename(place / "half")
        own.place.write(POINTER, json.dumps({"number": newer.manifest.number, "folder": newer.folder}).encode())
        now = joined()
        assert first is not None and now is not None and now.state == first.state and not now.left_out
        monkeypatch.setattr(module, "AGAIN", 0.0)
        (place / "half").rename(place / "company.parquet")
        now = joined()
        assert now is not None and now.state != first.state and not now.left_out
        assert of("SE") == 0 and of("CA") >= swedish > 0
        old = several().at(first.state)
        assert old is not None and old.state == first.state, "a page that is being made ends with what it began with"
        place.parent.rename(place.parent.with_name("000009-000000"))
        own.place.write(POINTER, json.dumps({"number": 9, "folder": "versions/000009-000000"}).encode())
        same = joined()
        assert same is not None and same.state == now.state
        assert of("CA") >= swedish, "the same facts, published once more; where they were before they are swept"


def test_broken_lakes_are_left_out_and_said(engine: Sail, lake: Lake, other: Lake, tmp_path: Path) -> None:
    """The others are compared; no reason tells readers where anything lies."""
    half, damaged, foreign = (copied(other, tmp_path / name) for name in ("half", "damaged", "foreign"))
    (tmp_path / "empty").mkdir()
    next(Path(half.place.url).rglob("public/sources.parquet")).unlink()
    (Path(damaged.place.url) / POINTER).write_text("{")
    file = tmp_path / "foreign.duckdb"
    with duckdb.connect(file) as connection:
        for table, path in other.newest().tables("public", other.place.url).items():
            dropped = "exclude (rowid, arrived)" if table == "company" else "exclude (rowid)"
            connection.execute(f"create table {table} as select * {dropped} from read_parquet('{path}')")  # noqa: S608
    put(foreign, {"public": file, "whole": file}, ("foreign", "2026.11"))
    broken = {
        "half": "cannot be read, or not wholly",
        "damaged": "cannot be read, or not wholly",
        "foreign": "another version of the dashboard published it",
        "empty": "nothing of it is published yet",
        "absent": "there is no such lake",
        "nowhere": "cannot be read, or not wholly",
    }
    lakes = [str(tmp_path / name) for name in broken if name != "nowhere"] + ["no-such-store://nowhere"]
    with across(engine, lake, other.place.url, *lakes):
        now = joined()
        assert now is not None and set(now.addresses) == {public_warehouse().city.place, "Averne"}
        told = {one.name: str(one.why) for one in now.left_out}
        assert {name: why in told[name] for name, why in broken.items()} == dict.fromkeys(told, True)
        for lang in COMPLETE:
            parts = [part for section in page(lang, {}).sections for part in flat(section.parts)]
            said = " ".join(part.text for part in parts if isinstance(part, Note))
            assert all(name in said for name in broken) and str(tmp_path) not in said and "://" not in said


def test_a_city_that_takes_too_long_is_left_out_alone_and_tried_again(
    lake: Lake, other: Lake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While its first question is asked, the engine says nothing."""
    slow = copied(other, tmp_path / "slow").place.url

    class Silent(spark.Spark):
        def ask(self, sql: str, values: Mapping[str, Any]) -> Arrow:
            if not (is_silent and slow in str(self._tables)):
                return super().ask(sql, values)
            self._seconds = 2.0
            with engine.stopped():
                return super().ask(sql, values)

    is_silent = True
    monkeypatch.setattr(limit, "BRIEF", 1.0)
    monkeypatch.setattr(lake_cities, "Spark", Silent)
    with sail() as engine, across(engine, lake, other.place.url, slow):
        now = joined()
        assert now is not None and set(now.addresses) == {public_warehouse().city.place, "Averne"}
        assert [(one.name, one.why) for one in now.left_out] == [("slow", lake_cities.SLOW)]
        is_silent = False
        assert joined() is now, "not at once"
        monkeypatch.setattr(module, "AGAIN", 0.0)
        now = joined()
        assert now is not None and "is the same city" in str(now.left_out[0].why)


def test_an_engine_that_is_lost_comes_back(
    lake: Lake, renewed: Lake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is known stays; what was published meanwhile is there once the engine is, without anybody's doing."""
    monkeypatch.setattr(spark, "CALM", 0.0)
    monkeypatch.setattr(module, "AGAIN", 0.0)
    own = copied(renewed, tmp_path / "lake")
    with sail() as engine, across(engine, lake, own.place.url):
        first, swedish = joined(), of("SE")
        engine.kill()
        own.point_to(own.all()[0])
        assert joined() is first and of("SE") == swedish > 0
        with pytest.raises(Unreachable):
            of("JP")
        assert opened("cities", lang="en", market="JP").notices == [AWAY]
        engine.start()
        now = joined()
        assert now is not None and now is not first and of("SE") == 0


def test_what_the_setting_names() -> None:
    told = ["s3://bucket/lyon", "/lakes/essen", "hdfs://host:8020/lyon", "hdfs://host:8020", "gs://b/x?retry=1", "b"]
    assert list(named(":".join([*told, *told]))) == told
    assert list(named("")) == []


def test_the_engine_calls_other_lakes_as_it_calls_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for ours, theirs, lake, expected in (
        ("/srv/lakes/lyon", "/mnt/lakes/lyon", "/srv/lakes/essen", "/mnt/lakes/essen"),
        ("/srv/lakes/lyon", "/mnt/lakes/lyon", "/other/essen", "/other/essen"),
        ("/srv/lyon", "/data", "/srv/essen", "/srv/essen"),
        ("/srv/lyon", "/data", "/srv/lyon", "/data"),
        ("/srv/lyon", "", "/srv/essen", "/srv/essen"),
    ):
        monkeypatch.setenv("POCKET_LAKE", ours)
        monkeypatch.setenv("POCKET_ENGINE_LAKE", theirs)
        settings.cache_clear()
        assert called(lake) == expected
    settings.cache_clear()
