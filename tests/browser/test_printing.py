"""Every page on A4: all that it says, nothing to press, no figure cut, light; each sheet says what it is."""

import re
from io import BytesIO
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from dashboard.language import Language
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import warehouse
from tests.browser.conftest import Visit, Visitor, in_turn
from tests.browser.test_pages import PAGES, SIZES
from tools.browser import until

pytestmark = pytest.mark.browser

MM = 96 / 25.4  # px
WIDTH, HEIGHT = (210 - 2 * 13) * MM, (297 - 12 - 15) * MM  # of what a sheet of A4 has room for, in px
WAYS = {"light-desktop-de": ("light", "desktop", "de"), "dark-phone-en": ("dark", "phone", "en")}
PRESSED = "button, input, [role=combobox], [role=slider], [role=radio], [role=switch]"
CONTENT = ".pw-figure .pw-sources, .pw-part > .pw-sources, .pw-pickable table *, .pw-card *"
INK = (28, 25, 23)

LEFT = f"""[...document.querySelectorAll(`{PRESSED}`)]
  .filter((one) => one.checkVisibility() && !one.matches(`{CONTENT}`)).map((one) => one.outerHTML)"""
WIDEST = """(() => { const page = document.querySelector("[data-testid=stMainBlockContainer]").getBoundingClientRect();
  return Math.max(...[...document.querySelectorAll(".main-svg, table, figure, p, .pw-kpis, li:not(.pw-kpi), h2, h3")]
    .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().right - page.left)); })()"""
HIGHEST = (
    """Math.max(...[...document.querySelectorAll(".pw-figure")].map((one) => one.getBoundingClientRect().height))"""
)
DRAWN = """[...document.querySelectorAll(".pw-plot")].filter((plot) => plot.checkVisibility())
  .every((plot) => Math.abs(plot.querySelector(".main-svg").clientWidth - plot.clientWidth) < 2)"""
INKS = """[...document.querySelectorAll("h1, h2, h3, .pw-figure h3, .pw-kpi .value, .pw-plot text")]
  .filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one)[one.closest("svg") ? "fill" : "color"])"""


def squeezed(text: str) -> str:
    """Without the blanks and lines that a PDF has elsewhere, letters that it joins by themselves."""
    return re.sub(r"\s+", "", normalize("NFKC", text.replace("ⓘ", "")))


def sheets(page: Page) -> list[str]:
    """The text of each sheet that a printer would get."""
    return [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages]


def opened(visitor: Visitor, name: str, way: str) -> tuple[Visit, Language]:
    scheme, size, lang = WAYS[way]
    return visitor(*SIZES[size], scheme, f"{lang}-DE").open(PAGES[name][0]), language(lang)


def on_paper(page: Page) -> None:
    """As the browser lays it out for a sheet."""
    page.set_viewport_size({"width": round(WIDTH), "height": round(HEIGHT)})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    until(page, DRAWN, 10)


@pytest.mark.parametrize(("name", "way"), in_turn(PAGES, WAYS))
def test_sheets_hold_all_that_a_page_says_and_nothing_to_press(visitor: Visitor, name: str, way: str) -> None:
    visit, lang = opened(visitor, name, way)
    assert_whole(visit.page, lang)
    assert_as_paper(visit.page)
    visit.assert_clean()


def assert_whole(page: Page, lang: Language) -> None:
    """All that the page says stands on its sheets, each of which says what it is; no figure or heading is cut off."""
    titles = page.locator("h1, .pw-section h2, .pw-figure h3").all_inner_texts()
    lines = page.locator(".pw-figure .pw-sources, .pw-part > .pw-sources").all_inner_texts()
    figures = zip(page.locator(".pw-figure h3").all(), page.locator(".pw-figure .pw-sources").all(), strict=True)
    pairs = [(squeezed(title.inner_text()), squeezed(source.inner_text())) for title, source in figures]
    found = sheets(page)
    whole, each = squeezed("".join(found)), [squeezed(sheet) for sheet in found]
    assert [text for text in (*titles, *lines) if squeezed(text) not in whole] == []
    for title, source in pairs:
        assert any(title in sheet and source in sheet for sheet in each), f"{title} is on two sheets"
    served, today = warehouse(), settings().current_date()
    days = [lang.month(*served.as_of), lang.month(today.year, today.month, today.day)]
    assert [text for text in (page.url, served.version, *days) if squeezed(text) not in each[-1]] == []
    for number, sheet in enumerate(each, 1):
        assert squeezed(page.title()) in sheet and f"{number}/{len(each)}" in sheet
    assert "PNG" not in whole and "SVG" not in whole
    headings = {squeezed(text) for text in page.locator(".pw-section h2").all_inner_texts()}
    for sheet in found:
        last = [squeezed(line) for line in sheet.splitlines() if line.strip()][-3:]
        assert not headings.intersection(last), "a heading ends a sheet"


def assert_as_paper(page: Page) -> None:
    """Nothing to press, cut or dark."""
    on_paper(page)
    assert page.evaluate(LEFT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH + 1  # else Chromium would shrink all of it
    assert page.evaluate(WIDEST) <= WIDTH + 1
    assert page.evaluate(HIGHEST) <= HEIGHT
    inks = [tuple(map(int, re.findall(r"\d+", ink)[:3])) for ink in page.evaluate(INKS)]
    assert INK in inks and max(map(sum, inks)) < 3 * 170


@pytest.mark.parametrize("name", ["overview", "market"])
def test_the_screen_is_as_before_afterwards(visitor: Visitor, name: str) -> None:
    visit, _ = opened(visitor, name, "light-desktop-de")
    widths = "[...document.querySelectorAll('.main-svg')].map((svg) => svg.clientWidth).join()"
    before = visit.page.evaluate(widths)
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    until(visit.page, DRAWN, 10)
    assert visit.page.evaluate(widths) != before
    visit.page.evaluate("dispatchEvent(new Event('afterprint'))")
    until(visit.page, f"{widths} === '{before}'", 10)
    assert not visit.page.locator(".pw-foot").is_visible()
    visit.assert_clean()
