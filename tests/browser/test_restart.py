"""A page that stood in the browser while its server was started anew: what the reader chooses first counts."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tools.browser import HOVERED, free_port, serving, until

pytestmark = pytest.mark.browser
CONNECTED = "document.querySelector('[data-test-connection-state=CONNECTED]')"


def select(page: Page) -> None:
    page.get_by_role("combobox", name="Markt").fill("Indien")
    page.get_by_role("option", name="Indien").click()


def several(page: Page) -> None:
    page.get_by_role("combobox", name="Quellmärkte").fill("Indien")
    page.get_by_role("option", name="Indien").click()


def slide(page: Page) -> None:
    page.get_by_role("slider").first.press("ArrowRight")


def bar(page: Page) -> None:
    box = page.locator(".pw-plot .point").first.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    until(page, HOVERED)
    page.mouse.down()
    page.mouse.up()


CHOICES: dict[str, tuple[str, Callable[[Page], None], str]] = {
    "one of a list": ("/market?market=JP", select, "**/market?market=IN"),
    "several of a list": ("/outlook?markets=JP", several, "**/outlook?markets=JP&markets=IN"),
    "segments": ("/talent", lambda page: page.get_by_role("radio").nth(3).click(), "**/talent?measure=*"),
    "a slider": ("/outlook?projects=20", slide, "**/outlook?projects=30"),
    "a text": ("/companies?q=toyo", lambda page: page.get_by_role("searchbox").fill("sony"), "**/companies?q=sony"),
    "the language": ("/sectors?lang=de", lambda page: page.get_by_text("EN", exact=True).click(), "**/sectors?lang=en"),
    "a bar": ("/companies", bar, "**/companies?market=*"),
    "a row": ("/companies", lambda page: page.locator("td.sector").first.click(), "**/companies?company=*"),
    "a button": (
        "/companies?market=JP",
        lambda page: page.get_by_role("button", name="Alle Filter zurücksetzen").click(),
        "**/companies",
    ),
}


@pytest.mark.parametrize("choice", CHOICES)
def test_the_first_choice_after_a_restart_counts(visitor: Visitor, tmp_path: Path, choice: str) -> None:
    path, choose, expected = CHOICES[choice]
    port = free_port()
    with ExitStack() as first:
        visit = visitor(address=first.enter_context(serving(tmp_path, port=port))).open(path)
        steps = visit.page.evaluate("history.length")
    until(visit.page, f"!{CONNECTED}")
    with serving(tmp_path, port=port):
        until(visit.page, CONNECTED, 60)
        choose(visit.page)
        visit.page.wait_for_url(expected, timeout=20_000)
        visit.settle()
        assert visit.page.evaluate("history.length") == steps + 1
        assert visit.page.locator('[data-testid="stException"]').count() == 0
