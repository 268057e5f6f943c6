"""Several cities in a real Chromium: the process of one of them, at both sizes, light and dark, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.cities.averne import averne
from tests.cities.together import OWN, add_company, publish, publish_own
from tools import browser

pytestmark = pytest.mark.browser


@pytest.fixture
def process(tmp_path: Path) -> Iterator[str]:
    """The shipped city's own process, which compares it with the tests' second city."""
    folder, store = averne(tmp_path / "averne" / "data"), tmp_path / "store"
    publish_own(store)
    publish(folder, store)
    with browser.serving(store, POCKET_CITIES=f"{OWN}:{folder}", POCKET_PREFIX="one") as address:
        yield f"{address}/one"


def test_cities_are_compared(visitor: Visitor, process: str, tmp_path: Path) -> None:
    """And an open page shows by itself what another city publishes."""
    visit = visitor(address=process).open("/cities?market=SE")
    assert visit.page.locator("h1").first.inner_text() == "Städte im Vergleich"
    assert visit.page.locator("header a", has_text="Städte").count() == 1
    assert visit.page.locator(".pw-figure").count() == 3
    visit.assert_accessible()
    visit.page.get_by_role("button", name="H&M").first.click()
    visit.page.wait_for_url("**/one/companies?*company=*")
    visit.assert_clean()

    phone = visitor(390, 844, "dark", "en-GB", process).open("/cities?theme=ocean")
    assert "Averne" in phone.page.locator(".pw-companies tbody").inner_text()
    wide = "(m => m.scrollWidth - m.clientWidth)(document.querySelector('[data-testid=stMain]'))"
    assert phone.page.evaluate(wide) <= 1, "the page scrolls sideways"
    phone.assert_accessible()

    publish_more(tmp_path)
    expect(phone.page.get_by_text("There are newer facts")).to_be_visible(timeout=60_000)
    expect(phone.page.locator(".pw-companies tbody")).to_contain_text("Newcomer", timeout=60_000)
    phone.assert_clean()


def publish_more(place: Path) -> Path:
    """The other city publishes one more company, while the page is open."""
    folder = place / "averne" / "data"
    add_company(folder, "Newcomer", theme_id="ocean")
    return publish(folder, place / "store")
