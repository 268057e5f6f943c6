"""The overview from the entry point, in both languages."""

import csv
import json
import re
from pathlib import Path

import pytest

from dashboard.access import Person, Role
from dashboard.app_pages.overview.core_markets import core_markets
from dashboard.content.cards import Cards
from dashboard.questions import overview
from dashboard.speaking import language
from dashboard.values import Quantity
from dashboard.warehouse import Fault, Warehouse
from dashboard.warehouse import warehouse as served_warehouse
from tests.cities.conftest import served_instead
from tests.made import chosen, parts
from tests.opened import Opener


@pytest.mark.parametrize("lang", ["de", "en"])
def test_headlines_stand_as_the_query_gives_them(open_page: Opener, lang: str) -> None:
    page, words = open_page(lang=lang), language(lang)
    rows = overview.headlines()
    shown = re.findall(r'class="value">(.*?)<', page.html)
    expected = [words.quantity(Quantity(row.value, row.unit, row.qualifier)) for row in rows]
    assert [text.replace("&lt;", "<").replace("&gt;", ">") for text in shown[:5]] == expected
    assert all(str(row.year) in page.html for row in rows)


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_figure_has_title_alt_and_sources(open_page: Opener, lang: str) -> None:
    figures = open_page(lang=lang).figures
    assert set(figures) == {"world", "studies", "themes"}
    for sent in figures.values():
        assert sent["title"] and sent["subtitle"] and len(sent["alt"]) > 10
        assert sent["source"].startswith({"de": "Quelle", "en": "Source"}[lang])


@pytest.mark.parametrize("measure", ["list", "companies", "projects", "residents"])
def test_the_map_shows_what_its_switch_says(open_page: Opener, served: Warehouse, measure: str) -> None:
    traces = json.loads(open_page(map=measure).figures["world"]["figure"])["data"]
    circles = next(trace for trace in traces if trace.get("mode") == "markers+text")
    rows = served.ask("overview/world", measure=measure)
    assert circles["customdata"] == [f"market?market={code}" for code in rows["market"]]


def test_nonsense_in_the_address_is_named(open_page: Opener) -> None:
    page = open_page(map="nonsense", lang="xx")
    assert any("nonsense" in notice for notice in page.notices)
    assert len(page.notices) == 2


def test_staff_and_only_staff_hear_of_faulty_data(open_page: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Fault("companies.csv", 7, "status", "asleep", "not allowed", "Use an allowed value.")
    monkeypatch.setattr(served_warehouse(), "faults", [fault])
    assert not open_page().test.warning
    monkeypatch.setattr("dashboard.screen.page.person", lambda: Person("Mia", Role.VIEWER))
    assert not open_page().test.warning
    monkeypatch.setattr("dashboard.screen.page.person", lambda: Person("Mia", Role.ANALYST))
    assert "1" in open_page().test.warning[0].value


def test_a_core_market_with_a_published_number_and_no_site_has_a_card(data_folder: Path) -> None:
    """As in a new city that starts with indicators: every site in our list has left."""
    path = data_folder / "companies.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(row | {"status": "left"} for row in rows)
    numbers = {row.market: row.quantity for row in overview.core_series()}  # the newest stands last
    with served_instead(data_folder):
        (found,) = parts(Cards, [core_markets(chosen("overview", language("en")), language("en"))])
    assert {card.market: (card.quantity, card.sectors) for card in found.cards} == {
        market: (quantity, "") for market, quantity in numbers.items()
    }
