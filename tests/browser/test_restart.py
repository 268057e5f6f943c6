"""A page that stood in the browser while its server was started anew: what the reader chooses first counts."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Visit
from tests.serving import serving
from tools.browser import HOVERED, free_port, until

pytestmark = pytest.mark.browser
Tabs = dict[str, tuple[Visit, int]]
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


@pytest.fixture(scope="module")
def restarted(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tabs]:
    """A tab for each choice, opened before a restart of its server, and how many steps back lead out of it."""
    store, port = tmp_path_factory.mktemp("restart"), free_port()
    with serving(store, port=port) as address:
        visits = {name: Visit(chromium.new_context(locale="de-DE").new_page(), address) for name in CHOICES}
        tabs = {
            name: (visit, visit.open(CHOICES[name][0]).page.evaluate("history.length"))
            for name, visit in visits.items()
        }
    with serving(store, port=port):
        yield tabs
    for visit in visits.values():
        visit.page.context.close()


@pytest.mark.parametrize("choice", CHOICES)
def test_the_first_choice_after_a_restart_counts(restarted: Tabs, choice: str) -> None:
    _, choose, expected = CHOICES[choice]
    visit, steps = restarted[choice]
    until(visit.page, CONNECTED, 60)
    choose(visit.page)
    visit.page.wait_for_url(expected, timeout=20_000)
    visit.settle()
    assert visit.page.evaluate("history.length") == steps + 1
    assert visit.page.locator('[data-testid="stException"]').count() == 0
