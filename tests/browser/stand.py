"""What the tests of the stand share: coming to it, touching it, opening its staff menu."""

import time

from playwright.sync_api import Browser, Page

from tests.browser.conftest import Visit

PIN = "2468"


def come(chromium: Browser, address: str, size: tuple[int, int] = (1920, 1080), locale: str = "de-DE") -> Visit:
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]}, has_touch=True, locale=locale, service_workers="block"
    )
    visit = Visit(context.new_page(), address)
    visit.page.goto(address + "/")
    wait_for_loop(visit.page)
    return visit


def wait_for_loop(page: Page) -> None:
    page.wait_for_selector(".ps-conductor[data-scene]", timeout=30_000, state="attached")
    until(page, "[...document.querySelectorAll('.pw-figure')].every((figure) => figure.dataset.painted)")


def until(page: Page, condition: str, timeout: float = 30) -> None:
    """Wait until the JavaScript condition holds (the page's security policy forbids Playwright's own way)."""
    ends = time.monotonic() + timeout
    while not page.evaluate(condition):
        assert time.monotonic() < ends, condition
        page.wait_for_timeout(50)


def tap(page: Page, selector: str) -> None:
    page.locator(selector).first.tap()


def open_staff(page: Page) -> None:
    page.mouse.move(20, 20)
    page.mouse.down()
    page.wait_for_timeout(1800)
    page.mouse.up()
    page.wait_for_selector(".pv-pad")


def enter(page: Page, pin: str) -> None:
    for place, digit in enumerate(pin, 1):
        tap(page, f'.pv-pad [data-pick="{digit}"]')
        until(page, f"document.querySelector('.pv-pad .dots').innerText.length === {place}")
    tap(page, '.pv-pad [data-pick="enter"]')


def scenes(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('[class*=st-key-scene-]')]"
        ".map((scene) => [...scene.classList].find((name) => name.startsWith('st-key-scene-')))"
    )
    return found
