"""The page Market, run from the entry: every market there is, both languages, nonsense in the address."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.settings import ROOT
from dashboard.warehouse import Warehouse, warehouse
from tests.conftest import Rows
from tests.opened import Opener

ALL = list(warehouse().ask("shared/markets")["market"])
HEADINGS = {"de": "Wie viele Unternehmen", "en": "How many companies"}


def opened(market: str | None, lang: str) -> AppTest:
    """The page as a visitor's link opens it."""
    test = AppTest.from_file(ROOT / "dashboard" / "app.py", default_timeout=60)
    test.query_params["lang"] = lang
    if market is not None:
        test.query_params["market"] = market
    return test.run().switch_page("app_pages/market.py").run()


def words(test: AppTest) -> str:
    """All HTML blocks of the page as one text."""
    return "\n".join(element.proto.body for element in test.get("html"))


@pytest.mark.parametrize("market", ALL)
def test_every_market_has_a_page_without_a_fault(market: str, served: Warehouse) -> None:
    test = opened(market, "en")
    assert not test.exception
    assert test.selectbox(key="market").value == market
    name = served.ask("market/desk", market=market).iloc[0]["name_en"]
    assert f"</span>{name}</h1>" in words(test)
    counted = len(served.ask("market/company_counts", market=market))
    assert HEADINGS["en"] in words(test) or not counted


@pytest.mark.parametrize("lang", ["de", "en"])
def test_both_languages(lang: str, served: Warehouse) -> None:
    desk = served.ask("market/desk", market="JP").iloc[0]
    text = words(opened("JP", lang))
    assert desk[f"focus_{lang}"].split(";")[0] in text
    assert HEADINGS[lang] in text


@pytest.mark.parametrize("wished", ["XX", "jp", "all", "", "DE", "'; drop table markets --", "é" * 500])
def test_an_unknown_market_is_answered_kindly(wished: str) -> None:
    test = opened(wished, "en")
    assert not test.exception
    assert test.selectbox(key="market").value == "JP"
    assert any("Japan" in info.value for info in test.info) or not wished


def test_without_a_market_japan_is_shown() -> None:
    test = opened(None, "en")
    assert test.selectbox(key="market").value == "JP"
    assert not test.info


def test_core_markets_are_offered_first(served: Warehouse) -> None:
    markets = served.ask("shared/markets")
    core = list(markets["core"])
    assert core == sorted(core, reverse=True)
    assert opened("JP", "en").selectbox(key="market").options[0] == markets["name_en"][0]


def test_another_choice_is_another_page() -> None:
    test = opened("JP", "en")
    test.selectbox(key="market").set_value("CN").run()
    assert not test.exception
    assert "</span>China</h1>" in words(test)
    assert "China Competence Centre" in words(test)


def test_all_milestones_open_in_a_dialog() -> None:
    test = opened("JP", "en")
    before = words(test).count('class="when"')
    test.button(key="market-milestones-list-all").click().run()
    assert not test.exception
    assert words(test).count('class="when"') > before


def test_the_company_table_is_the_list(open_page: Opener, facts: dict[str, Rows]) -> None:
    page = open_page("market", lang="de", market="KR")
    own = {row["company_id"] for row in facts["companies"] if row["market"] == "KR"}
    assert set(re.findall(r'<tr data-pick="market\?company=([^"]+)"', page.pickable)) == own


def test_a_company_of_the_list_opens_its_card(open_page: Opener, facts: dict[str, Rows]) -> None:
    company = next(row for row in facts["companies"] if row["market"] == "KR")
    page = open_page("market", lang="en", market="KR", company=company["company_id"])
    assert company["name"] in page.html.partition("pw-company ")[2]
