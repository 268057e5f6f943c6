"""One question across several cities is answered as each of them answers by itself."""

import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from dashboard.app_pages.cities.across import asking
from dashboard.charts.base import FEW
from dashboard.content.listing import Listing
from dashboard.content.parts import Entries, Findings, KeyFigures, flat
from dashboard.export.formats import made, package, page_workbook
from dashboard.language import COMPLETE
from dashboard.questions import cities, companies, sectors, shared
from dashboard.screen.taking import page_menu
from dashboard.warehouse import FromFolder, Warehouse, public_warehouse, reading
from tests.cities.together import OWN, compared, counted, page
from tests.opened import opened

pytestmark = pytest.mark.slow
NOTHING = {"fewest": None, "most": None, "unstaffed": False, "found": None}


@pytest.fixture(scope="module")
def both(shelf: Path, averne_folder: Path) -> Iterator[dict[str, Warehouse]]:
    """Both cities compared; each by itself, by its place."""
    with compared(shelf, OWN, averne_folder):
        found = public_warehouse(), FromFolder(averne_folder, shelf)
        yield {house.city.place: house for house in found}


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
