"""Every statement of the interview, read in a browser at the address that the table names."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.interview.table import Told, table

pytestmark = pytest.mark.browser


def addresses() -> dict[str, list[Told]]:
    """Address -> what is told there."""
    found: dict[str, list[Told]] = defaultdict(list)
    for row in table():
        found[f"/{row.page}?lang=de&{row.asked}".rstrip("&")].append(row)
    return found


def read(page: Page) -> Iterator[str]:
    """All that can be read on the page, what is folded included; then what each click on “show all” opens."""
    yield page.locator(".stMain").text_content() or ""
    for button in page.locator(".pw-more").all():
        button.click()
        dialog = page.locator("[data-testid='stDialog']")
        dialog.locator(".pw-entries").wait_for()
        yield dialog.text_content() or ""
        page.keyboard.press("Escape")
        dialog.wait_for(state="detached")


@pytest.mark.parametrize("address", addresses())
def test_a_reader_finds_it(visitor: Visitor, address: str) -> None:
    missing = {words for row in addresses()[address] for words in row.de.split("\n")}
    for said in read(visitor().open(address).page):
        text = said.replace("\N{NARROW NO-BREAK SPACE}", " ")
        missing = {words for words in missing if words not in text}
        if not missing:
            break
    assert not missing
