"""What can be taken along: one menu on a figure, a list and a table, by mouse, keyboard and touch; its links lead to
files that hold what the page shows."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator

from dashboard.app_pages import PAGES
from dashboard.content.view import view
from dashboard.export.formats import made, package, page_workbook
from dashboard.made import Made
from dashboard.speaking import language
from tests.browser.conftest import Visit, Visitor
from tests.export.test_data_package import files
from tests.export.views import csv_lines, opened

pytestmark = pytest.mark.browser
MENU = "details.pw-take"
OWN = f".pw-part > {MENU}"  # of what is no figure


def file(address: str, *, dark: bool = False) -> Made:
    """The file that an address stands for."""
    parts = urlsplit(address)
    asked = parse_qs(parts.query, keep_blank_values=True)
    path, _, ending = unquote(parts.path).removeprefix("/figures/").rpartition(".")
    page, _, key = path.partition("/")
    shown = view(PAGES[page], asked, language(asked["lang"][0]))
    return made(shown, key, ending, dark=dark) if key else {"xlsx": page_workbook, "zip": package}[ending](shown)


def taken(visit: Visit, menu: Locator, name: str, nth: int = 0) -> Made:
    """Choose a format in a menu; the file that arrives, as the browser names it."""
    menu.locator("summary").click()
    link = menu.locator("a", has_text=name).nth(nth)
    assert link.get_attribute("target") == "_blank"
    # A tab of its own would take the file's arrival with it, or show the picture.
    link.evaluate("link => { link.target = '_self'; link.download = '' }")
    with visit.page.expect_download() as got:
        link.click()
    return Made(got.value.suggested_filename, "", got.value.path().read_bytes())


def menus(visit: Visit) -> dict[str, Locator]:
    """A figure's, a list's and a table's."""
    page = visit.page
    return {
        "figure": page.locator(f".pw-figure {MENU}").first,
        "list": page.locator(OWN, has_text="Signale").or_(page.locator(OWN, has_text="Signals")).first,
        "table": page.locator(OWN).last,
    }


@pytest.mark.parametrize("lang", ["de", "en"])
def test_files_arrive_and_hold_what_the_page_shows(visitor: Visitor, lang: str) -> None:
    visit = visitor().open(f"/market?market=KR&lang={lang}")
    speak, found = language(lang), menus(visit)
    title = visit.page.locator(".pw-figure h3").first.inner_text()
    table, below = csv_lines(taken(visit, found["figure"], "CSV").content, speak)
    assert title in {line[1] for line in below} and len(table) > 3
    drawing = taken(visit, found["figure"], "SVG")
    assert title in drawing.content.decode() and drawing.name.startswith("pocket-world_KR_market_market-counts_")
    assert taken(visit, found["figure"], "PNG").content.startswith(b"\x89PNG")
    shown = visit.page.locator(".pw-entries b").all_inner_texts()
    table, _ = csv_lines(taken(visit, found["list"], "CSV").content, speak)
    assert {cell for line in table[1:] for cell in line} & set(shown)
    company = visit.page.locator(".pw-companies tbody th button").first.inner_text()
    book = opened(taken(visit, found["table"], "XLSX").content)
    assert company in {line[1] for line in book.worksheets[1].iter_rows(values_only=True)}
    visit.assert_clean()


def test_the_whole_page_comes_as_workbook_and_package(visitor: Visitor) -> None:
    visit = visitor().open("/sectors?theme=greentech")
    menu = visit.page.locator(MENU).first
    book = opened(taken(visit, menu, "XLSX", 1).content)
    assert len(book.sheetnames) >= 4
    held = files(taken(visit, menu, "ZIP").content)
    assert "datapackage.json" in held and b"theme=greentech" in held["datapackage.json"]
    links = [urlsplit(str(link.get_attribute("href"))).path for link in visit.page.locator(".pw-take-page a").all()]
    assert links == ["/figures/sectors.xlsx", "/figures/sectors.zip", "/figures"]


def test_every_exhibit_has_its_menu_and_every_link_its_file(visitor: Visitor) -> None:
    """Of a page with all kinds of content."""
    visit = visitor().open("/market?market=JP&lang=en")
    shown = view(PAGES["market"], {"market": ["JP"]}, language("en"))
    links = visit.page.locator(f"{MENU} a").evaluate_all("all => all.map((link) => link.getAttribute('href'))")
    keys = {urlsplit(link).path.split("/")[-1].rpartition(".")[0] for link in links} - {"market"}
    assert keys == {key for key, exhibit in shown.exhibits.items() if exhibit.sheet.lines}
    for link in [link for link in links if link.split("?")[0].endswith(".csv")]:
        assert file(link).content


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_keyboard_and_touch_open_and_close_it(visitor: Visitor, width: int, scheme: str) -> None:
    visit = visitor(width, scheme=scheme).open("/market?market=KR")
    for menu in menus(visit).values():
        summary = menu.locator("summary")
        summary.focus()
        visit.page.keyboard.press("Enter")
        assert menu.get_attribute("open") is not None
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.closest('.pw-take a')?.innerText").startswith("CSV")
        box = menu.locator("> div").bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
        assert all((link.bounding_box() or {"height": 0})["height"] >= 32 for link in menu.locator("a").all())
        visit.page.keyboard.press("Escape")
        assert menu.get_attribute("open") is None and summary.evaluate("it => it === document.activeElement")
        if width < 600:
            summary.tap()
        else:
            summary.click()
        assert visit.page.locator(f"{MENU}[open]").count() == 1
        visit.page.locator("h1").first.click()
        assert menu.get_attribute("open") is None
    visit.assert_clean()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light")])
def test_axe_finds_nothing_serious_in_an_open_menu(visitor: Visitor, width: int, scheme: str) -> None:
    visit = visitor(width, scheme=scheme).open("/sectors")
    for menu in (visit.page.locator(f".pw-figure {MENU}").first, visit.page.locator(OWN).first):
        menu.locator("summary").click()
        found = Axe().run(visit.page).response["violations"]
        assert not [v["id"] for v in found if v["impact"] in ("serious", "critical")]


def test_a_change_of_the_page_changes_the_addresses(visitor: Visitor) -> None:
    visit = visitor().open("/companies?market=JP")
    first = visit.page.locator(f".pw-figure {MENU} a").first
    assert "market=JP" in str(first.get_attribute("href"))
    visit.page.get_by_role("button", name="Alle Filter zurücksetzen").click()
    visit.page.wait_for_url(lambda url: "market=JP" not in url, timeout=10_000)
    visit.settle()
    assert "market=JP" not in str(first.get_attribute("href"))
