"""No two numbers of one subject, region and year disagree, on whichever page or scene they stand."""

from collections.abc import Iterator

import pytest

from dashboard.app_pages import PAGES
from dashboard.app_pages.market.opening import figures as opening
from dashboard.app_pages.sectors.matrix import PRESENT
from dashboard.content.listing import Listing
from dashboard.content.parts import KeyFigures, Matrix, Section, figures
from dashboard.language import Language
from dashboard.questions import compare, market, overview, region, sectors, shared, stand
from dashboard.speaking import language
from dashboard.stand import facts as scenes
from dashboard.values import Quantity
from dashboard.warehouse import warehouse
from tests.conftest import Rows
from tests.made import chosen, made, parts
from tests.queries.collected import Said, Subject, gathered, numbers
from tests.queries.present import present

pytestmark = pytest.mark.slow
Facts = dict[str, Rows]
LANG = language("en")


def every() -> Iterator[tuple[str, Subject, str]]:
    """Place, subject and number of all pages, for all markets where a page is of a market, and of the stand."""
    yield from _compared()
    for name in PAGES:
        if name not in ("market", "talent"):
            yield from _placed(name, made(name, LANG), "all", LANG)
    for row in shared.markets():
        code = row.market
        yield from _placed("market", made("market", LANG, market=[code]), code, LANG)
        yield from _placed("talent", made("talent", LANG, markets=[code]), code, LANG)
        for subject, number in numbers(scenes.figures(code, LANG), code, LANG):
            yield "stand", subject, number


def _compared() -> Iterator[tuple[str, Subject, str]]:
    """Every figure that the core markets can be compared by, as its lines say it."""
    core = [row.market for row in shared.markets() if row.market.core]
    for offered in compare.indicators(markets=core):
        asked = {"markets": core, "indicator": [offered.indicator_id], "region": [offered.region]}
        for figure in (one for section in made("compare", LANG, **asked) for one in figures(section)):
            if figure.key == "compared":
                name, place = figure.caption.title.rsplit(", ", 1)
                for row in figure.rows:
                    subject = Subject(name, row.market, place, str(row.year))
                    yield "compare/lines", subject, LANG.quantity(Quantity(row.value, row.unit, row.qualifier))


def _placed(page: str, sections: list[Section], code: str, lang: Language) -> Iterator[tuple[str, Subject, str]]:
    """`way` of the page of talent is of a market of its own."""
    way = warehouse().city.first.way
    for section in sections:
        whose = way.market if section.key == "way" and way else code
        for subject, number in numbers(section, whose, lang):
            yield f"{page}/{section.key}", subject, number


@pytest.fixture(scope="module")
def said() -> Said:
    return gathered(every())


def test_no_two_published_numbers_disagree(said: Said) -> None:
    assert not {subject: dict(told) for subject, told in said.items() if len(told) > 1}


def test_the_collection_reaches_every_page_and_meets_itself(said: Said) -> None:
    """Otherwise the test above could not fail."""
    places = [set().union(*told.values()) for told in said.values()]
    assert len(said) > 700 and sum(len(where) > 1 for where in places) > 250
    pages = {place.split("/")[0] for where in places for place in where}
    assert pages >= {"overview", "market", "talent", "compare", "stand"}


def listed(code: str) -> dict[str, int]:
    """How many sites of a market are here, announced ones included, as each page counts them."""
    mix = market.sector_mix(market=code)
    rows = parts(KeyFigures, [opening(chosen("market", LANG, market=[code]).subject, LANG)])
    shown = [figure for row in rows for figure in row.figures if figure.label == "sites in our list"]
    return {
        "market/figures": int(shown[0].quantity.value) if shown and shown[0].quantity else 0,
        "market/sectors": mix[0].companies_total if mix else 0,
        "overview/world": sum(int(row.value) for row in overview.world(measure="list") if row.market == code),
        "sectors/matrix": next((row.market_companies for row in sectors.matrix(theme=None) if row.market == code), 0),
        "compare/sectors": next((row.market_companies for row in compare.sectors(markets=[code])), 0),
    }


