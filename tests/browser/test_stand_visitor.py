"""A visitor's short ways, by touch in a real Chromium: cards, whole lists, search and topics, codes to take along."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.language import LANGUAGES
from dashboard.questions import companies
from dashboard.speaking import language as spoken
from dashboard.stand.companies import in_part
from dashboard.stand.way import Part
from tests.browser.conftest import Visit
from tests.browser.stand import FAULTS, SIZES, at_rest, come, keep, languages, read_code, tap
from tests.serving import serving
from tools.browser import until

# The facts are opened before anybody comes: a test that is busy meanwhile looks like a dead server to the stand.
pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("served")]

LETTERS = "toyota"


@pytest.fixture(scope="module")
def stand_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("stand"), POCKET_MODE="stand", POCKET_IDLE_SECONDS="600") as address:
        yield address


def enter(chromium: Browser, address: str, language: str, size: tuple[int, int] = SIZES[0]) -> Visit:
    """A visitor who has chosen his language."""
    visit = come(chromium, address, size)
    tap(visit.page, ".ps-glass")
    tap(visit.page, f'.pv-languages [data-pick="lang:{language}"]')
    visit.page.wait_for_selector(".pv-countries")
    return visit


def go(page: Page, pick: str, arrived: str) -> None:
    """Touch a button and come to another page, of which nothing sticks out."""
    tap(page, f'.pv [data-pick="{pick}"]')
    page.wait_for_selector(arrived)
    at_rest(page, arrived)


@pytest.fixture(scope="module")
def extremes() -> list[str]:
    """The companies with the longest name, the longest note in each language, and the most milestones."""
    rows = [companies.company(company=row.company_id)[0] for row in in_part(Part(), 9999)]
    most = max(rows, key=lambda row: len(companies.milestones(company=row.company_id)))
    longest = [max(rows, key=lambda row: len(text(row))) for text in (lambda row: row.name, lambda row: row.note.de)]
    return list(dict.fromkeys(row.company_id for row in (most, *longest)))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_cards_lists_and_search_fit_in_every_language(
    chromium: Browser, stand_server: str, extremes: list[str], size: tuple[int, int]
) -> None:
    visit = enter(chromium, stand_server, "de", size)
    page = visit.page
    for turn, language in enumerate(languages(size), SIZES.index(size)):
        name = f"{language}-{size[0]}x{size[1]}"
        tap(page, f'.pv [data-pick="lang:{language}"]')
        page.wait_for_selector(f'.pv-countries[lang="{language}"]')
        go(page, "search", ".pv-search")
        faults = {"search": page.evaluate(FAULTS, ".pv-search")}
        keep(page, f"{name}-search")
        for company in [extremes[turn % len(extremes)]]:
            full = companies.company(company=company)[0].name
            page.fill(".pv-search input", full[:40])
            page.wait_for_selector(f'.found [data-pick="company:{company}"]')
            faults[f"found {company}"] = page.evaluate(FAULTS, ".pv-search")
            go(page, f"company:{company}", ".pv-company")
            faults[company] = page.evaluate(FAULTS, ".pv-company")
            keep(page, f"{name}-{company}")
            go(page, f"history:{company}", ".pv-history")
            faults[f"record of {company}"] = page.evaluate(FAULTS, ".pv-history")
            go(page, "back", ".pv-company")
            go(page, "back", ".pv-search")
        for pick in ("theme:greentech", "topic:artificial-intelligence"):
            go(page, pick, ".pv-field")
            faults[pick] = page.evaluate(FAULTS, ".pv-field")
            keep(page, f"{name}-{pick.partition(':')[2]}")
            go(page, "back", ".pv-search")
        go(page, "back", ".pv-countries")
        assert {where: found for where, found in faults.items() if found} == {}, name
    visit.assert_clean()
    page.context.close()


def test_a_shortened_list_opens_and_back_leads_to_the_page_one_came_from(chromium: Browser, stand_server: str) -> None:
    visit = enter(chromium, stand_server, "en")
    page = visit.page
    go(page, "market:JP", ".pv-country")
    total = in_part(Part("JP"), 1)[0].companies
    go(page, "list:JP::", ".pv-companies")
    expect(page.locator(".pv-companies header p")).to_have_text(f"{total} sites")
    tap(page, '.pv-pager [data-pick="page:1"]')
    expect(page.locator(".pv-pager span")).to_have_text(f"25–48 of {total}")
    name = page.locator(".pv-name").nth(3)
    wanted, pick = name.inner_text().splitlines()[0], name.get_attribute("data-pick")
    go(page, str(pick), ".pv-company")
    expect(page.locator(".pv-company h1")).to_have_text(wanted)
    go(page, "back", ".pv-companies")
    expect(page.locator(".pv-pager span")).to_have_text(f"25–48 of {total}")
    tap(page, '.pv [data-pick="back"]')
    expect(page.locator(".pv-pager span")).to_have_text(f"1–24 of {total}")
    go(page, "back", ".pv-country")
    go(page, "newest:JP", ".pv-newest")
    assert page.evaluate(FAULTS, ".pv-newest") == []
    tap(page, ".pv-newest button[data-pick^='company:']")
    page.wait_for_selector(".pv-company")
    go(page, "back", ".pv-newest")
    go(page, "back", ".pv-country")
    go(page, "sector:machinery-automation", ".pv-field")
    more = page.locator(".pv-field button.more").first
    assert "more site" in more.inner_text()
    go(page, str(more.get_attribute("data-pick")), ".pv-companies")
    visit.assert_clean()
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keys_on_the_screen_and_those_of_a_keyboard_search(
    chromium: Browser, stand_server: str, language: str
) -> None:
    visit = enter(chromium, stand_server, language)
    page = visit.page
    go(page, "search", ".pv-search")
    for letter in LETTERS + "x":
        tap(page, f'.keys [data-key="{letter}"]')
    tap(page, '.keys [data-key="delete"]')
    assert page.input_value(".pv-search input") == LETTERS
    page.wait_for_selector('.found [data-pick^="company:toyota"]')
    tap(page, '.typed [data-key="clear"]')
    until(page, "document.querySelectorAll('.found .pv-name').length === 0")
    page.keyboard.type("köln")  # no touch before: the field waits for a keyboard
    page.wait_for_selector(".found .pv-name")
    assert page.input_value(".pv-search input") == "köln"
    page.fill(".pv-search input", "qqqqzz")
    expect(page.locator(".found > p")).to_contain_text("qqqqzz")
    page.fill(".pv-search input", spoken(language).name("markets", "JP"))
    go(page, "market:JP", ".pv-country")
    go(page, "back", ".pv-search")
    assert page.input_value(".pv-search input") == spoken(language).name("markets", "JP"), "the term is still there"
    visit.assert_clean()
    page.context.close()


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_is_taken_along_can_be_read_off_the_screen(
    chromium: Browser, stand_server: str, size: tuple[int, int]
) -> None:
    for language in ("de", "ko"):
        page = enter(chromium, stand_server, language, size).page
        go(page, "search", ".pv-search")
        go(page, "theme:greentech", ".pv-field")
        text = read_code(page, f"{language}-{size[0]}-theme", ".pv-code")
        assert text.startswith("BEGIN:VCARD") and spoken(language).name("themes", "greentech") in text
        company = page.locator(".pv-field [data-pick^='company:']").first
        name = company.inner_text()
        go(page, str(company.get_attribute("data-pick")), ".pv-company")
        text = read_code(page, f"{language}-{size[0]}-company")
        assert name in text and spoken(language).t("Sector") in text
        page.context.close()
