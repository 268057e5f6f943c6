"""The Region page in use: the years play, a site opens its company."""

import pytest

from dashboard.screen.playing import PACE
from tests.browser.conftest import Visitor
from tools.browser import until

pytestmark = pytest.mark.browser

TITLES = """() => {
  const title = document.querySelector(".pw-figure h3");
  window.titles = new Set();
  const seen = new MutationObserver(() => titles.add(title.innerText));
  seen.observe(title, { childList: true, characterData: true, subtree: true });
}"""


@pytest.mark.parametrize("kind", ["towns", "moves"])
def test_the_years_play_to_the_end_without_errors(visitor: Visitor, kind: str) -> None:
    visit = visitor(locale="en-GB").open(f"/region?show={kind}&year=2020")
    visit.page.evaluate("document.querySelector('.pw-plot').mine = true")
    visit.page.evaluate(TITLES)
    visit.page.get_by_role("button", name="Play").click()
    visit.page.get_by_role("button", name="Pause").wait_for(timeout=10_000)
    visit.page.get_by_role("button", name="Play").wait_for(timeout=30_000)
    visit.settle()
    assert visit.page.evaluate("titles.size") >= 5, "the years were shown one after the other"
    assert "today" in visit.page.locator(".pw-figure h3").first.inner_text()
    assert visit.page.evaluate("document.querySelector('.pw-plot').mine"), "the map was updated in place"
    visit.assert_clean()


def test_playing_stops_at_a_click_and_the_year_is_in_the_address(visitor: Visitor) -> None:
    visit = visitor(locale="en-GB").open("/region?year=1990")
    visit.page.get_by_role("button", name="Play").click()
    visit.page.get_by_role("button", name="Pause").wait_for(timeout=10_000)
    until(visit.page, "!document.querySelector('.pw-figure h3').innerText.includes('1990')", 10)
    visit.page.get_by_role("button", name="Pause").click()
    visit.page.get_by_role("button", name="Play").wait_for(timeout=10_000)
    visit.settle()
    title = visit.page.locator(".pw-figure h3").first.inner_text()
    visit.settle(quiet=2.5 * PACE)
    assert visit.page.locator(".pw-figure h3").first.inner_text() == title
    assert f"year={title[-4:]}" in visit.page.url
    visit.assert_clean()


def test_the_slider_goes_by_keyboard(visitor: Visitor) -> None:
    visit = visitor(locale="en-GB").open("/region?year=2000")
    visit.page.get_by_role("slider").focus()
    visit.page.keyboard.press("ArrowLeft")
    until(visit.page, "document.querySelector('.pw-figure h3').innerText.includes('1999')", 10)
    visit.assert_clean()


def test_a_site_opens_its_company(visitor: Visitor) -> None:
    visit = visitor().open("/region?show=sites&market=KR")
    visit.page.mouse.click(*visit.point_at(visit.page.locator(".pw-plot").first.locator("path.point").first))
    visit.page.wait_for_url("**/companies?*company=*", timeout=10_000)
    visit.page.wait_for_selector(".pw-company")
    visit.assert_clean()
