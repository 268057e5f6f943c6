"""The Compare page: its sections for a choice, and the page from the entry point."""

import json
from typing import TypeVar

import pytest

from dashboard.app_pages.compare import PAGE
from dashboard.app_pages.compare.choice import Choice
from dashboard.app_pages.compare.compared import compared
from dashboard.app_pages.compare.measure import Mode, shown_text
from dashboard.app_pages.compare.scorecard import scorecard
from dashboard.content.choice import read
from dashboard.content.figure import Figure
from dashboard.content.parts import Findings, Matrix, Note, Nothing, flat
from dashboard.content.table import DataTable
from dashboard.questions import compare
from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.opened import Opener

REGISTER = {"indicator": "companies-commercial-register", "region": "IHK-DUS", "markets": ["GB", "US", "CN"]}
P = TypeVar("P")
LANGUAGES = pytest.mark.parametrize("lang", ["de", "en"])


def chosen(lang: str = "en", **asked: str | list[str]) -> Choice:
    """The choice an address asks for."""
    lists = {key: [value] if isinstance(value, str) else value for key, value in asked.items()}
    return read(Choice, lists, language(lang)).choice


def parts(choice: Choice, lang: str = "en") -> list[object]:
    """All that stands on the page."""
    return [part for section in PAGE.made(choice, language(lang)) for part in flat(section.parts)]


def one(kind: type[P], found: list[object]) -> P:
    """The only part of its kind."""
    (part,) = [part for part in found if isinstance(part, kind)]
    return part


@LANGUAGES
def test_page(open_page: Opener, lang: str) -> None:
    page = open_page("compare", lang=lang)
    assert set(page.figures) == {"compared", "ranking", "sectors"}
    assert {"de": "Vergleich", "en": "Compare"}[lang] in page.html
    assert page.html.count("<li>") >= 3, "three findings"
    assert "pw-scorecard" in page.pickable and len(page.test.dataframe) == 1
    assert not page.notices


def test_the_core_markets_come_first_in_their_order(served: Warehouse) -> None:
    ranked = served.run("select market from markets where core order by rank")["market"]
    assert list(chosen().markets) == list(ranked)


@LANGUAGES
@pytest.mark.parametrize("mode", list(Mode))
def test_findings_stand_in_words(lang: str, mode: Mode) -> None:
    words, choice = language(lang), chosen(lang, mode=mode.value, **REGISTER)
    said = one(Findings, parts(choice, lang)).items
    leaders, growers = compare.leader(**choice.asked), compare.growth(**choice.asked)
    assert leaders and growers
    first, grown = leaders[0], growers[0]
    assert shown_text(first.shown, choice.unit, first.qualifier, mode, words) in said[0]
    assert words.name("markets", first.market) in said[0]
    change = words.number(100 * grown.change, 1) if mode is Mode.SHARE else words.percent(grown.change, signed=True)
    assert change in said[1] and len(said) == 3


def test_where_sources_differ_the_table_shows_their_range(served: Warehouse) -> None:
    query = "select * from comparable where low < high and unit = 'count' order by indicator_id, market, year limit 1"
    row = served.run(query).iloc[0]
    choice = chosen("de", indicator=row["indicator_id"], region=row["region"], markets=[row["market"], "NO"])
    words, table = language("de"), one(DataTable, parts(choice, "de"))
    span = f"({words.number(row['low'])}–{words.number(row['high'])})"
    (line,) = [line for line in table.lines if line[:2] == (words.name("markets", row["market"]), row["year"])]
    assert span in str(line[2]) and str(line[-1]).startswith("http")


def test_the_table_holds_every_published_value(served: Warehouse) -> None:
    choice = chosen(mode="share", **REGISTER)
    table = one(DataTable, parts(choice))
    published = served.run(
        "select value from published where indicator_id = $indicator and region = $region"
        " and list_contains($markets, market)",
        REGISTER,
    )
    assert len(table.lines) == len(table.rows) == len(published)
    assert all(len(line) == len(table.columns) for line in table.lines)


