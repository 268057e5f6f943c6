"""One figure in the frame of another website, in a real Chromium: where it may be, and where not."""

import http.server
import json
import socket
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Page

from tests.browser.conftest import ARTIFACTS
from tests.serving import serving
from tools.browser import free_port, until

pytestmark = pytest.mark.browser
DRAWN = "document.body.classList.contains('drawn')"
FIGURES = ("overview/world", "market/market-sectors?market=KR", "region/region-map", "compare/sectors")
TABLES = ("companies/companies?market=JP", "compare/compare-scorecard", "market/market-news", "overview/opening")


@contextmanager
def website(port: int, source: str) -> Iterator[str]:
    """A website of another origin whose only page frames an address of ours."""
    page = f'<!doctype html><title>Other</title><iframe src="{source}" width="100%" height="600"></iframe>'

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{socket.gethostbyname('localhost')}:{port}/"
        server.shutdown()


OTHER = free_port()


@pytest.fixture(scope="module")
def allowing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    allowed = f"http://127.0.0.1:{OTHER}"
    with serving(
        tmp_path_factory.mktemp("embed"), POCKET_EMBED_FROM=allowed, POCKET_REQUESTS_PER_MINUTE="0"
    ) as address:
        yield address


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 800, "height": 700}, locale="de-DE")
    page = context.new_page()
    page.errors = []  # type: ignore[attr-defined]
    page.on("console", lambda told: page.errors.append(told.text) if told.type == "error" else None)  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.errors.append(str(error)))  # type: ignore[attr-defined]
    yield page
    context.close()


def framed(tab: Page) -> Frame:
    return tab.frames[1]


def test_an_allowed_website_shows_the_figure_and_it_can_be_asked(tab: Page, allowing: str) -> None:
    with website(OTHER, f"{allowing}/embed/market/market-sectors?market=JP&lang=de") as other:
        tab.goto(other)
        framed(tab).wait_for_selector("body.drawn")
        shown = framed(tab)
        assert "Japan" in shown.locator("h1").inner_text() and shown.locator("#chart .point").count() >= 5
        assert "Quelle" in shown.locator("summary").inner_text()
        assert not shown.locator(".still").first.is_visible() and not shown.locator("#chart figcaption").is_visible()
        box = shown.locator("#chart .scatterlayer .point").first.bounding_box()
        assert box is not None
        tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        shown.wait_for_selector(".hovertext")
        with tab.context.expect_page() as opened:
            shown.locator("body > footer p a").click()
        assert opened.value.url.startswith(f"{allowing}/market?market=JP")
        assert tab.errors == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["embed/market/market-sectors", "market?market=JP", "figures"])
def test_nobody_else_frames_anything(tab: Page, allowing: str, path: str) -> None:
    """Neither a stranger the figure, nor the allowed one a page."""
    port = free_port() if path.startswith("embed") else OTHER
    with website(port, f"{allowing}/{path}") as other:
        tab.goto(other)
        until(tab, "true")
        assert framed(tab).url.startswith("chrome-error:")
        assert any("frame" in told.lower() for told in tab.errors)  # type: ignore[attr-defined]


def test_without_a_setting_no_website_frames_a_figure(tab: Page, server: str) -> None:
    with website(OTHER, f"{server}/embed/market/market-sectors") as other:
        tab.goto(other)
        assert framed(tab).url.startswith("chrome-error:")
    tab.goto(f"{server}/embed/market/market-sectors?lang=de")  # by itself it is answered
    tab.wait_for_selector("body.drawn")


