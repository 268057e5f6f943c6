"""One question, one answer, wherever it is asked: how many companies are here, for every market."""

import csv
import subprocess
import sys
from html import unescape
from io import StringIO

import pytest
from typer.testing import CliRunner

from dashboard.app_pages.compare.compared import compared
from dashboard.app_pages.market.opening import figures
from dashboard.app_pages.overview.core_markets import core_markets
from dashboard.cli import app
from dashboard.content.cards import Cards
from dashboard.content.parts import KeyFigures
from dashboard.content.table import DataTable
from dashboard.questions import compare, market
from dashboard.questions.market import KeyFiguresRow
from dashboard.settings import ROOT
from dashboard.speaking import language
from dashboard.stand import facts as stand
from dashboard.stand import steps
from dashboard.stand.way import Step, Visit
from dashboard.values import Hedge, Quantity, Unit
from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.made import chosen, parts
from tests.queries.ranked import best, every_series

Facts = dict[str, Rows]
Answer = tuple[str, str]  # as it is read: the number; region and year
LANG = "en"


def answer(quantity: Quantity, region: object, year: object) -> Answer:
    lang = language(LANG)
    return lang.quantity(quantity), f"{lang.name('regions', region)}, {year}"


@pytest.fixture
def speaking(served: Warehouse) -> dict[str, KeyFiguresRow]:
    """Market -> the number of companies that opens its page, for every market that has one."""
    first = {code: market.key_figures(market=code) for code in served.markets if code != "all"}
    return {code: rows[0] for code, rows in first.items() if rows and rows[0].slot == 1}


@pytest.fixture
def answers(speaking: dict[str, KeyFiguresRow]) -> dict[str, Answer]:
    return {code: answer(row.quantity, row.region, row.year) for code, row in speaking.items()}


def test_every_market_with_a_number_is_asked_about(speaking: dict[str, KeyFiguresRow], facts: Facts) -> None:
    wanted = {key: (series[0], series[2]) for (key, subject), series in best(facts).items() if subject == "companies"}
    assert len(wanted) > 10
    assert {code: (row.indicator_id, row.region) for code, row in speaking.items()} == {
        code: series for code, series in wanted.items() if code != "all"
    }


def test_the_page_of_the_market(answers: dict[str, Answer]) -> None:
    """Its key figures, and the newest point of the first line of its counts."""
    lang = language(LANG)
    for code in answers:
        (opening,) = parts(KeyFigures, [figures(chosen("market", lang, market=[code]).subject, lang)])
        counts = [row for row in market.company_counts(market=code) if row.position == 1]
        newest = answer(Quantity(counts[-1].value, hedge=counts[-1].qualifier), counts[-1].region, counts[-1].year)
        region_and_year = ", ".join(opening.figures[0].meta.split(", ")[:2])  # an old one says so behind them
        assert {(opening.figures[0].value, region_and_year), newest} == {answers[code]}, code


def test_the_cards_of_the_overview(served: Warehouse, answers: dict[str, Answer]) -> None:
    (cards,) = parts(Cards, [core_markets(chosen("overview", language(LANG)), language(LANG))])
    core = {code: answers[code] for code, row in served.markets.items() if row.core}
    assert {card.market: (card.value, card.where) for card in cards.cards} == core


def test_compare(speaking: dict[str, KeyFiguresRow], answers: dict[str, Answer], facts: Facts) -> None:
    """The newest value in its table and its scorecard, beside another market; three points are enough."""
    lang, series = language(LANG), every_series(facts)
    for code, row in speaking.items():
        wanted = row.indicator_id, row.region
        asked = {"markets": [code, "FR" if code == "US" else "US"], "indicator": [wanted[0]], "region": [wanted[1]]}
        choice = chosen("compare", lang, **asked)
        offered = (choice.indicator, choice.region) == wanted
        long = [key for key, points in series.items() if len(points) >= 3 and key[1] != "all"]
        assert offered == (wanted[0] in {indicator for indicator, _, _ in long}), code
        tables = parts(DataTable, [compared(choice, lang)]) if offered else []
        newest = [[line for line in table.rows if line.market == code][-1] for table in tables]
        card = compare.scorecard(markets=asked["markets"])
        newest += [line for line in card if (line.indicator_id, line.region, line.market) == (*wanted, code)]
        assert len(newest) >= offered
        assert {answer(line.quantity, row.region, line.year) for line in newest} <= {answers[code]}, code


def test_the_stand(answers: dict[str, Answer]) -> None:
    """The first figure of a market's scene, which a visitor's page of the country shows as well."""
    lang = language(LANG)
    for code, (value, where) in answers.items():
        shown = stand.figures(code, lang)[0]
        assert (shown.value, shown.meta.split(" · ")[0]) == (value, where), code
        page = unescape(steps.my_country(Visit(LANG, (Step("market", code),)), lang))
        assert page.index(f">{value}<") < page.index(f"{where} ·"), code


def printed(output: str) -> Answer:
    """The first line that `pocket query` prints."""
    row = next(csv.DictReader(StringIO(output)))
    return answer(Quantity(float(row["value"]), Unit(row["unit"]), Hedge(row["qualifier"])), row["region"], row["year"])


def test_the_command_line(answers: dict[str, Answer]) -> None:
    for code in answers:
        said = CliRunner().invoke(app, ["query", "market/key_figures", "--param", f"market={code}"]).output
        assert printed(said) == answers[code], code


@pytest.mark.parametrize("code", ["JP", "TR"])
def test_the_command_in_a_process_of_its_own(answers: dict[str, Answer], code: str) -> None:
    command = [sys.executable, "-m", "dashboard.cli", "query", "market/key_figures", "--param", f"market={code}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert printed(done.stdout) == answers[code]