def test_the_scorecard_says_value_year_and_course() -> None:
    choice, words = chosen("de", markets=["JP", "US"]), language("de")
    (table,) = scorecard(choice, words).parts
    assert isinstance(table, Matrix) and not table.toned
    assert [head.market for head in table.heads] == ["JP", "US"]
    rows = compare.scorecard(markets=("JP", "US"))
    cells = [cell for _, line in table.lines for cell in line if cell]
    assert [(cell.value, cell.hedge, cell.note) for cell in cells] == [
        (row.value, row.qualifier, str(row.year)) for row in rows
    ]
    assert [cell.spark for cell in cells] == [(row.years, row.series) for row in rows]
    assert len(table.lines) == len({row.position for row in rows})
    millions = next(head.note for head, _ in table.lines if "Mio. Euro" in head.note)
    assert "Mio" not in "".join(cell.text for cell in cells), f"the unit stands at the head: {millions}"


def test_a_link_carries_the_whole_choice(open_page: Opener, served: Warehouse) -> None:
    page = open_page("compare", mode="index", base="2019", **REGISTER)
    lines = json.loads(page.figures["compared"]["figure"])["data"]
    shown = served.ask("compare/values", mode="index", base=2019, **REGISTER).dropna(subset=["shown"])
    assert [y for line in lines for y in line["y"] if y is not None] == pytest.approx(list(shown["shown"]))
    assert "2019" in page.figures["compared"]["subtitle"]


def test_a_market_without_a_value_is_named() -> None:
    found = compared(chosen(markets=["JP", "US", "NO"], indicator="fdi-projects-gtai", region="DE"), language("en"))
    figure = one(Figure, [part for part in flat(found.parts) if isinstance(part, Figure) and part.key == "compared"])
    drawn = {row.market for row in figure.rows if isinstance(row, compare.ValuesRow)}
    assert "NO" not in drawn and any(
        "Norway" in part.text for part in flat(found.parts) if isinstance(part, Note) and not part.label
    )


@pytest.mark.parametrize("markets", [["JP"], ["ZZ", "JP"]])
def test_one_market_is_too_few(markets: list[str]) -> None:
    found = parts(chosen(markets=markets, indicator="fdi-projects-gtai"))
    assert "at least two" in one(Nothing, found).text
    assert not any(isinstance(part, Figure | Matrix | DataTable) for part in found)


def test_nonsense_is_named_and_answered_with_defaults(open_page: Opener) -> None:
    page = open_page("compare", markets=["JP", "CN", "ZZ"], indicator="no", region="Moon", mode="index", base="1")
    assert len(page.notices) == 4
    assert "compared" in page.figures


def test_a_share_without_a_total_is_said_in_words() -> None:
    found = parts(chosen(markets=["JP", "CN"], indicator="residents-quoted", region="DUS", mode="share"))
    assert "no share" in one(Nothing, found).text
    assert not any(isinstance(part, Figure) and part.key == "compared" for part in found)


def test_a_figure_of_other_regions_takes_the_region_along_without_a_word(open_page: Opener) -> None:
    test = open_page("compare", lang="en", indicator="companies-city-count", region="DUS").test
    test.selectbox(key="indicator").select("fdi-projects-gtai").run()
    assert test.selectbox(key="region").value == "DE"
    assert not test.info and "region" not in test.query_params


def test_the_base_year_waits_while_another_measure_is_looked_at(open_page: Opener) -> None:
    test = open_page("compare", lang="en", mode="index", base="2019", **REGISTER).test
    test.segmented_control(key="mode").set_value("absolute").run()
    assert not test.info and not any(box.key == "base" for box in test.selectbox)
    test.segmented_control(key="mode").set_value("index").run()
    assert test.selectbox(key="base").value == "2019"


def test_the_figure_waits_while_markets_are_chosen_anew(open_page: Opener) -> None:
    test = open_page("compare", lang="en", **REGISTER).test
    test.multiselect(key="markets").set_value([]).run()
    test.multiselect(key="markets").set_value(["JP"]).run()
    assert not test.info and not test.dataframe
    test.multiselect(key="markets").set_value(["JP", "FR"]).run()
    assert test.selectbox(key="indicator").value == REGISTER["indicator"]
