"""One question across several cities: as each of them answers by itself, and only as long as there are several."""

import csv
import errno
import io
import json
import os
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pytest
from openpyxl import load_workbook
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.app_pages import KNOWN, pages_there
from dashboard.app_pages.cities.across import asking
from dashboard.charts.base import FEW
from dashboard.content.choice import read
from dashboard.content.listing import Listing
from dashboard.content.parts import Entries, Findings, KeyFigures, Note, flat
from dashboard.content.view import View, view
from dashboard.export.formats import made, package, page_workbook
from dashboard.language import COMPLETE
from dashboard.questions import cities, companies, sectors, shared
from dashboard.readdress import meant
from dashboard.screen.taking import page_menu
from dashboard.speaking import language
from dashboard.warehouse import FromFolder, Warehouse, public_warehouse, reading
from dashboard.warehouse.joined import HIDDEN, UNPUBLISHED
from dashboard.warehouse.several import joined, several
from dashboard.warehouse.shelf import Shelf
from dashboard.web import job
from dashboard.web.routes import routes
from dashboard.workshop.order import Overtaken
from tests.cities.together import OWN, add_company, compared, publish, publish_own
from tests.opened import opened

pytestmark = pytest.mark.slow
NOTHING = {"fewest": None, "most": None, "unstaffed": False, "found": None}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, averne_folder: Path, empty_folder: Path) -> Path:
    """A store with both cities, and one of which nothing is known yet."""
    store = tmp_path_factory.mktemp("cities") / "store"
    publish_own(store)
    publish(averne_folder, store)
    publish(empty_folder, store)
    return store


@pytest.fixture(scope="module")
def both(shelf: Path, averne_folder: Path) -> Iterator[dict[str, Warehouse]]:
    """Both cities compared; each by itself, by its place."""
    with compared(shelf, OWN, averne_folder):
        found = public_warehouse(), FromFolder(averne_folder, shelf)
        yield {house.city.place: house for house in found}


