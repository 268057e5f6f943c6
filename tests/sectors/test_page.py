"""The Sectors page from the entry point."""

import re
from collections import Counter

import pytest

from dashboard.app_pages.sectors.choice import Choice
from dashboard.content.choice import read
from dashboard.speaking import language
from dashboard.warehouse import Warehouse
from tests.conftest import Rows
from tests.opened import Opened, Opener
from tests.queries.present import present


@pytest.mark.parametrize("lang", ["de", "en"])
def test_page(open_page: Opener, lang: str) -> None:
    page = open_page("sectors", lang=lang)
    assert {"de": "Branchen und Fokusthemen", "en": "Sectors and focus themes"}[lang] in page.html
    assert set(page.figures) == {"sectors-shift", "sectors-concentration"}
    assert "pw-heat" in page.pickable and not page.notices


@pytest.mark.parametrize("measure", ["count", "share", "specialisation"])
def test_cells_say_the_measure(open_page: Opener, served: Warehouse, measure: str) -> None:
    words = language("en")
    page = open_page("sectors", lang="en", measure=measure, markets=["JP", "IN"])
    rows = served.ask("sectors/matrix", theme=None)
    for _, row in rows[rows["market"].isin(["JP", "IN"])].iterrows():
        pick = f"companies\\?market={row['market']}&amp;sector={row['sector_id']}&"
        cell = re.search(rf'data-pick="{pick}[^>]*><b>(.*?)</b>', page.pickable)
        assert cell
        assert (
            cell[1]
            == {
                "count": words.number(row["companies"]),
                "share": words.percent(row["share"]),
                "specialisation": "× " + words.number(row["specialisation"], 1),
            }[measure]
        )


def test_a_theme_is_explained_and_narrows_the_table(open_page: Opener, facts: dict[str, Rows]) -> None:
    page = open_page("sectors", lang="en", theme="greentech", markets=["JP"])
    counts = Counter(row["market"] for row in present(facts) if row["theme_id"] == "greentech")
    assert f"n = {counts['JP']}" in page.pickable
    theme = next(row for row in facts["themes"] if row["theme_id"] == "greentech")
    assert theme["description_en"] in page.html


def test_no_market_and_no_company_are_said_in_words(open_page: Opener) -> None:
    page = open_page("sectors", lang="en", theme="life-sciences", markets=["ES"])
    assert "None of these markets" in page.html
    page.test.multiselect(key="markets").set_value([]).run()
    assert "at least one source market" in Opened(page.test).html


def test_nonsense_is_named(open_page: Opener) -> None:
    page = open_page("sectors", theme="x", measure="y", markets=["ZZ"], arrivals="QQ")
    assert len(page.notices) == 4 and page.figures


def test_who_chooses_one_market_sees_its_arrivals() -> None:
    assert read(Choice, {"markets": ["JP"]}, language("en")).choice.arrivals == "JP"
    several = read(Choice, {"markets": ["JP", "KR"]}, language("en")).choice
    assert several.arrivals == read(Choice, {}, language("en")).choice.arrivals
