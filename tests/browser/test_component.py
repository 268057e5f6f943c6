"""A component's own script comes once, from a file; what happens until it has come, or if it does not."""

import re

import pytest
from playwright.sync_api import Page, Route

from dashboard import scripts
from tests.browser.conftest import Visitor
from tests.browser.test_figure import choose
from tools.browser import until

pytestmark = pytest.mark.browser
PASSAGE = re.compile(rf".*/{scripts.address('passage')}(\?\d+)?$")
PAINTED = "document.querySelectorAll('.pw-figure[data-painted]').length"
DOUBLE = (
    "[...document.querySelectorAll('[data-kind=figure]')].some((one) => one.children.length > 1)"
    " || document.querySelector('.pw-passage:not(.pw-part) + .pw-passage')"
)
WITHOUT = """() => { document.getElementById("pw-first")?.remove(); document.getElementById("root").inert = false; }"""


def test_it_is_fetched_once_for_all_figures_and_clicks(visitor: Visitor) -> None:
    visit, asked = visitor(), list[str]()
    visit.page.on("request", lambda request: asked.append(request.url))
    visit.open("/market?market=JP")
    choose(visit, "Markt", "China")
    assert len([url for url in asked if PASSAGE.match(url)]) == 1
    assert visit.page.evaluate(PAINTED) >= 5
    visit.assert_clean()


@pytest.mark.parametrize("lost", ["passage", "figure", "dress"])
def test_a_page_says_that_it_cannot_be_shown_and_is_shown_once_it_can(visitor: Visitor, lost: str) -> None:
    visit, script = visitor(), re.compile(rf".*/{scripts.address(lost)}(\?\d+)?$")
    page = visit.page
    page.route(script, lambda route: route.abort())
    page.goto(f"{visit.server}/market?market=JP")
    page.wait_for_selector("p[data-failed]", timeout=30_000)
    assert "nicht geladen" in page.locator("p[data-failed]").first.inner_text()
    page.unroute(script)
    page.wait_for_selector(".pw-figure[data-painted]")
    visit.settle()
    assert page.locator("[data-failed]").count() == 0 and page.evaluate(PAINTED) >= 5
    assert not page.evaluate(DOUBLE)


def test_what_is_chosen_before_it_has_come_is_what_is_drawn(visitor: Visitor) -> None:
    visit = visitor()
    page, held = visit.page, list[Route]()
    page.route(PASSAGE, lambda route: held.append(route))
    page.goto(f"{visit.server}/market?market=JP", wait_until="commit")
    page.wait_for_selector("#root > *", state="attached")
    page.evaluate(WITHOUT)
    page.wait_for_selector("[data-testid=stMain] input[role=combobox]", timeout=30_000)
    choose_unsettled(page, "China")
    until(page, "document.title.includes('China')")
    assert page.locator(".pw-figure").count() == 0
    held[0].continue_()
    page.wait_for_selector(".pw-figure[data-painted]")
    visit.settle()
    titles = page.locator(".pw-figure h3").all_inner_texts()
    assert (
        len(titles) >= 5 and any("China" in title for title in titles) and not any("Japan" in title for title in titles)
    )
    assert not page.evaluate(DOUBLE) and len(held) == 1
    visit.assert_clean()


def choose_unsettled(page: Page, option: str) -> None:
    """Choose a market, whatever is still on its way."""
    box = page.get_by_role("combobox", name=re.compile("Markt"))
    box.click()
    box.fill(option)
    page.get_by_role("option", name=re.compile(option)).first.click()
