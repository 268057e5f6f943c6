"""The analyst's short ways in use: copied links, the tab's title, links by names, filters, files."""

import csv
import io

import pytest

from tests.browser.conftest import Visit, Visitor
from tests.browser.test_companies import total
from tests.browser.test_taking import file
from tools.browser import until

pytestmark = pytest.mark.browser
COPY = ".st-key-pw-language .pw-copy"
FIELD = f"document.querySelector('{COPY} label').hidden"


def copied(visit: Visit) -> str:
    return str(visit.page.evaluate("navigator.clipboard.readText()"))


def test_a_link_is_copied_and_said(visitor: Visitor) -> None:
    visit = visitor(locale="en-GB").open("/companies?market=JP&topic=batteries")
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = visit.page.get_by_role("button", name="Copy link")
    button.focus()
    visit.page.keyboard.press("Enter")
    visit.page.locator(f"{COPY} [role=status]", has_text="Copied").wait_for()
    assert copied(visit) == visit.page.url and "topic=batteries" in visit.page.url
    visit.page.locator(f"{COPY} [role=status]", has_text="Copied").wait_for(state="hidden")
    visit.assert_clean()


@pytest.mark.parametrize("why", ["no safe connection", "not allowed"])
def test_where_the_browser_does_not_copy_the_address_stands_selected(visitor: Visitor, why: str) -> None:
    visit = visitor(390, 844, scheme="dark")
    clipboard = "undefined" if why == "no safe connection" else "{ writeText: () => Promise.reject(new Error()) }"
    visit.page.add_init_script(f"Object.defineProperty(navigator, 'clipboard', {{ value: {clipboard} }})")
    visit.open("/market?market=KR")
    visit.page.get_by_role("button", name="Link kopieren").click()
    until(visit.page, f"!{FIELD}", 5)
    assert visit.page.evaluate("getSelection().toString()") == visit.page.url
    field = visit.page.locator(f"{COPY} label")
    assert "Bitte selbst kopieren" in field.inner_text()
    box = field.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
    visit.page.keyboard.press("Escape")
    until(visit.page, FIELD, 5)
    assert visit.page.evaluate("document.activeElement.closest('.pw-copy') !== null"), "who goes by keyboard stays"
    visit.assert_clean()


def test_a_card_has_its_own_link(visitor: Visitor) -> None:
    visit = visitor(locale="en-GB").open("/companies")
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.locator(".pw-companies tbody tr").first.click()
    dialog = visit.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Copy link").click()
    dialog.locator("[role=status]", has_text="Copied").wait_for()
    assert "company=" in copied(visit)
    visit.assert_clean()


@pytest.mark.parametrize(
    ("path", "locale", "title"),
    [
        ("/market?market=JP", "en-GB", "Japan · Market · Pocket World"),
        ("/market?market=KR", "de-DE", "Südkorea · Markt · Pocket World"),
        ("/sectors?theme=greentech", "en-GB", "GreenTech · Sectors · Pocket World"),
        ("/companies", "de-DE", "Unternehmen · Pocket World"),
    ],
)
def test_the_tab_says_what_the_page_is_about(visitor: Visitor, path: str, locale: str, title: str) -> None:
    visit = visitor(locale=locale).open(path)
    assert visit.page.title() == title


def test_a_link_by_names_is_understood_and_back_leads_out_of_it(visitor: Visitor) -> None:
    visit = visitor().open("/region")
    visit.open("/companies?town=Cologne&theme=lifesciences")
    until(visit.page, "location.search === '?town=K%C3%B6ln&theme=life-sciences'", 10)
    assert visit.page.locator('[data-testid="stAlert"]').count() == 0
    for _ in range(3):
        if "/region" in visit.page.url:
            break
        visit.page.go_back()
        visit.page.wait_for_selector("h1")
        visit.page.wait_for_timeout(1500)
    assert "/region" in visit.page.url
    visit.assert_clean()


def test_staff_and_topic_by_keyboard(visitor: Visitor) -> None:
    visit = visitor().open("/companies")
    every = total(visit)
    field = visit.page.get_by_role("spinbutton", name="Beschäftigte von")
    field.fill("500")
    field.press("Enter")
    visit.page.wait_for_url("**/companies?staff_from=500", timeout=10_000)
    visit.settle()
    large = total(visit)
    assert 0 < large < every
    visit.page.get_by_text("Auch Unternehmen ohne bekannte Beschäftigtenzahl").click()
    visit.page.wait_for_url("**staff_unknown=yes", timeout=10_000)
    visit.settle()
    assert total(visit) > large
    visit.page.get_by_role("button", name="Alle Filter zurücksetzen").click()
    visit.page.wait_for_url("**/companies", timeout=10_000)
    visit.settle()
    assert total(visit) == every and field.input_value() == ""
    topic = visit.page.get_by_role("combobox", name="Stichwort")
    topic.fill("Wasser")
    topic.press("Enter")
    visit.page.wait_for_url("**/companies?topic=hydrogen", timeout=10_000)
    visit.settle()
    assert 0 < total(visit) < 20
    visit.assert_clean()


def test_a_downloaded_file_is_in_the_readers_notation(visitor: Visitor) -> None:
    visit = visitor().open("/outlook")
    visit.page.locator('details:has([data-testid="stDataFrame"]) > summary').last.click()
    visit.page.locator('[data-testid="stDataFrame"]').hover()
    link = visit.page.locator('[data-testid="stExpander"]:has([data-testid="stDataFrame"]) .pw-take a').first
    assert visit.page.locator('[data-testid="stElementToolbarButton"] path[d^="M18 15v3"]').first.is_hidden(), (
        "the table's own file is in one notation only"
    )
    text = file(str(link.get_attribute("href"))).content.decode("utf-8-sig")
    heads, first, *_ = csv.reader(io.StringIO(text), delimiter=";")
    line = dict(zip(heads, first, strict=True))
    assert "," in line["Punktwert (0–100)"] and line["Quellmarkt (Kürzel)"] == "CN" and line["Quellmarkt"] == "China"
    visit.assert_clean()


def test_on_a_phone_the_filters_fit(visitor: Visitor) -> None:
    visit = visitor(390, 844).open("/companies?staff_from=100")
    wide = visit.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    box = visit.page.get_by_role("spinbutton", name="Beschäftigte von").bounding_box()
    assert box and box["width"] > 60
    visit.assert_clean()
