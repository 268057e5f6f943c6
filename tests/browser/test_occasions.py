"""Occasions to get in touch in a real browser: all of a list by keyboard, and from one to the company's card."""

import pytest

from dashboard.questions import shared
from dashboard.settings import settings
from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", ["/market?market=JP", "/relations?markets=JP"])
def test_all_of_a_list_opens_by_keyboard_and_leads_to_the_company(visitor: Visitor, path: str, width: int) -> None:
    rows = shared.occasions(markets=["JP"], theme="", today=settings().current_date())
    silent = [row for row in rows if row.occasion == "unheard"]
    visit = visitor(width, 844, locale="en-GB").open(path)
    button = visit.page.locator("[data-open='occasions-unheard-all']")
    button.focus()
    visit.page.keyboard.press("Enter")
    dialog = visit.page.get_by_role("dialog")
    dialog.locator("li").nth(len(silent) - 1).wait_for()
    assert dialog.locator("li b").all_inner_texts() == [row.name.en for row in silent]
    box = dialog.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width
    dialog.get_by_role("link", name=silent[0].name.en, exact=True).click()
    visit.page.wait_for_url(f"**/companies?*company={silent[0].company_id}*")
    visit.settle()
    assert silent[0].name.en in visit.page.get_by_role("dialog").inner_text()
    visit.assert_clean()
