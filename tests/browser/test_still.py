"""Until Plotly has come, figures stand still as the server draws them; then they are live in the same place."""

import json
import re
from contextlib import suppress

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import Visitor
from tests.browser.test_component import choose_unsettled
from tools.browser import until

pytestmark = pytest.mark.browser
PLOTLY = re.compile(r".*/assets/plotly-")
STANDING = "[...document.querySelectorAll('.pw-figure')].filter((one) => one.querySelector('.pw-still svg')).length"
FIGURES = "document.querySelectorAll('.pw-figure').length"
BOXES = """() => [...document.querySelectorAll('.pw-plot')]
    .map(({ offsetTop, offsetWidth, offsetHeight }) => [offsetTop, offsetWidth, offsetHeight])"""
TEXTS = """(within) => [...document.querySelectorAll('.pw-plot')].map((plot) => [...plot.querySelectorAll(within)]
    .map((text) => text.textContent.replace(/\\s+/g, '')).filter(Boolean).sort().join())"""
ENDED = """document.querySelector('[data-test-script-state="notRunning"]')"""
FOCUSED = "[...document.querySelectorAll('.pw-plot *')].filter((one) => one.tabIndex >= 0).length"


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_a_figure_is_first_still_and_then_live_in_the_same_box(visitor: Visitor, width: int, scheme: str) -> None:
    """Plotly's script is held back; on the desk another market is chosen meanwhile."""
    visit, held = visitor(width=width, scheme=scheme), list[Route]()
    page = visit.page
    page.route(PLOTLY, lambda route: held.append(route))
    page.goto(f"{visit.server}/market?market=JP")
    if width > 390:
        until(page, f"{STANDING} > 0")
        choose_unsettled(page, "China")
        until(page, "document.querySelector('.pw-figure h3').innerText.startsWith('China')")
    until(page, f"{FIGURES} >= 7 && {STANDING} === {FIGURES} && {ENDED}")
    assert page.evaluate(FOCUSED) == 0 and page.locator(".pw-still:not([aria-hidden=true])").count() == 0
    boxes, texts = page.evaluate(BOXES), page.evaluate(TEXTS, ".pw-still text")
    for name in ("beforeprint", "afterprint"):
        page.evaluate(f"dispatchEvent(new Event('{name}'))")
    assert page.evaluate(f"!window.Plotly && {STANDING} === {FIGURES}")
    held[0].continue_()
    visit.settle()
    assert page.evaluate(STANDING) == 0 and len(held) == 1
    assert page.evaluate(BOXES) == boxes
    with suppress(TimeoutError):
        until(page, f"JSON.stringify(({TEXTS})('.main-svg text')) === JSON.stringify({json.dumps(texts)})", 10)
    assert page.evaluate(TEXTS, ".main-svg text") == texts
    visit.assert_clean()
