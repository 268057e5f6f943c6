"""A list of another program brought in by an editor: corrected, answered, published, seen by others; a row mended."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ARTIFACTS, Visit
from tests.conftest import copy_of_data
from tests.intake.files import ROW, text
from tests.serving import serving

pytestmark = pytest.mark.browser
HEADS = [
    "Kundennummer",
    "Firmierung",
    "Land",
    "Ort",
    "Branche",
    "Funktion",
    "Status",
    "Mitarbeiter",
    "Stand",
    "Umsatz",
    "Quelle",
]
NAMES = ("Erste Öl & Gas GmbH", "Zweite Öl & Gas GmbH")
SEEN = 30_000  # milliseconds until what is published is seen


def exported() -> bytes:
    """As a program for customers writes it: titles, semicolons, decimal commas, thousands with points, cp1252."""
    rows = [
        [
            str(10_000 + at),
            name,
            "Japan",
            "Düsseldorf",
            "Geldwesen",
            "Vertrieb",
            "Aktiv",
            staff,
            "2024",
            "1.234,50",
            ROW[-1],
        ]
        for at, (name, staff) in enumerate(zip(NAMES, ("1.250", "34"), strict=True))
    ]
    return text([["Kundenliste Ausland"], [], HEADS, *rows], ";").encode("cp1252")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("store")
    data = copy_of_data(tmp_path_factory.mktemp("own") / "data")
    with serving(place, POCKET_STAFF="local", POCKET_DATA=str(data), POCKET_RELOAD_SECONDS="0.5") as found:
        yield found


def opened(chromium: Browser, address: str, path: str, width: int = 1440, scheme: str = "light") -> Visit:
    dark = "dark" if scheme == "dark" else "light"
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=dark, locale="en-GB")
    visit = Visit(context.new_page(), address)
    visit.page.goto(address + path)
    return visit


def chosen(page: Page, label: str, option: str) -> None:
    """Choose by keyboard."""
    page.get_by_role("combobox", name=label).click()
    page.keyboard.type(option)
    page.keyboard.press("Enter")


def picture(visit: Visit, name: str) -> None:
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    visit.page.screenshot(path=ARTIFACTS / f"{name}.png", full_page=True)


def test_a_list_of_another_program_becomes_facts(chromium: Browser, address: str) -> None:
    reader = opened(chromium, address, f"/companies?q={quote(NAMES[0])}")
    expect(reader.page.locator(".pw-empty")).to_be_visible(timeout=SEEN)
    visit = opened(chromium, address, "/import?lang=de")
    page = visit.page
    expect(page.get_by_text("bevor Sie veröffentlichen")).to_be_visible(timeout=SEEN)
    page.get_by_text("EN", exact=True).click()  # what is chosen by its German name stays so
    expect(page.get_by_text("Nothing is changed before you publish")).to_be_visible(timeout=SEEN)
    page.locator("input[type=file]").set_input_files({"name": "crm.csv", "mimeType": "text/csv", "buffer": exported()})
    expect(page.get_by_text("2 rows below row 3, cells between semicolons")).to_be_visible(timeout=SEEN)
    expect(page.get_by_text("3 questions are open.")).to_be_visible()
    chosen(page, "“Geldwesen”", "banking-finance")
    chosen(page, "“1.250”", "1.234,5")
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_text("1 question is open.")).to_be_visible(timeout=SEEN)  # of which year, which a column says
    visit.assert_accessible()
    picture(visit, "import-asked")
    chosen(page, "Stand", "employees_year")
    page.get_by_role("button", name="Take these columns").click()
    expect(page.get_by_text("2 rows to add")).to_be_visible(timeout=SEEN)
    why = page.get_by_role("textbox", name="Why")
    expect(why).to_be_visible(timeout=2 * SEEN)
    visit.assert_accessible()
    picture(visit, "import-ready")
    why.fill("from the fair")
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("is published")).to_be_visible(timeout=2 * SEEN)
    expect(reader.page.get_by_role("rowheader", name=NAMES[0])).to_be_visible(timeout=SEEN)  # by itself
    expect(reader.page.get_by_text("There are newer facts")).to_be_visible()
    for one in (visit, reader):
        one.assert_clean()
        one.page.context.close()


def test_the_row_is_mended_and_the_log_tells_it(chromium: Browser, address: str) -> None:
    visit = opened(chromium, address, "/import?table=companies&row=abb-ratingen", 390, "dark")
    page = visit.page
    expect(page.get_by_text("1 row", exact=True)).to_be_visible(timeout=SEEN)
    visit.assert_accessible()
    picture(visit, "import-rows")
    page.get_by_role("button", name="Check what would change").click()
    expect(page.get_by_text("Nothing was changed yet.")).to_be_visible(timeout=SEEN)
    page.goto(f"{address}/versions")
    log = page.locator(".pw-log li")
    expect(log.first).to_be_visible(timeout=SEEN)
    page.get_by_role("button", name="What it changed").click()
    visit.assert_accessible()
    picture(visit, "versions")
    with page.expect_download() as found:
        page.get_by_role("button", name="Save version").click()
    assert found.value.suggested_filename.endswith(".zip")
    visit.assert_clean()
    page.context.close()
