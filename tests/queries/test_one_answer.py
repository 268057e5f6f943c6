"""One question, one answer, wherever it is asked; and what is decided in the data needs no change of a query."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.speaking import language
from dashboard.stand import facts as stand
from dashboard.values import Hedge, Quantity, Unit
from dashboard.warehouse import Warehouse
from tests.conftest import Rows, copy_of_data, public_rows
from tests.queries.ranked import best
from tests.queries.whole import Row, answered

Facts = dict[str, Rows]


def first_figure(served: Warehouse, market: str) -> Row | None:
    """The number of companies that opens the market's page."""
    rows = answered(served.ask("market/key_figures", market=market))
    return next((row for row in rows if row["slot"] == 1), None)


def number(row: Row) -> tuple[object, ...]:
    return row["indicator_id"], row["region"], row["year"], row["value"]


def test_how_many_companies_has_one_answer_for_every_market(served: Warehouse, facts: Facts) -> None:
    cards = {row["market"]: row for row in answered(served.ask("overview/core_series"))}  # its newest point stands last
    asked = set()
    for market in [row["market"] for row in facts["markets"] if row["market"] != "all"]:
        figure = first_figure(served, market)
        lines = [row for row in answered(served.ask("market/company_counts", market=market)) if row["position"] == 1]
        if figure is None:
            assert market not in cards and (market, "companies") not in best(facts)
            continue
        indicator, region = figure["indicator_id"], figure["region"]
        compared = answered(
            served.ask(
                "compare/values", markets=(market,), indicator=indicator, region=region, mode="absolute", base=None
            )
        )
        answers = [figure, lines[-1], {"indicator_id": indicator, "region": region} | compared[-1]]
        answers += [cards[market]] if market in cards else []
        assert {number(row) for row in answers} == {number(figure)}, market
        asked.add(market)
    assert asked == {market for market, subject in best(facts) if subject == "companies"} - {"all"}
    assert set(cards) == {row["market"] for row in facts["markets"] if row["core"] == "true"}


def test_the_stand_shows_the_same_number(served: Warehouse, facts: Facts) -> None:
    lang = language("en")
    for market in [row["market"] for row in facts["markets"] if row["core"] == "true"]:
        figure = first_figure(served, market)
        assert figure
        shown = stand.figures(market, lang)[0]
        assert shown.value == lang.quantity(Quantity(figure["value"], Unit(figure["unit"]), Hedge(figure["qualifier"])))
        assert str(figure["year"]) in shown.meta


@pytest.mark.parametrize("market", ["JP", "US", "KR"])
def test_the_command_line_prints_the_same_number(served: Warehouse, market: str) -> None:
    figure = first_figure(served, market)
    printed = CliRunner().invoke(app, ["query", "market/key_figures", "--param", f"market={market}"]).output
    row = next(csv.DictReader(StringIO(printed)))
    assert figure and (row["indicator_id"], float(row["value"])) == (figure["indicator_id"], figure["value"])


def add(path: Path, **cells: str) -> None:
    """One row more; what is not named stays empty."""
    with path.open(encoding="utf-8", newline="") as file:
        columns = csv.DictReader(file).fieldnames
    assert columns and set(cells) <= set(columns)
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, lineterminator="\n").writerow(dict.fromkeys(columns, "") | cells)


@pytest.fixture(scope="module")
def enlarged(tmp_path_factory: pytest.TempPathFactory, facts: Facts) -> Iterator[Warehouse]:
    """The shipped facts with a quarter of the city, a definition counted there, and a headline that tells it."""
    folder = copy_of_data(tmp_path_factory.mktemp("enlarged") / "data")
    text = {"definition_en": "Counted door by door.", "definition_de": "Von Tür zu Tür gezählt."}
    add(
        folder / "regions.csv",
        region="OLD-TOWN",
        name_en="Old town",
        name_de="Altstadt",
        rank="6",
        within="DUS",
        **text,
    )
    add(
        folder / "indicator_types.csv",
        indicator_id="companies-by-door",
        group_id="companies",
        unit="count",
        subject="companies",
        rank="9",
        name_en="Companies by door",
        name_de="Unternehmen je Tür",
        **text,
    )
    source = facts["sources"][0]["source_id"]
    for year, value in (("2024", "5"), ("2025", "7")):
        add(
            folder / "indicators.csv",
            indicator_id="companies-by-door",
            market="NO",
            region="OLD-TOWN",
            year=year,
            value=value,
            qualifier="exact",
            preferred="true",
            note_en="Counted",
            note_de="Gezählt",
            source_id=source,
            visibility="public",
        )
    add(
        folder / "headlines.csv",
        position="6",
        indicator_id="companies-by-door",
        market="NO",
        region="OLD-TOWN",
        label_en="Norwegian doors",
        label_de="norwegische Türen",
    )
    yield Warehouse(folder, folder.parent / "store")


def test_new_rows_are_found_in_the_answers(enlarged: Warehouse) -> None:
    headline = answered(enlarged.ask("overview/headlines"))[-1]
    assert (headline["label_de"], headline["value"], headline["previous_year"]) == ("norwegische Türen", 7, 2024)
    figure = first_figure(enlarged, "NO")
    assert figure and number(figure) == ("companies-by-door", "OLD-TOWN", 2025, 7)
    offered = enlarged.ask("compare/indicators", markets=("NO",))
    assert "companies-by-door" not in set(offered["indicator_id"]), "two points are too few to compare"
    (line,) = {row["region"] for row in answered(enlarged.ask("market/company_counts", market="NO"))}
    assert line == "OLD-TOWN"
    regions = enlarged.run("select whole from region_within where region = 'OLD-TOWN'")
    assert set(regions["whole"]) == {"DUS", "IHK-DUS", "NRW", "DE"}
    assert list(enlarged.vocabulary.texts["regions", "name"])[-1] == "OLD-TOWN"


def test_a_better_rank_wins_without_a_change_of_a_query(data_folder: Path, tmp_path: Path) -> None:
    path = data_folder / "indicator_types.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        if row["indicator_id"] == "companies-city-count":
            row["rank"] = ""  # never chosen any more
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    figure = first_figure(Warehouse(data_folder, tmp_path / "store"), "US")
    indicator, _, region = best(public_rows(data_folder))["US", "companies"]
    assert figure and (figure["indicator_id"], figure["region"]) == (indicator, region)
    assert indicator != "companies-city-count"