@pytest.fixture
def own_store(shelf: Path, averne_folder: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A store and a folder of the second city that a test may change."""
    folder, store = tmp_path / "averne" / "data", tmp_path / "store"
    shutil.copytree(averne_folder, folder)
    shutil.copytree(shelf, store)
    Shelf(folder, store, public=True).point_to(_noted(shelf, averne_folder))
    return store, folder


def _noted(store: Path, folder: Path) -> str:
    return Shelf(folder, store, public=True).last_good()


def page(lang: str = "en", **asked: str) -> View:
    return view(KNOWN["cities"], {key: [value] for key, value in asked.items()}, language(lang))


def counted(*chosen: str, since: int | None = None) -> dict[str, cities.CountsRow]:
    with asking(""):
        return {row.list_city: row for row in cities.counts(chosen=chosen, since=since)}


def test_each_city_counts_as_on_its_own_pages(both: dict[str, Warehouse]) -> None:
    """Markets as where markets are offered, sectors as in their table, topics as in the filter of the list."""
    for place, house in both.items():
        with reading(house):
            markets = {row.market: row.companies for row in shared.markets()}
            by_sector: Counter[str] = Counter()
            for row in sectors.matrix(theme=None):
                by_sector[row.sector_id] += row.companies
            here = tuple(f"status={status}" for status in ("active", "announced", "unknown"))
            facets = companies.facets(chosen=here, **NOTHING)
        topics = {row.value: row.companies for row in facets if row.facet == "topic" and row.value != "none"}
        total = sum(by_sector.values())
        assert counted()[place].companies == total == counted()[place].in_list > 30
        for market in [*list(markets)[:6], "SE", "TR"]:
            assert counted(f"market={market}")[place].companies == markets.get(market, 0)
        for sector, number in by_sector.items():
            assert counted(f"sector={sector}")[place].companies == number
        for topic in list(topics)[:4]:
            assert counted(f"topic={topic}")[place].companies == topics[topic]


def test_arrivals_of_each_period_are_those_of_the_city_s_own_page(both: dict[str, Warehouse]) -> None:
    for market in ("JP", "US", "SE"):
        with asking(""):
            rows = cities.arrivals(chosen=(f"market={market}",), since=None)
        for place, house in both.items():
            with reading(house):
                own: Counter[int] = Counter()
                for row in sectors.shift(market=market, theme=None):
                    own[row.period] += row.arrivals
            assert {row.span: row.arrivals for row in rows if row.list_city == place and row.arrivals} == dict(own)


@pytest.mark.usefixtures("both")
def test_periods_before_the_first_year_that_counts_are_not_drawn() -> None:
    every, late = ({row.span: row for row in _drawn(since)} for since in ("all", "2015"))
    assert late.keys() == {span for span, row in every.items() if (row.until_year or 2015) >= 2015} != every.keys()


def _drawn(since: str) -> Sequence[Any]:
    figure = page(since=since).exhibits["cities-arrivals"].figure
    assert figure is not None
    return figure.rows


def test_share_and_location_quotient_follow_from_the_numbers(both: dict[str, Warehouse]) -> None:
    for asked in (("market=SE",), ("market=JP", "sector=machinery-automation"), ("theme=ocean",)):
        rows = counted(*asked)
        inside, lists = sum(row.companies for row in rows.values()), sum(row.in_list for row in rows.values())
        assert set(rows) == set(both) and inside > 0
        for row in rows.values():
            assert row.share == pytest.approx(row.companies / row.in_list)
            assert row.specialisation == pytest.approx((row.companies / row.in_list) / (inside / lists))
            assert row.share_others == pytest.approx((inside - row.companies) / (lists - row.in_list))
    assert counted("theme=ocean")["Averne"].rank == 1, "no other city has that theme"


def test_what_a_list_does_not_keep_is_no_nought(shelf: Path, averne_folder: Path, empty_folder: Path) -> None:
    """Its home country, themes and topics none of its sites has: said, not ranked, and in nobody's average."""
    with compared(shelf, OWN, averne_folder, empty_folder):
        own = public_warehouse().city.place
        assert counted("market=JP")["Lyon"].companies == 0, "an empty list is a list"
        for asked, lacks in (("market=FR", "market"), ("theme=ocean", "theme"), ("topic=robotics", "topic")):
            rows = counted(asked)
            row, left = rows["Lyon"], {name for name, row in rows.items() if row.lacks}
            assert row.lacks == lacks
            assert {row.companies, row.share, row.share_others, row.specialisation, row.rank} == {None}
            assert row.in_lists == sum(row.in_list for row in rows.values() if not row.lacks)
            assert left == ({"Lyon"} if lacks == "theme" else {"Lyon", "Averne"})
        home = counted("market=FR")[own]
        assert home.companies and home.share == home.share_cities and home.specialisation is None, "no other to compare"
        shown = page("en", market="FR")
        parts = [part for section in shown.sections for part in flat(section.parts)]
        [findings] = [part for part in parts if isinstance(part, Findings)]
        assert [text.split(" is at home")[0] for text in findings.items[1:]] == ["Averne", "Lyon"]
        [numbers] = [part for part in parts if isinstance(part, KeyFigures)]
        assert {figure.meta for figure in numbers.figures[2:]} == {"not in its list: home country"}
        assert "cities-counts" in shown.exhibits and "cities-share" not in shown.exhibits


@pytest.mark.usefixtures("both")
def test_few_sites_are_not_ranked_by_share() -> None:
    for chosen in (row.value for row in offered("market")):
        rows = [row for row in counted(f"market={chosen}").values() if not row.lacks]
        said = " ".join(said_of("en", market=chosen))
        enough = [row for row in rows if (row.companies or 0) >= FEW]
        ranked = "ahead" in said or "Level for" in said
        assert ranked == (len(enough) > 1), said
        assert ("Too few to compare" in said) == (len(enough) < 2 == len(rows)), said


def offered(facet: str) -> list[cities.OffersRow]:
    with asking(""):
        return [row for row in cities.offers() if row.facet == facet][::15]


def said_of(lang: str, **asked: str) -> tuple[str, ...]:
    """What the page of a choice finds."""
    parts = [part for section in page(lang, **asked).sections for part in flat(section.parts)]
    return next(part.items for part in parts if isinstance(part, Findings))


@pytest.mark.usefixtures("both")
def test_columns_are_called_what_they_are() -> None:
    shown = page("en", market="JP")
    titles = {key: exhibit.sheet.titles for key, exhibit in shown.exhibits.items()}
    assert (
        titles["cities-counts"][0] == titles["cities-companies"][0] == "City" and titles["cities-counts"][-1] == "Rank"
    )
    assert titles["cities-companies"].count("Town") == 1 and "Size" in titles["cities-lists"]


@pytest.mark.usefixtures("both")
def test_a_year_restricts_the_lists_as_well() -> None:
    since = counted("market=SE", since=2016)["Averne"]
    assert (since.companies, since.in_list) == (3, 17), "of six countries in three years; one of them only announced"


@pytest.mark.usefixtures("both")
@pytest.mark.parametrize("lang", COMPLETE)
def test_the_page_says_it_in_words_and_shows_who_they_are(lang: str) -> None:
    shown = page(lang, market="SE", since="2010")
    parts = [part for section in shown.sections for part in flat(section.parts)]
    [findings] = [part for part in parts if isinstance(part, Findings)]
    assert "Averne" in findings.items[1]
    numbers = [figure.value for part in parts if isinstance(part, KeyFigures) for figure in part.figures]
    rows = counted("market=SE", since=2010)
    assert numbers == [str(sum(row.companies for row in rows.values())), *(str(row.companies) for row in rows.values())]
    [listing] = [part for part in parts if isinstance(part, Listing)]
    assert len(listing.rows) == len(listing.extract()) == rows["Averne"].companies_cities
    for row in listing.rows:
        is_own = row.cells[1].text != "Averne"
        assert bool(row.towards) == is_own, "only a site of the city whose process this is has its card here"
    [lists] = [part for part in parts if isinstance(part, Entries)]
    assert len(lists.found) == 2
    page_run = opened("cities", lang=lang, market="SE")
    assert {"cities-counts", "cities-share", "cities-arrivals"} == set(page_run.figures)


@pytest.mark.usefixtures("both")
def test_words_of_the_other_city_are_known_and_colours_stay_those_of_the_page() -> None:
    assert dict(page("de", theme="ocean").filters)["Fokusthema"] == "Ocean-Thema"
    figure = page("en", market="SE").exhibits["cities-counts"].figure
    assert figure is not None
    assert public_warehouse().markets["SE"].colour == ""
    assert figure.chart.figure.data[0].marker.color != "#0B5FA5", "a core market of the other city has no colour here"


@pytest.mark.usefixtures("both")
def test_everything_can_be_taken_along() -> None:
    shown = page("en", market="JP")
    assert set(shown.exhibits) >= {"cities-counts", "cities-share", "cities-arrivals", "cities-companies"}
    lines = made(shown, "cities-companies", "csv").content.decode("utf-8-sig").splitlines()
    assert sum(",Averne," in line for line in lines) == counted("market=JP")["Averne"].companies
    assert page_workbook(shown).content[:2] == b"PK"
    with zipfile.ZipFile(io.BytesIO(package(shown).content)) as archive:
        described = json.loads(archive.read("datapackage.json"))
    assert described["version"] == shown.version != public_warehouse().version
    folders = {resource["path"].split("/")[0] for resource in described["resources"]}
    assert folders == {"shown"} and "own data package" in described["description"], (
        "facts of one city are not those of all"
    )
    menu = page_menu(shown)
    assert "data package of the tables" in menu and "tables and facts" not in menu, "and none are promised"


def test_a_city_that_publishes_anew_appears_and_internal_rows_do_not(own_store: tuple[Path, Path]) -> None:
    store, folder = own_store
    with compared(store, OWN, folder):
        client = TestClient(Starlette(routes=list(routes())))
        address = "/figures/cities/cities-counts.json?market=CA&lang=en"
        before, state = client.get(address), page().reading.choice.cities
        known = {"If-None-Match": before.headers["etag"]}
        assert client.get(address, headers=known).status_code == 304
        with (folder / "sectors.csv").open("a", encoding="utf-8") as file:
            file.write("seaweed,industry,Seaweed farming,Algenzucht,\n")
        add_company(folder, "Newcomer", market="CA", sector_id="seaweed")
        add_company(folder, "Secret", market="CA", visibility="internal")
        publish(folder, store)
        after = client.get(address, headers=known)
        assert after.status_code == 200 and after.json()["data_version"] != before.json()["data_version"]
        numbers = [{row["list_city"]: row["companies"] for row in one.json()["data"]} for one in (before, after)]
        assert numbers[1]["Averne"] == numbers[0]["Averne"] + 1
        told = client.get("/figures/cities/cities-companies.json?market=CA&lang=en").text
        assert "Newcomer" in told and "Secret" not in told
        of_before = {"dark": False, "facts": before.json()["data_version"], "report": print}
        with pytest.raises(Overtaken):  # or it would be kept as a file of what was published before
            job.file("cities", "market=CA", "en", "cities-counts", "csv", **of_before)
        old = several().at(state)
        assert old is not None and old.state == state, "a page that is being made ends with what it began with"
        for lang, name in (("en", "Seaweed farming"), ("de", "Algenzucht")):
            for told in taken_along(page(lang, market="CA")):
                assert [name, "seaweed"] == told[told.index(name) :][:2], (
                    "its name, which no other city knows, and its code"
                )


def taken_along(shown: View) -> Iterator[list[str]]:
    """The line of the new company in every file of the page: as CSV, in the workbook, in the data package."""
    texts = [made(shown, "cities-companies", "csv").content.decode("utf-8-sig")]
    with zipfile.ZipFile(io.BytesIO(package(shown).content)) as archive:
        texts.append(archive.read("shown/cities-companies.csv").decode())
    for text, comma in zip(texts, (";" if shown.lang.code == "de" else ",", ","), strict=True):
        [line] = [line for line in csv.reader(io.StringIO(text), delimiter=comma) if "Newcomer" in line]
        yield line
    sheets = load_workbook(io.BytesIO(page_workbook(shown).content))
    rows = (row for sheet in sheets for row in sheet.iter_rows(values_only=True) if "Newcomer" in row)
    yield list(map(str, next(rows)))


def _spoil(file: Path) -> None:
    file.unlink()
    file.write_bytes(b"no database")


def _of_another_version(file: Path) -> None:
    copy = file.with_suffix(".draft")
    shutil.copy(file, copy)
    with duckdb.connect(copy) as connection:
        connection.execute("create or replace view city_site as select 1 as other")
    copy.replace(file)


WAYS = {
    "damaged": (_spoil, "its published file cannot be read"),
    "gone": (Path.unlink, "its published file is missing"),
    "of another version": (_of_another_version, "another version of the dashboard published it"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_city_that_cannot_be_read_is_left_out_and_said(
    own_store: tuple[Path, Path], empty_folder: Path, way: str
) -> None:
    store, folder = own_store
    break_it, why = WAYS[way]
    break_it(Shelf(folder, store, public=True).file(_noted(store, folder)))
    with compared(store, OWN, folder, empty_folder):
        now = joined()
        assert now is not None and set(now.addresses) == {public_warehouse().city.place, "Lyon"}
        for lang in COMPLETE:
            parts = [part for section in page(lang).sections for part in flat(section.parts)]
            said = [part.text for part in parts if isinstance(part, Note) and "Averne" in part.text]
            assert len(said) == 1 and (why in said[0]) == (lang == "en")
        assert counted("market=JP")["Lyon"].companies == 0, "an empty list is a list"


def test_what_breaks_later_stays_as_it_was(own_store: tuple[Path, Path]) -> None:
    store, folder = own_store
    with compared(store, OWN, folder):
        first = joined()
        shelf, newer = Shelf(folder, store, public=True), "f" * 16
        shelf.file(newer).write_bytes(b"half a database")
        shelf.point_to(newer)
        now = joined()
        assert first is not None and now is not None and now.state == first.state and not now.left_out


def test_what_is_not_published_appears_once_it_is(
    own_store: tuple[Path, Path], empty_folder: Path, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """Until then it is said what lacks: the folder, or that its server has published. The log tells both."""
    store, folder = own_store
    nowhere, shelf = tmp_path / "nowhere", Shelf(empty_folder, store, public=True)
    published, _ = _noted(store, empty_folder), shelf._note.unlink()
    with compared(store, OWN, folder, empty_folder, nowhere), caplog.at_level("INFO", "dashboard.warehouse.several"):
        now = joined()
        assert now is not None
        told = {one.name: str(one.why) for one in now.left_out}
        assert "“pocket run”" in told["Lyon"] and told["nowhere"] == "there is no such folder"
        assert "Averne can be compared" in caplog.text and "Lyon can be" not in caplog.text
        shelf.point_to(published)
        nowhere.mkdir()
        several().refresh(force=True)
        now = joined()
        assert now is not None and "Lyon" in now.addresses and "nothing of it" in str(now.left_out[0].why)
        assert "Lyon can be compared" in caplog.text and caplog.text.count("Averne can be compared") == 1


def test_a_note_that_cannot_be_read_takes_no_page_away(own_store: tuple[Path, Path], empty_folder: Path) -> None:
    store, folder = own_store
    Shelf(folder, store, public=True)._note.write_bytes(b"\xff\xfe")
    with compared(store, OWN, folder, empty_folder):
        now = joined()
        assert now is not None and "Averne" not in now.addresses and "cities" in pages_there()


def test_a_folder_that_may_not_be_looked_at_is_left_out_and_said(
    own_store: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As one in a home is hidden from a service; or its name is longer than any may be."""
    store, folder = own_store
    hidden, look = tmp_path / "hidden", os.stat
    hidden.mkdir()

    def stat(path: Any, *args: Any, **how: Any) -> os.stat_result:
        if str(path) == str(hidden):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return look(path, *args, **how)

    with compared(store, OWN, folder, hidden, tmp_path / ("x" * 300)):
        with monkeypatch.context() as patch:
            patch.setattr(os, "stat", stat)
            now = joined()
            assert now is not None and set(now.addresses) == {public_warehouse().city.place, "Averne"}
            assert [one.why for one in now.left_out] == [HIDDEN, HIDDEN]
            for lang, said in (("en", str(HIDDEN)), ("de", "lässt sich nicht ansehen")):
                parts = [part for section in page(lang).sections for part in flat(section.parts)]
                assert sum(said in part.text for part in parts if isinstance(part, Note)) == 2
        now = joined()
        assert now is not None and [one.why for one in now.left_out] == [UNPUBLISHED, HIDDEN], "it is looked at again"


def test_one_city_alone_has_no_such_page(own_store: tuple[Path, Path], tmp_path: Path) -> None:
    """Nor have two folders of one city, or a city of which nothing is published."""
    store, folder = own_store
    client = TestClient(Starlette(routes=list(routes())))
    unknown, same = tmp_path / "nothing", tmp_path / "again" / "data"
    shutil.copytree(folder, same)
    Shelf(same, store, public=True).point_to(_noted(store, folder))
    for folders in ((), (OWN,), (folder, same), (OWN, unknown)):
        with compared(store, *folders):
            assert "cities" not in pages_there() and meant("/cities") == "./?unknown=cities"
            refused = client.get("/figures/cities/cities-counts.json", headers={"accept": "application/json"})
            assert refused.status_code == 404 and "cities" not in refused.json()["allowed"]["pages"]
    with compared(store, OWN, folder):
        assert list(pages_there())[-2:] == ["cities", "data"] and meant("/cities") is None
        choice = read(KNOWN["cities"].choice, {"market": ["Schweden"]}, language("en")).choice
        assert choice.market == "SE", "links are written by hand here as well"
