"""The first view in a real Chromium: it needs no script of Streamlit's; what takes its place stands where it stood."""

import pytest
from playwright.sync_api import Route

from tests.browser.conftest import Visit, Visitor
from tools.browser import until

pytestmark = pytest.mark.browser

WHERE = """(within) => [".pw-head h1", ".pw-kpis", ".pw-kpi:last-child .value", "figure", "figure svg"].map((name) => {
  const { x, y, width, height } = document.querySelector(`${within} ${name}`).getBoundingClientRect();
  return [x, y, width, height];
})"""
SCRIPTS = "**/static/js/**"


def opened(visit: Visit, path: str) -> tuple[list[Route], list[list[float]]]:
    """The page while Streamlit's scripts are on their way, and where its parts stand; asked for until it is made."""
    held: list[Route] = []
    visit.page.route(SCRIPTS, lambda route: held.append(route))  # Playwright wants no method
    for _ in range(30):
        held.clear()
        visit.page.goto(visit.server + path, wait_until="commit")
        visit.page.wait_for_selector("#root", state="attached")
        if visit.page.locator("#pw-first h1").count():
            break
    visit.page.wait_for_selector("#pw-first figure svg", state="attached")
    visit.page.evaluate("document.fonts.ready")
    return held, visit.page.evaluate(WHERE, "#pw-first")


@pytest.mark.parametrize(
    ("path", "width", "scheme"), [("/", 1440, "light"), ("/market?market=JP&lang=de", 1440, "dark")]
)
def test_it_stands_before_and_nothing_moves(visitor: Visitor, path: str, width: int, scheme: str) -> None:
    visit = visitor(width=width, scheme=scheme)
    held, before = opened(visit, path)
    page = visit.page
    assert page.locator("#pw-first .pw-kpi").count() == 5 and page.locator("#root").evaluate("root => root.inert")
    paper = page.locator("#pw-first").evaluate("one => getComputedStyle(one).backgroundColor")
    visit.assert_accessible()
    for route in held:
        route.continue_()
    page.unroute(SCRIPTS)
    until(page, "!document.getElementById('pw-first')", 60)
    visit.settle()
    after = page.evaluate(WHERE, "#root")
    apart = max(abs(a - b) for one, other in zip(before, after, strict=True) for a, b in zip(one, other, strict=True))
    assert apart <= 2, (before, after)
    assert page.locator(".stApp").evaluate("one => getComputedStyle(one).backgroundColor") == paper
    assert not page.locator("#root").evaluate("root => root.inert")
    visit.assert_clean()


def test_the_readers_own_scheme_and_links(visitor: Visitor) -> None:
    visit = visitor(scheme="light")
    page = visit.page
    page.add_init_script("localStorage.setItem('stActiveTheme-/-v2', JSON.stringify('Dark'))")
    opened(visit, "/")
    until(page, "getComputedStyle(document.documentElement).colorScheme === 'dark'")
    page.locator("#pw-first .pw-list a").first.click()
    page.wait_for_url("**/companies?**", wait_until="commit")
