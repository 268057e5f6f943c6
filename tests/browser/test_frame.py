"""What stands around every page: its language, Streamlit's own words, the steps of Back."""

import re

import pytest

from tests.browser.conftest import Visit, Visitor
from tools.browser import until

pytestmark = pytest.mark.browser
NOTHING_FOUND = "document.querySelector('.pw-empty')"


def steps(visit: Visit) -> int:
    return int(visit.page.evaluate("history.length"))


def test_a_page_without_figures_says_its_language(visitor: Visitor) -> None:
    visit = visitor(scheme="dark")
    visit.page.goto(f"{visit.server}/companies?q=zzzzqqqq")
    until(visit.page, NOTHING_FOUND)
    until(visit.page, "document.documentElement.style.colorScheme === 'dark'", 10)
    assert visit.page.evaluate("document.documentElement.lang") == "de"
    visit.page.get_by_text("EN", exact=True).click()
    until(visit.page, "document.documentElement.lang === 'en'", 10)
    visit.assert_clean()


def test_a_search_is_one_step_back(visitor: Visitor) -> None:
    visit = visitor().open("/companies?page=2")
    before = steps(visit)
    visit.page.get_by_role("searchbox").press_sequentially("mitsubishi", delay=150)
    visit.settle()
    assert steps(visit) == before + 1
    assert visit.page.url.endswith("/companies?q=mitsubishi")
    visit.page.go_back()
    visit.settle()
    assert visit.page.url.endswith("/companies?page=2")
    assert visit.page.get_by_role("searchbox").input_value() == ""
    visit.assert_clean()


def test_a_slider_moved_is_one_step_back(visitor: Visitor) -> None:
    visit = visitor().open("/outlook")
    before = steps(visit)
    for slider in (0, 0, 0, 1, 1):
        visit.page.get_by_role("slider").nth(slider).press("ArrowLeft")
        visit.settle(0.1)
    assert steps(visit) == before + 2, "one for each slider"
    assert "projects=20&companies=30" in visit.page.url
    visit.assert_clean()


def test_streamlit_speaks_german(visitor: Visitor) -> None:
    visit = visitor(900).open("/compare")
    said = visit.page.locator("nav, .stApp > a, [data-testid=stSkipToContent]").all_inner_texts()
    assert "Zum Inhalt springen" in said and any("weitere" in text for text in said)
    assert visit.page.get_by_role("navigation", name="Seiten").is_visible()
    visit.page.get_by_role("combobox", name="Region").fill("qqqq")
    visit.page.get_by_text("Kein Treffer", exact=True).wait_for()
    visit.page.keyboard.press("Escape")
    assert visit.page.get_by_role("button", name=re.compile("Japan entfernen")).count() == 1
    visit.page.locator(".pw-sources").first.click()
    visit.page.get_by_role("dialog").get_by_role("button", name="Schließen").click()
    visit.page.get_by_role("dialog").wait_for(state="detached")
    visit.assert_clean()


def test_english_stays_english(visitor: Visitor) -> None:
    visit = visitor(locale="en-GB").open("/compare")
    assert visit.page.get_by_text("Skip to main content", exact=True).count() == 1
    visit.assert_clean()