@pytest.mark.parametrize(("width", "scheme"), [(760, "light"), (390, "dark")])
@pytest.mark.parametrize("path", [*FIGURES, *TABLES])
def test_it_is_legible_everywhere(chromium: Browser, allowing: str, path: str, width: int, scheme: str) -> None:
    """No sideways scrolling, nothing serious for axe, the ground of the scheme that the browser wishes."""
    context = chromium.new_context(viewport={"width": width, "height": 640}, color_scheme=scheme, locale="de-DE")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{allowing}/embed/{path}")
    if path in FIGURES:
        until(page, DRAWN)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground(scheme)
    assert page.locator("body > footer").is_visible() and page.locator("body > footer p a").is_visible()
    found = Axe().run(page).response["violations"]
    assert not [(one["id"], one["nodes"][0]["target"]) for one in found if one["impact"] in ("serious", "critical")]
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=ARTIFACTS / f"embed-{path.partition('?')[0].replace('/', '-')}-{width}-{scheme}.png")
    context.close()


def test_a_frame_as_high_as_the_list_says_cuts_no_chart(tab: Page, allowing: str) -> None:
    with urllib.request.urlopen(f"{allowing}/figures.json?lang=de") as answer:
        pages = [[one for one in page["figures"] if one["chart"]] for page in json.load(answer)["pages"]]
    highest = [max(charts, key=lambda one: int(one["height"])) for charts in pages if charts]
    assert len(highest) > 5
    for one, width in product(highest, (760, 390)):
        tab.set_viewport_size({"width": width, "height": one["height" if width > 500 else "height_narrow"]})
        tab.goto(f"{allowing}/{one['embed']}")
        until(tab, DRAWN)
        cut = tab.evaluate(
            "(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('main'))"
        )
        assert cut <= 0, (one["embed"], width)


def ground(scheme: str) -> str:
    return {"light": "rgb(250, 250, 247)", "dark": "rgb(20, 22, 26)"}[scheme]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_address_may_say_the_colours(chromium: Browser, allowing: str, scheme: str) -> None:
    other = "dark" if scheme == "light" else "light"
    context = chromium.new_context(color_scheme=other)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{allowing}/embed/market/market-sectors?market=JP&scheme={scheme}")
    until(page, DRAWN)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground(scheme)
    fills = page.locator("#chart .point path").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    assert fills and len(set(fills)) == 1
    page.goto(f"{allowing}/embed/market/market-sectors?market=JP&scheme={other}")
    until(page, DRAWN)
    assert page.locator("#chart .point path").first.evaluate("one => getComputedStyle(one).fill") != fills[0]
    context.close()


def test_without_scripts_the_figure_stands_still_in_the_colours_of_the_scheme(chromium: Browser, allowing: str) -> None:
    seen = {}
    for scheme in ("light", "dark"):
        context = chromium.new_context(color_scheme=scheme, java_script_enabled=False)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{allowing}/embed/market/market-sectors?market=JP&lang=en")
        assert page.locator(".still.wide svg").is_visible() and not page.locator(".still.narrow svg").is_visible()
        seen[scheme] = page.screenshot()
        page.set_viewport_size({"width": 390, "height": 640})
        assert page.locator(".still.narrow svg").is_visible() and not page.locator(".still.wide svg").is_visible()
        context.close()
    assert seen["light"] != seen["dark"]


@pytest.mark.parametrize(("lang", "scheme"), [("de", "light"), ("en", "dark")])
def test_the_list_is_found_from_a_page_and_legible(chromium: Browser, server: str, lang: str, scheme: str) -> None:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844},
        color_scheme=scheme,
        locale=f"{lang}-{lang.upper()}",  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(f"{server}/?lang={lang}")
    page.locator(".pw-take-page a").last.click()
    page.wait_for_selector(".figures")
    assert page.url == f"{server}/figures?lang={lang}" and page.locator("html").get_attribute("lang") == lang
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    found = Axe().run(page).response["violations"]
    assert not [(one["id"], one["nodes"][0]["target"]) for one in found if one["impact"] in ("serious", "critical")]
    links = page.locator(".figures a").evaluate_all("all => all.map(one => one.href)")
    assert len(links) > 300 and all(link.startswith(f"{server}/") for link in links)
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV").first.click()
    assert (
        taken.value.suggested_filename.startswith("pocket-world_overview") and Path(taken.value.path()).stat().st_size
    )
    context.close()
