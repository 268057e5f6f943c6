"""The pocket file opened from a disk, without a network: with scripts and without, on a phone and on a desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dashboard.briefing.pocket import pocket
from tests.briefing.samples import bare, hostile, sample
from tests.briefing.test_pocket import drawn_in, said_by, with_maps

pytestmark = pytest.mark.browser


@contextmanager
def opened(chromium: Browser, path: Path, width: int, *, dark: bool = False, scripts: bool = True) -> Iterator[Page]:
    """The file as a visitor of that kind has it; nothing may be asked for, nothing may go wrong."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        java_script_enabled=scripts,
    )
    context.set_offline(True)
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(path.as_uri())
    yield page
    assert [url for url in asked if not url.startswith(("data:", "blob:", path.as_uri()))] == [] and said == []
    context.close()


def drawn(page: Page) -> None:
    """Wait until every figure can be touched."""
    for figure in page.locator("[data-figure]").all():
        figure.scroll_into_view_if_needed()
        figure.locator(".plot .main-svg").first.wait_for(timeout=30_000)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pocket")
    found = {"JP": sample("JP", "en"), "compare": sample("compare", "de"), "maps": with_maps(), "hostile": hostile()}
    for name, one in found.items():
        (folder / f"{name}.html").write_bytes(pocket(one).content)
    return {name: folder / f"{name}.html" for name in found}


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", ["JP", "compare", "maps"])
def test_every_figure_is_drawn_as_it_should_be(
    chromium: Browser, files: dict[str, Path], name: str, width: int
) -> None:
    found = {"JP": sample("JP", "en"), "compare": sample("compare", "de"), "maps": with_maps()}[name]
    with opened(chromium, files[name], width, dark=width == 390) as page:
        drawn(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        for figure in drawn_in(found):
            types = page.evaluate(
                "key => document.querySelector(`[data-figure='${key}'] .plot`)._fullData.map((trace) => trace.type)",
                figure.key,
            )
            metas = {"narrow", "wide"} & {trace.meta for trace in figure.chart.figure.data}
            wanted = [trace.type for trace in figure.chart.figure.data]
            assert set(types) == set(wanted) and (metas or types == wanted)
            box = page.locator(f"[data-figure='{figure.key}'] .plot").bounding_box()
            assert box and box["height"] > 60 and box["width"] <= width
        assert page.locator(".still:visible").count() == 0


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1440, 390])
def test_all_is_legible_without_scripts(chromium: Browser, files: dict[str, Path], width: int, dark: bool) -> None:
    found = sample("JP", "en")
    with opened(chromium, files["JP"], width, dark=dark, scripts=False) as page:
        text = bare(page.locator("body").inner_text())
        assert [one for one in said_by(found) if bare(one) not in text] == []
        layout = "narrow" if width < 560 else "wide"
        shown = page.locator(f".still .{layout}:visible")
        assert shown.count() == len(drawn_in(found)) == page.locator(".still > :visible").count()
        for figure in shown.all():
            box = figure.bounding_box()
            assert box and box["height"] > 60 and box["x"] >= 0 and box["x"] + box["width"] <= width


def test_figures_follow_the_light_and_the_width(chromium: Browser, files: dict[str, Path]) -> None:
    with opened(chromium, files["JP"], 1200) as page:
        drawn(page)
        ink = "document.querySelector('.plot').layout.font.color"
        assert page.evaluate(ink) == "#1C1917"
        page.emulate_media(color_scheme="dark")
        page.wait_for_function(f"() => {ink} !== '#1C1917'")
        page.set_viewport_size({"width": 390, "height": 800})
        page.wait_for_function("() => document.querySelector('.plot').layout.width < 400")


def test_on_paper_figures_stand_still_and_are_light(chromium: Browser, files: dict[str, Path]) -> None:
    with opened(chromium, files["JP"], 1200, dark=True) as page:
        drawn(page)
        page.emulate_media(media="print", color_scheme="dark")
        assert page.locator(".plot:visible").count() == 0 and page.locator(".still:visible").count() > 5
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 250, 247)"


def test_it_is_read_with_the_keyboard(chromium: Browser, files: dict[str, Path]) -> None:
    with opened(chromium, files["JP"], 1200) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('nav') !== null")
        page.keyboard.press("Enter")
        assert page.url.endswith("#figures")


def test_nothing_hostile_runs(chromium: Browser, files: dict[str, Path]) -> None:
    with opened(chromium, files["hostile"], 390) as page:
        page.on("dialog", lambda _: pytest.fail("a script ran"))
        assert page.locator("img").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") == 390
