"""What the tests of the stand share: coming to it, touching it, looking at it, opening its staff menu."""

import os

import cv2
from playwright.sync_api import Browser, Page

from dashboard.language import LANGUAGES
from tests.browser.conftest import ARTIFACTS, Visit
from tools.browser import until

PIN = "2468"
SIZES = [(1920, 1080), (1080, 1920), (3840, 2160)]


def languages(size: tuple[int, int]) -> list[str]:
    """The first language at every size, each other one at one of the first two; all of them with `make test-every`."""
    if os.environ.get("EVERY"):
        return list(LANGUAGES)
    turn = SIZES.index(size)
    others = [code for number, code in enumerate(LANGUAGES) if number and number % 2 == turn]
    return [next(iter(LANGUAGES)), *others]


FAULTS = """(root) => {
  const faults = [], section = document.querySelector(root), texts = [];
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || node.parentElement.closest('figure, svg')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) texts.push({ node, box });
  }
  const source = section.querySelector('.ps-source')?.getBoundingClientRect();
  const invitation = root.endsWith('.ps') && document.querySelector('.ps-glass span').getBoundingClientRect();
  for (const { node, box } of texts) {
    const around = (boxes) => node.parentElement.closest(boxes)?.getBoundingClientRect();
    const slack = 0.3 * box.height;  // a line's box is higher than its letters
    const say = (what) => faults.push(`${what}: ${node.data.trim().slice(0, 60)}`);
    const [right, bottom] = [innerWidth + 1, innerHeight + 1];
    if (box.left < 0 || box.right > right || box.top < 0 || box.bottom > bottom) say('outside the screen');
    const own = around('button, li, dt, dd, h1, h2, p');
    if (own && (box.right > own.right + 2 || box.bottom > own.bottom + slack)) say('outside its box');
    const parent = around('dl > div, .ps-two > div, .ps-three > div, .pv-two > div');
    if (parent && box.right > parent.right + 2) say('outside its column');
    if (source && !around('.ps-source') && box.bottom > source.top + slack) say('on the source line');
    const beside = !invitation || box.top > invitation.bottom - slack || box.bottom < invitation.top + slack;
    if (!beside) say('on the invitation');
  }
  for (const figure of section.querySelectorAll('figure')) {
    if (figure.getBoundingClientRect().bottom > (source?.top ?? innerHeight)) faults.push('a figure is cut off');
  }
  for (const button of section.querySelectorAll('button')) {
    const box = button.getBoundingClientRect();
    if (box.width < 48 || box.height < 48) faults.push(`too small to hit: ${button.innerText}`);
  }
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) faults.push(`the page scrolls sideways: ${wide}`);
  return faults;
}"""


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


def keep(page: Page, name: str) -> None:
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=ARTIFACTS / f"stand-{name}.jpg", type="jpeg", quality=70, scale="css")


def read_code(page: Page, name: str, where: str = ".desk") -> str:
    """What the QR code says, read off the screen as a phone's camera has it from a metre away: two pixels for each."""
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    path = ARTIFACTS / f"stand-{name}-code.png"
    page.locator(f"{where} figure").screenshot(path=path, scale="css")
    picture = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    seen = cv2.resize(picture, None, fx=2, fy=2, interpolation=cv2.INTER_NEAREST)
    text, _, _ = cv2.QRCodeDetectorAruco().detectAndDecode(seen)
    return str(text)
