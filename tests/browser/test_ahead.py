"""A choice is drawn when it is pressed: from what was fetched before, with what the server says in the end."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from tests.browser.conftest import Visit, Visitor
from tools.browser import until

pytestmark = pytest.mark.browser
ADDRESS = re.compile(r".*/ahead/")
TITLES = "[...document.querySelectorAll('.pw-figure h3')].map((one) => one.innerText)"
EARLY = "[...document.querySelectorAll('.pw-figure')].filter(({ pocket }) => pocket?.early).length"
SHOWN = "[...document.querySelectorAll('.pw-figure')].map(({ dataset }) => dataset.wanted).join()"
PAINTED = """[...document.querySelectorAll('.pw-figure')].every(({ dataset }) => dataset.painted === dataset.wanted)"""
COUNT = """() => { window.drawn = 0; new MutationObserver((all) => { window.drawn += all.length; })
    .observe(document.body, { subtree: true, attributeFilter: ["data-painted"] }); }"""


class Cable:
    """The connection to the server, which can be held up: what the browser says then waits."""

    def __init__(self, page: Page) -> None:
        self.held: list[str | bytes] | None = None
        page.route_web_socket(re.compile(".*/_stcore/stream"), self._opened)

    def _opened(self, socket: WebSocketRoute) -> None:
        self.server = socket.connect_to_server()
        socket.on_message(self._said)

    def _said(self, message: str | bytes) -> None:
        if self.held is None:
            self.server.send(message)
        else:
            self.held.append(message)

    def hold(self) -> None:
        self.held = []

    def release(self) -> None:
        said, self.held = self.held or [], None
        for message in said:
            self.server.send(message)


def opened(visit: Visit, path: str) -> Cable:
    """Open a page and hold up its connection once all of it is there."""
    cable = Cable(visit.page)
    visit.open(path)
    cable.hold()
    return cable


def fetched(page: Page, act: Callable[[], object], part: str) -> None:
    """Do something and wait until the figures of this choice have been fetched."""
    if page.evaluate(f"performance.getEntriesByType('resource').some(({{ name }}) => name.includes('{part}'))"):
        act()
        return
    with page.expect_response(lambda answer: bool(ADDRESS.match(answer.url)) and part in answer.url):
        act()


def over(page: Page, name: str) -> None:
    """Open the select box of markets and bring the mouse to an option."""
    page.get_by_role("combobox", name=re.compile("Markt")).click()
    page.get_by_role("option", name=name, exact=True).hover()


def is_of(name: str) -> str:
    return f"{TITLES}.filter((title) => title.startsWith('{name}')).length >= 4"


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark")])
def test_figures_are_drawn_before_the_server_hears_of_it(visitor: Visitor, width: int, scheme: str) -> None:
    """And are not drawn again when it says the same."""
    visit = visitor(width=width, scheme=scheme)
    page, cable = visit.page, opened(visit, "/market?market=JP")
    fetched(page, lambda: over(page, "China"), "market=CN")
    page.mouse.down()
    until(page, is_of("China"), 5)
    assert page.locator("h1").first.inner_text().startswith("Japan"), "nobody else knows of it"
    page.mouse.up()
    until(page, PAINTED, 15)
    shown, fills = page.evaluate(SHOWN), page.evaluate(FILLS)
    page.evaluate(COUNT)
    cable.release()
    until(page, "document.querySelector('h1').innerText.startsWith('China')")
    visit.settle()
    assert page.evaluate(SHOWN) == shown and page.evaluate(EARLY) == 0
    assert page.evaluate(FILLS) == fills and page.evaluate("drawn") == 0
    visit.assert_clean()


FILLS = "() => [...document.querySelectorAll('.pw-figure .bars path')].map(({ style }) => style.fill).join()"


def test_a_press_that_is_abandoned_leaves_what_was(visitor: Visitor) -> None:
    visit = visitor()
    page, cable = visit.page, opened(visit, "/market?market=JP")
    before = page.evaluate(SHOWN)
    fetched(page, lambda: over(page, "China"), "market=CN")
    page.mouse.down()
    until(page, is_of("China"), 5)
    page.mouse.move(500, 10)
    page.mouse.up()
    until(page, f"{SHOWN} === '{before}' && {PAINTED}", 10)
    cable.release()
    visit.settle()
    assert page.evaluate(SHOWN) == before and "market=JP" in page.url
    visit.assert_clean()


def test_enter_on_an_option_draws_too(visitor: Visitor) -> None:
    visit = visitor()
    page, cable = visit.page, opened(visit, "/market?market=JP")
    box = page.get_by_role("combobox", name=re.compile("Markt"))
    box.click()
    fetched(page, lambda: box.press_sequentially("China"), "market=CN")
    until(page, "document.querySelector('[role=option][data-focused]')?.innerText === 'China'", 10)
    page.keyboard.press("Enter")
    until(page, is_of("China"), 5)
    assert page.locator("h1").first.inner_text().startswith("Japan")
    cable.release()
    until(page, "document.querySelector('h1').innerText.startsWith('China')")
    visit.settle()
    assert page.evaluate(EARLY) == 0
    visit.assert_clean()


def test_a_finger_on_a_phone_draws_the_narrow_layout_and_scrolling_nothing(visitor: Visitor) -> None:
    visit = visitor(width=390, height=844)
    page, cable = visit.page, opened(visit, "/market?market=JP")
    page.get_by_role("combobox", name=re.compile("Markt")).tap()
    option = page.get_by_role("option", name="China", exact=True)
    box = option.bounding_box()
    assert box is not None
    touch = page.context.new_cdp_session(page)
    at = {"x": box["x"] + 40, "y": box["y"] + box["height"] / 2}
    until(page, f"document.elementFromPoint({at['x']}, {at['y']})?.innerText === 'China'")  # the menu stands
    before = page.evaluate(SHOWN)

    def down() -> None:
        touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})

    fetched(page, down, "market=CN")
    for up in (20, 60, 120):
        moved = {"x": at["x"], "y": at["y"] - up}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [moved]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert page.evaluate(SHOWN) == before and page.evaluate(EARLY) == 0
    page.keyboard.press("Escape")  # whether the menu outlives a finger that scrolled depends on the moment
    expect(option).to_have_count(0)
    page.get_by_role("combobox", name=re.compile("Markt")).tap()
    option.tap()
    until(page, f"{is_of('China')} && {PAINTED}", 15)
    assert page.locator("h1").first.inner_text().startswith("Japan")
    heights = "() => [...document.querySelectorAll('.pw-plot')].map(({ layout }) => [layout?.width, layout?.height])"
    drawn = page.evaluate(heights)
    assert all(width and width < 390 for width, _ in drawn)
    cable.release()
    until(page, "document.querySelector('h1').innerText.startsWith('China')")
    visit.settle()
    assert page.evaluate(heights) == drawn and page.evaluate(EARLY) == 0
    visit.assert_clean()


def test_what_the_server_says_counts_where_the_data_have_changed_meanwhile(visitor: Visitor) -> None:
    """What was fetched is of older data: other numbers, and a figure that is no longer there."""
    visit = visitor()

    def older(route: Route) -> None:
        told = route.fetch().json()
        for figure in told.values():
            figure |= {"title": f"Alt: {figure['title']}", "stamp": f"old{figure['stamp']}"}
        route.fulfill(body=json.dumps(told), content_type="application/json")

    visit.page.route(ADDRESS, older)
    page, cable = visit.page, opened(visit, "/market?market=JP")
    fetched(page, lambda: over(page, "China"), "market=CN")
    page.mouse.down()
    until(page, is_of("Alt: China"), 5)
    page.mouse.up()
    cable.release()
    until(page, "document.querySelector('h1').innerText.startsWith('China')")
    visit.settle()
    assert page.evaluate(f"{TITLES}.every((title) => !title.startsWith('Alt'))")
    assert page.evaluate(EARLY) == 0 and page.evaluate(is_of("China"))
    visit.assert_clean()


def test_what_the_server_never_hears_of_is_taken_back(visitor: Visitor) -> None:
    visit = visitor()
    page = visit.page
    opened(visit, "/market?market=JP")
    before = page.evaluate(SHOWN)
    fetched(page, lambda: over(page, "China"), "market=CN")
    page.mouse.down()
    page.mouse.up()
    until(page, is_of("China"), 5)
    until(page, f"{SHOWN} === '{before}'")


def test_without_the_figures_a_press_is_answered_as_ever(visitor: Visitor) -> None:
    visit = visitor()
    page = visit.page
    page.route(ADDRESS, lambda route: route.fulfill(status=204))
    visit.open("/market?market=JP")
    over(page, "China")
    page.get_by_role("option", name="China", exact=True).click()
    until(page, "document.querySelector('h1').innerText.startsWith('China')")
    visit.settle()
    assert page.evaluate(is_of("China"))
    visit.assert_clean()


PRESSED = (
    ("/", "map", 1),
    ("/compare", "mode", 2),
    ("/sectors", "theme", 1),
    ("/region", "show", 1),
)


@pytest.mark.parametrize(("path", "key", "at"), PRESSED, ids=[f"{path}-{key}" for path, key, _ in PRESSED])
def test_segments_of_every_page_are_drawn_when_they_are_pressed(visitor: Visitor, path: str, key: str, at: int) -> None:
    visit = visitor()
    page, cable = visit.page, opened(visit, path)
    segment = page.locator(f".st-key-{key} [role=radio]").nth(at)
    segment.scroll_into_view_if_needed()
    before = page.evaluate(SHOWN)
    code = page.evaluate(f"JSON.parse(document.querySelector('[data-ahead]').dataset.ahead).fields.{key}.codes[{at}]")
    fetched(page, segment.hover, f"{key}={code}")
    page.mouse.down()
    until(page, f"{SHOWN} !== '{before}'", 5)
    page.mouse.up()
    until(page, PAINTED, 15)
    early = page.evaluate(STAMPS)
    cable.release()
    until(page, f"document.querySelectorAll('.st-key-{key} [role=radio]')[{at}].ariaChecked === 'true'")
    until(page, f"location.search.includes('{key}={code}')")
    visit.settle()
    after = page.evaluate(STAMPS)
    assert {name: after[name] for name in after if name in early} == {
        name: early[name] for name in after if name in early
    }
    assert len(set(early) & set(after)) >= 1 and page.evaluate(EARLY) == 0
    visit.assert_clean()


STAMPS = """() => Object.fromEntries([...document.querySelectorAll('.pw-figure')]
    .map(({ pocket, dataset }) => [pocket.key, dataset.wanted]))"""


def test_a_market_added_to_a_comparison_is_drawn_when_it_is_pressed(visitor: Visitor) -> None:
    visit = visitor()
    page, cable = visit.page, opened(visit, "/compare?markets=JP&markets=CN")
    before = page.evaluate(SHOWN)
    page.get_by_role("combobox", name=re.compile("Quellm")).click()
    fetched(page, page.get_by_role("option", name="Indien", exact=True).hover, "markets=IN")
    page.mouse.down()
    until(page, f"{SHOWN} !== '{before}'", 5)
    page.mouse.up()
    early = page.evaluate(STAMPS)
    cable.release()
    until(page, "location.search.includes('IN')")
    visit.settle()
    assert {name: stamp for name, stamp in page.evaluate(STAMPS).items() if name in early} == early
    visit.assert_clean()


def test_a_market_taken_out_is_gone_when_it_is_pressed(visitor: Visitor) -> None:
    visit = visitor()
    page, cable = visit.page, opened(visit, "/compare?markets=JP&markets=CN&markets=IN")
    before = page.evaluate(SHOWN)
    fetched(page, page.locator(".st-key-markets [data-tag-index='1'] button").hover, "markets=JP&markets=IN")
    page.mouse.down()
    until(page, f"{SHOWN} !== '{before}'", 5)
    page.mouse.up()
    early = page.evaluate(STAMPS)
    cable.release()
    until(page, "!location.search.includes('CN')")
    visit.settle()
    assert {name: stamp for name, stamp in page.evaluate(STAMPS).items() if name in early} == early
    visit.assert_clean()


def test_a_year_is_drawn_while_the_slider_is_moved(visitor: Visitor) -> None:
    """By the keyboard, back and forth; what it stands at in the end is what the server says too."""
    visit = visitor()
    page, cable = visit.page, opened(visit, "/region")
    thumb = page.locator(".st-key-year input[type=range]")
    thumb.focus()
    shown = [page.evaluate(SHOWN)]
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
        until(page, f"!{json.dumps(shown)}.includes({SHOWN})", 10)
        shown.append(page.evaluate(SHOWN))
    assert "year" not in page.url
    early = page.evaluate(STAMPS)
    cable.release()
    until(page, "location.search.includes('year=')")
    visit.settle()
    assert {name: stamp for name, stamp in page.evaluate(STAMPS).items() if name in early} == early
    assert page.evaluate(EARLY) == 0
    visit.assert_clean()
