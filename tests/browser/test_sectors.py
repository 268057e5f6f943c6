"""A number in the sectors table opens exactly the companies it counts."""

import pytest

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", ["/sectors", "/sectors?theme=greentech"])
def test_a_cell_opens_its_companies(visitor: Visitor, address: str) -> None:
    visit = visitor().open(address)
    cell = visit.page.locator(".pw-heat td button").first
    number = int(cell.inner_text())
    cell.focus()
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/companies?*", timeout=10_000)
    visit.page.wait_for_selector(".pw-pager")
    visit.settle()
    assert visit.page.locator(".pw-pager span").inner_text().split()[-1] == str(number)
    visit.assert_clean()
