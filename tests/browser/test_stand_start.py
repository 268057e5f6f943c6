"""The stand that opens on purpose at something, by its setting or by the staff's search."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dashboard.stand.desk import STAFF_KEY
from tests.browser.conftest import EVERY
from tests.browser.stand import come, tap, wait_for_loop
from tests.serving import serving
from tools.browser import until

pytestmark = pytest.mark.browser
WIDE = "document.querySelector('.pv-staff').scrollWidth <= innerWidth"


def test_it_opens_at_a_country_and_goes_back_to_its_loop(chromium: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, POCKET_MODE="stand", POCKET_START="Japan", POCKET_IDLE_SECONDS="2") as address:
        visit = come(chromium, address)
        page = visit.page
        page.wait_for_selector('.pv-country[lang="de"]')
        assert "Japan" in page.inner_text(".pv-country h1")
        page.wait_for_selector(".pv", state="detached", timeout=30_000)
        until(page, "document.querySelector('.ps-conductor').dataset.scene === 'scene-0-origins'")
        page.reload()
        wait_for_loop(page)
        assert page.locator(".pv").count() == 0, "only the first screen opens there"
        visit.assert_clean()
        page.context.close()


@pytest.mark.parametrize(
    "size", [(1080, 1920), (1920, 1080)][: 2 if EVERY else 1], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_staff_search_and_show_it_with_one_click(chromium: Browser, tmp_path: Path, size: tuple[int, int]) -> None:
    with serving(tmp_path, POCKET_MODE="stand", POCKET_IDLE_SECONDS="600") as address:
        visit = come(chromium, address, size)
        page = visit.page
        for term, pick, arrived in (
            ("wiko", "company:wiko-germany", ".pv-company"),
            ("greentech", "theme:greentech", ".pv-field"),
            ("wasserstoff", "topic:hydrogen", ".pv-field"),
            ("korea", "market:KR", ".pv-country"),
        ):
            page.keyboard.press(STAFF_KEY)
            page.wait_for_selector(".pv-staff input:focus")
            page.keyboard.type(term)
            page.wait_for_selector(f'.pv-staff [data-pick="{pick}"]')
            assert page.evaluate(WIDE) and page.input_value(".pv-staff input") == term
            tap(page, f'.pv-staff [data-pick="{pick}"]')
            page.wait_for_selector(arrived)
            tap(page, '.pv [data-pick="home"]')
            page.wait_for_selector(".pv", state="detached")
        page.keyboard.press(STAFF_KEY)
        page.wait_for_selector(".pv-staff input:focus")
        page.keyboard.type("xyzzy")
        page.wait_for_selector(".pv-staff .found p")
        assert page.evaluate("document.querySelector('.pv-staff .found p').clientWidth > 0.8 * innerWidth")
        page.keyboard.press("Enter")  # opens nothing where nothing is found
        page.keyboard.press("Control+a")
        page.keyboard.press("Backspace")
        page.wait_for_selector(".pv-staff dl")  # the menu again
        page.keyboard.type("wiko")
        page.keyboard.press("Enter")  # before the list is there
        page.wait_for_selector(".pv-company")
        assert "Wiko" in page.inner_text(".pv-company h1")
        visit.assert_clean()
        page.context.close()
