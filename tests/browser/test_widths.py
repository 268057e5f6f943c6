"""Between phone and desktop, at 200 % zoom, in forced colours: nothing covered, cut or lost."""

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visit, Visitor
from tests.browser.test_pages import PAGES

pytestmark = pytest.mark.browser

OVERFLOW = "(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))"
COVERED = """[...document.querySelectorAll('[data-testid=stTopNav] a, [data-testid=stTopNav] button')]
  .filter((link) => link.checkVisibility({ opacityProperty: true }) && !link.closest('[inert]'))
  .filter((link) => link.getBoundingClientRect().right
    > document.querySelector('.st-key-pw-language button').getBoundingClientRect().left).length"""
ROWS = """Object.values(Object.groupBy(document.querySelectorAll('.pw-kpi'), (kpi) => kpi.getBoundingClientRect().top))
  .map((row) => row.length)"""


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_or_lies_on_the_navigation(visitor: Visitor, name: str) -> None:
    visit = visitor(1024).open(PAGES[name][0])
    for width in (1024, 900, 769, 720, 680):
        visit.page.set_viewport_size({"width": width, "height": 900})
        visit.settle()
        assert visit.page.evaluate(OVERFLOW) <= 1, width
        assert visit.page.evaluate(COVERED) == 0, width


@pytest.mark.parametrize(("width", "rows"), [(1440, [5]), (720, [3, 2]), (390, [1, 2, 2])])
def test_no_key_figure_is_left_alone(visitor: Visitor, width: int, rows: list[int]) -> None:
    visit = visitor(width).open("/")
    assert visit.page.evaluate(ROWS) == rows
    assert visit.page.locator(".pw-kpis").get_by_role("listitem").count() == 5


def test_forced_colours_show_what_is_chosen_and_how_much(chromium: Browser, server: str) -> None:
    context = chromium.new_context(forced_colors="active", locale="de-DE")
    page = Visit(context.new_page(), server).open("/market?market=JP").page
    look = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
    selected = '.st-key-pw-language [data-selected="true"]'
    assert page.evaluate(look, [selected, "outlineStyle"]) == "solid"
    track, bar = (
        page.evaluate(look, [f".pw-measures {part}", "backgroundColor"]) for part in (".track", ".track span")
    )
    assert track != bar
    context.close()
