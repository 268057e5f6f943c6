"""The opening scene in a real Chromium: never still, large enough for five metres, calm for who wishes it."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from dashboard.language import LANGUAGES
from dashboard.speaking import language
from tests.browser.conftest import Visit
from tests.browser.stand import tap, wait_for_loop
from tests.conftest import Rows
from tests.queries.present import present
from tests.serving import serving
from tools.browser import FRAME, until

pytestmark = pytest.mark.browser

SECONDS = 16
PROFILE = '[{0}]\ntitle = ""\nlanguage = "{0}"\nscenes = [{{ show = "origins", seconds = 16 }}]\n'
SIZES = [(1920, 1080), (1080, 1920), (3840, 2160)]
LINE = 0.98  # of the height: below it only the line that shows how the time goes
DRAWN = """[...document.querySelectorAll(".ps-origins path[pathLength]")].filter((arc) =>
  arc.style.strokeDasharray === "1px, 2px" && arc.checkVisibility({ visibilityProperty: true })).length"""
NUMBER = "document.querySelector('.ps-origins .number').textContent"
# How high the number's digits and the question's letters are, as shares of the screen's height.
SHARES = """(() => {
  const pen = document.createElement("canvas").getContext("2d");
  const number = document.querySelector(".ps-origins .number"), question = document.querySelector(".ps-origins h1");
  const size = (element) => parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom;
  pen.font = `600 ${size(number)}px ${getComputedStyle(number).fontFamily}`;
  return [pen.measureText(number.textContent).actualBoundingBoxAscent / innerHeight, size(question) / innerHeight];
})()"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A stand that shows nothing else."""
    folder = tmp_path_factory.mktemp("origins")
    (folder / "stand.toml").write_text("\n".join(map(PROFILE.format, LANGUAGES)), encoding="utf-8")
    chosen = {"POCKET_PROFILES": str(folder / "stand.toml"), "POCKET_PROFILE": "de", "POCKET_IDLE_SECONDS": "600"}
    with serving(folder, POCKET_MODE="stand", **chosen) as served:
        yield served


def come(chromium: Browser, address: str, size: tuple[int, int] = SIZES[0], motion: str = "no-preference") -> Visit:
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]},
        has_touch=True,
        reduced_motion="reduce" if motion == "reduce" else "no-preference",
    )
    visit = Visit(context.new_page(), address)
    visit.page.goto(address)
    wait_for_loop(visit.page)
    visit.page.wait_for_selector(".ps-origins", state="attached")
    return visit


def picture(page: Page) -> bytes:
    size = page.viewport_size
    assert size is not None
    return page.screenshot(clip={"x": 0, "y": 0, "width": size["width"], "height": LINE * size["height"]})


def test_it_is_never_still_and_adds_up_to_what_is_in_the_list(
    chromium: Browser, address: str, facts: dict[str, Rows]
) -> None:
    companies = Counter(row["market"] for row in present(facts) if row["market"] != "DE")
    visit = come(chromium, address)
    page = visit.page
    page.wait_for_load_state("networkidle")  # its files have come, fonts too
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    until(page, f"{NUMBER} === '1'", 40)  # its turn has just begun
    pictures = [picture(page)]
    for _ in range(SECONDS // 2):
        page.wait_for_timeout(2000)
        pictures.append(picture(page))
    assert all(before != after for before, after in pairwise(pictures))
    until(page, f"{NUMBER} === '{language('de').number(companies.total())}'", 40)
    until(page, f"{DRAWN} === {len(companies)}", 10)
    assert f"{len(companies)} Ländern" in page.inner_text(".ps-origins .said")
    assert {url.removeprefix(address) for url in asked} <= {"/health?screen"}, "and asks for nothing more"
    visit.assert_clean()
    page.context.close()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_it_is_read_from_five_metres(chromium: Browser, address: str, size: tuple[int, int]) -> None:
    page = come(chromium, address, size).page
    digits, question = page.evaluate(SHARES)
    assert digits >= 0.2 and question >= 0.05
    page.context.close()


def test_it_leaves_the_processor_to_others(chromium: Browser, address: str) -> None:
    """Twenty pictures a second at most, whatever the screen could show."""
    page = come(chromium, address).page
    until(page, "document.querySelectorAll('.ps-origins .on-its-way[transform]').length > 3", 40)
    drawn = page.evaluate("""new Promise((resolve) => {
      let drawn = 0;
      const dot = document.querySelector(".ps-origins .on-its-way[transform]");
      new MutationObserver(() => { drawn += 1; }).observe(dot, { attributeFilter: ["transform"] });
      setTimeout(() => resolve(drawn), 2000);
    })""")
    assert 2 <= drawn <= 41
    page.context.close()


def test_who_wishes_no_motion_sees_steps(chromium: Browser, address: str) -> None:
    page = come(chromium, address, motion="reduce").page
    until(page, f"{NUMBER} !== '574' && {DRAWN} > 3", 40)
    seen = Counter[str]()
    for _ in range(60):
        seen[page.evaluate(f"{NUMBER} + ' ' + document.querySelectorAll('.on-its-way[transform]').length")] += 1
        page.wait_for_timeout(100)
    assert 3 <= len(seen) <= 6, "a number for about two seconds, then another one"
    assert all(state.endswith(" 0") for state in seen), "and nothing travels"
    page.context.close()


def test_a_touch_asks_for_the_language_and_the_scene_stands_still_meanwhile(chromium: Browser, address: str) -> None:
    page = come(chromium, address).page
    until(page, f"{DRAWN} > 3", 40)
    tap(page, ".ps-glass")
    page.wait_for_selector(".pv-languages")
    page.wait_for_timeout(400)
    before = page.inner_html(".ps-origins .arcs")
    page.wait_for_timeout(400)
    assert page.inner_html(".ps-origins .arcs") == before
    tap(page, '.pv-languages [data-pick="lang:ko"]')
    tap(page, '.pv-countries [data-pick="home"]')
    until(page, f"{NUMBER} === '1'", 15)
    page.evaluate(FRAME)
    page.context.close()
