"""The Companies page in use: by mouse, by keyboard, by search."""

import pytest

from tests.browser.conftest import Visit, Visitor
from tools.browser import until

pytestmark = pytest.mark.browser
ROWS = ".pw-companies tbody tr"


def first(visit: Visit) -> str:
    return visit.page.locator(f"{ROWS} th").first.inner_text()


def total(visit: Visit) -> int:
    return int(visit.page.locator(".pw-pager span").inner_text().split()[-1].replace(".", ""))


def test_a_row_opens_its_company_and_a_neighbour_follows(visitor: Visitor) -> None:
    visit = visitor().open("/companies?sort=-employees")
    name = first(visit)
    visit.page.locator(f"{ROWS} td.sector").first.click()
    visit.page.wait_for_selector(".pw-company")
    assert visit.page.locator(".pw-company h2").inner_text() in name
    assert "company=" in visit.page.url
    near = visit.page.locator(".pw-near button").first
    other = near.inner_text()
    near.click()
    visit.page.get_by_role("heading", name=other, exact=True, level=2).wait_for()
    visit.page.keyboard.press("Escape")
    visit.page.wait_for_selector(".pw-company", state="detached")
    visit.settle()
    assert "company=" not in visit.page.url and "sort=-employees" in visit.page.url
    visit.assert_clean()


def test_a_card_opens_cold_from_its_link(visitor: Visitor) -> None:
    visit = visitor(390, 844, locale="en-GB").open("/companies")
    company = visit.page.locator(ROWS).first.get_attribute("data-pick")
    assert company
    visit.open(f"/companies?company={company.removeprefix('companies?company=')}")
    assert visit.page.locator(".pw-company dd").count() >= 3
    visit.assert_clean()


def test_columns_sort_and_pages_turn_by_keyboard(visitor: Visitor) -> None:
    visit = visitor().open("/companies")
    before = first(visit)
    head = visit.page.locator("thead th.name button")
    head.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_selector('th.name[aria-sort="descending"]')
    assert first(visit) != before
    assert visit.page.evaluate("document.activeElement.dataset.pick") == "companies?sort=name"
    visit.page.locator(".pw-pager button").last.focus()
    visit.page.keyboard.press("Enter")
    visit.page.locator(".pw-pager", has_text="26–50").wait_for()
    visit.assert_clean()


def test_a_bar_filters_the_list_and_gives_it_back(visitor: Visitor) -> None:
    visit = visitor().open("/companies")
    every = total(visit)
    for expected in ("less", "all"):
        visit.page.mouse.click(*visit.point_at(visit.page.locator(".pw-plot").first.locator(".point").first))
        visit.page.wait_for_url("**/companies?*market=*" if expected == "less" else "**/companies", timeout=10_000)
        visit.settle()
        assert (total(visit) < every) == (expected == "less")
    visit.assert_clean()


def test_the_search_answers_while_typing_and_forgives(visitor: Visitor) -> None:
    visit = visitor().open("/companies")
    visit.page.get_by_role("searchbox").press_sequentially("mitsubshi", delay=40)
    until(visit.page, f"document.querySelectorAll('{ROWS}').length < 25", 10)
    assert "Mitsubishi" in visit.page.locator(ROWS).nth(1).inner_text()
    assert visit.page.locator(ROWS).count() >= 3
    assert "q=mitsubshi" in visit.page.url
    visit.assert_clean()


def test_filters_chosen_one_after_the_other_all_hold(visitor: Visitor) -> None:
    """Their words carry numbers that change with each choice; what is chosen stays chosen."""
    visit = visitor(locale="en-GB").open("/companies?market=JP")
    for label, typed in (("Sector", "Mach"), ("Town", "D"), ("Status", "act")):
        box = visit.page.get_by_role("combobox", name=label)
        box.fill(typed)
        visit.page.get_by_role("option").first.click()
        visit.page.keyboard.press("Escape")
        visit.settle()
    for key in ("market=JP", "sector=machinery-automation", "town=", "status="):
        assert key in visit.page.url
    assert 0 < total(visit) < 22
    staff = visit.page.get_by_role("spinbutton").first
    for number in ("10", "20"):
        staff.fill(number)
        staff.press("Enter")
        visit.settle()
    assert "market=JP" in visit.page.url and "staff_from=20" in visit.page.url
    visit.assert_clean()
