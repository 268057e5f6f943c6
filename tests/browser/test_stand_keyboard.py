"""The staff menu without a PIN: by its key on the stand's own machine, by no touch, and from no other machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dashboard.stand.desk import STAFF_KEY, hashed
from tests.browser.stand import PIN, answers, come, enter, tap
from tests.serving import serving
from tools.browser import OWN, until

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A stand without a PIN that other machines reach, too."""
    store = tmp_path_factory.mktemp("keyboard")
    with serving(store, POCKET_MODE="stand", POCKET_HOST="0.0.0.0", POCKET_IDLE_SECONDS="600") as served:  # noqa: S104
        yield served


def press_corner(page: Page) -> None:
    """Longer than a call for staff takes."""
    page.mouse.move(20, 20)
    page.mouse.down()
    page.wait_for_timeout(1800)
    page.mouse.up()


def test_the_key_opens_the_menu_and_escape_closes_it(chromium: Browser, address: str) -> None:
    visit = come(chromium, address)
    page = visit.page
    page.keyboard.press(STAFF_KEY)
    page.wait_for_selector(".pv-staff")
    assert STAFF_KEY in page.inner_text(".pv-staff dl")
    page.keyboard.press("Escape")
    page.wait_for_selector(".pv-staff", state="detached")
    visit.assert_clean()
    page.context.close()


def test_the_menu_goes_by_keyboard_alone(chromium: Browser, address: str) -> None:
    page = come(chromium, address).page
    page.keyboard.press(STAFF_KEY)
    page.wait_for_selector(".pv-staff")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.pick") == "pause":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector('.pv-staff [data-pick="play"]')
    page.keyboard.press("Enter")  # who goes by keyboard stays where he was
    page.wait_for_selector('.pv-staff [data-pick="pause"]')
    page.context.close()


def test_the_corner_is_like_any_other_place(chromium: Browser, address: str) -> None:
    page = come(chromium, address).page
    assert page.locator(".ps-corner").is_hidden()
    press_corner(page)
    page.wait_for_selector(".pv-languages")  # a visitor touched the screen, no more
    assert page.locator(".pv-pad, .pv-staff").count() == 0
    page.context.close()


def test_from_another_machine_the_key_opens_nothing(chromium: Browser, address: str) -> None:
    others = [one for one in OWN if not one.startswith("127.")]
    if not others:
        pytest.skip("this machine has no address but its own")
    page = come(chromium, address.replace("127.0.0.1", others[0])).page
    page.keyboard.press(STAFF_KEY)
    press_corner(page)
    page.wait_for_selector(".pv-languages")
    page.keyboard.press(STAFF_KEY)
    tap(page, ".pv-languages button")
    page.wait_for_selector(".pv-countries")
    assert page.locator(".pv-pad, .pv-staff").count() == 0
    page.context.close()


def test_with_a_pin_the_key_opens_the_pad_only(chromium: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, POCKET_MODE="stand", POCKET_STAFF_PIN=hashed(PIN)) as address:
        page = come(chromium, address).page
        page.keyboard.press(STAFF_KEY)
        page.wait_for_selector(".pv-pad")
        assert page.locator(".pv-staff").count() == 0
        enter(page, PIN)
        page.wait_for_selector(".pv-staff")
        page.keyboard.press("Escape")
        until(page, "!document.querySelector('.pv-staff')")
        answers(page)
        page.context.close()