def test_sites_that_are_here_are_counted_alike(facts: Facts) -> None:
    own = [row["market"] for row in present(facts)]
    for code in {row.market for row in shared.markets()}:
        expected = own.count(code)
        told = listed(code)
        if not expected:
            continue
        silent = {"market/figures": 0} if told["market/figures"] == 0 else {}  # of six figures the sixth gives way
        assert told == dict.fromkeys(told, expected) | silent, code


def test_on_the_map_announced_ones_are_missing_and_that_is_said(facts: Facts) -> None:
    for code in ("JP", "CN", "KR", "US"):
        chosen = {"markets": (code,), "sectors": (), "roles": ()}
        cover = region.coverage(year=None, **chosen)[0]
        rows = [row for row in present(facts) if row["market"] == code]
        assert sum(row.companies for row in region.towns(year=None, **chosen)) == cover.shown
        assert cover.shown + cover.announced + cover.nowhere + cover.elsewhen == cover.listed >= len(rows)
        captions = " ".join(
            source for figure in parts_with_sources(made("region", LANG, market=[code])) for source in figure
        )
        assert f"{cover.announced} only announced" in captions or not cover.announced


def parts_with_sources(sections: list[Section]) -> Iterator[list[str]]:
    for section in sections:
        for figure in figures(section):
            yield [figure.caption.subtitle, figure.sources.counted if figure.sources else ""]


def test_the_list_of_a_market_says_that_it_holds_more(facts: Facts) -> None:
    """All on record, gone ones included; the same number in the list, in the arrivals and on the page of companies."""
    for code in ("JP", "CN", "IN", "KR", "US"):
        rows = [row for row in facts["companies"] if row["market"] == code]
        (section,) = [one for one in made("market", LANG, market=[code]) if one.key == "companies"]
        (listing,) = [part for part in section.parts if isinstance(part, Listing)]
        assert "gone or silent for ten years included" in section.text
        total = listing.pager.text.rsplit(" of ", 1)[1]
        assert total == LANG.number(len(rows))
        assert {row.listed for row in market.arrivals(market=code)} == {len(rows)}
        (every,) = parts(Listing, made("companies", LANG, market=[code]))
        assert every.pager.text == listing.pager.text


def test_arrivals_of_a_period_are_one_number() -> None:
    """In the sectors of a market's page, in the groups of sectors, and in their concentration."""
    for row in shared.markets():
        by_sector: dict[int, int] = {}
        for one in market.arrivals(market=row.market):
            by_sector[one.period] = by_sector.get(one.period, 0) + one.arrivals
            assert one.period_total == sum(
                other.arrivals for other in market.arrivals(market=row.market) if other.period == one.period
            )
        shift = {one.period: one.period_total for one in sectors.shift(market=row.market, theme=None)}
        dense = {one.period: one.arrivals for one in sectors.concentration(market=row.market, theme=None)}
        assert by_sector == shift == shift | dense, row.market


def test_the_companies_behind_a_number_of_sectors_are_as_many(facts: Facts) -> None:
    """A number of the table opens the page of companies with the statuses that count there."""
    allowed = {row["status"] for row in present(facts)}
    assert set(PRESENT) == allowed
    (table,) = parts(Matrix, made("sectors", LANG))
    cells = [cell for _, line in table.lines[:6] for cell in line[:4] if cell]
    assert len(cells) > 10
    for cell in cells:
        (found,) = parts(Listing, made("companies", LANG, **cell.towards.asked()))
        assert found.pager.text.rsplit(" of ", 1)[1] == cell.text, cell.alt


def test_the_latest_of_a_market_is_one_company() -> None:
    """Of those on the overview the first of each market is the first of its scene."""
    first: dict[str, str] = {}
    for row in overview.latest(rows=10_000):
        first.setdefault(row.market, row.company_id)
    assert len(first) > 20
    for code, company in first.items():
        assert stand.newest(market=code, oldest=0, rows=1)[0].company_id == company, code
