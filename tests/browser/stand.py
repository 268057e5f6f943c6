"""What the tests of the stand share: coming to it, touching it, opening its staff menu."""

from playwright.sync_api import Browser, Page

from tests.browser.conftest import Visit
from tools.browser import until

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


def tap(page: Page, selector: str) -> None:
    page.locator(selector).first.tap()


def open_staff(page: Page) -> None:
    page.mouse.move(20, 20)
    page.mouse.down()
    page.wait_for_selector(".pv-pad")
    page.mouse.up()


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


def at_rest(page: Page, selector: str) -> None:
    """Wait until its fonts are there and no element that it names, nor any within, is moving or fading."""
    moving = f"[...document.querySelectorAll('{selector}')].flatMap((one) => one.getAnimations({{ subtree: true }}))"
    until(page, f"document.fonts.status === 'loaded' && !{moving}.some((one) => one.playState === 'running')")


def answers(page: Page) -> None:
    """The loop is touched and answers; whatever was asked of the server before has been answered then, too."""
    tap(page, ".ps-glass")
    page.wait_for_selector(".pv-languages", timeout=15_000)
    tap(page, ".pv-languages button")
    tap(page, '.pv-countries [data-pick="home"]')
    page.wait_for_selector(".pv", state="detached")


def record_scenes(page: Page) -> None:
    """From now on `seen` holds every scene that has its turn."""
    page.evaluate("""() => {
      const conductor = document.querySelector(".ps-conductor");
      window.seen = new Set([conductor.dataset.scene]);
      new MutationObserver(() => seen.add(conductor.dataset.scene)).observe(conductor, { attributes: true });
    }""")
