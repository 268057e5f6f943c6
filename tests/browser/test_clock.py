"""The clock of the benchmarks sees what a reader sees."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.line import CLOCK as LINE_CLOCK
from benchmarks.line import Line
from benchmarks.measure import CLOCK
from benchmarks.peers.__main__ import files_server
from tools.browser import FRAME, until

pytestmark = pytest.mark.browser
LAYERS = '<svg><g class="hoverlayer"></g><g class="bars"></g></svg>'
PLOT = f'<div class="js-plotly-plot" style="height:100px">{LAYERS}</div>'
PAGE = f"""<button>press</button><p>text</p><div id="far" style="margin-top:3000px">{PLOT}</div><div id="host"></div>
<script>host.attachShadow({{ mode: "open" }}).innerHTML = `{PLOT}`</script>"""
CHANGED = "{}.querySelector('{}').append(document.createElementNS('http://www.w3.org/2000/svg', 'path'))"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 800, "height": 600})
    page.add_init_script(CLOCK)
    yield page
    page.close()


def test_the_clock_sees_charts_and_nothing_that_follows_the_pointer(page: Page, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    page.goto((tmp_path / "page.html").as_uri())

    def changed(root: str, part: str) -> list[bool]:
        page.get_by_text("press").click()
        page.evaluate(CHANGED.format(root, part))
        page.evaluate(f"{FRAME}.then(() => {FRAME})")
        return list(page.evaluate("[clock.first, clock.all, clock.last].map((at) => at > clock.start)"))

    assert changed("document", ".hoverlayer") == [False, False, False]
    assert changed("document", "p") == [False, False, True]
    assert changed("document", "#far .bars") == [False, True, True], "below the fold"
    assert changed("host.shadowRoot", ".bars") == [False, True, True]
    page.evaluate("host.scrollIntoView()")
    page.evaluate(f"document.querySelector('button').style = 'position:fixed;top:0'; {FRAME}")
    assert changed("host.shadowRoot", ".bars") == [True, True, True]


def test_a_slow_line_is_slow_and_its_clock_sees_what_comes_first(page: Page, tmp_path: Path) -> None:
    page.add_init_script(LINE_CLOCK)
    (tmp_path / "style.css").write_text("/*" + " " * 20_000 + "*/")
    words = "<link rel=stylesheet href=style.css>" + "<div class=pw-kpi><b class=value>1</b></div>" * 5
    (tmp_path / "page.html").write_text(f"<!doctype html>{words}", encoding="utf-8")
    with files_server(tmp_path, tmp_path) as (address, _, _):
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        Line(400, 300).slow(session)
        page.goto(f"{address}/page.html")
        until(page, "line.words > 0", 10)
    assert page.evaluate("line.words") > 2 * 300 + 20_000 * 8 / 400, "two answers, and 20 kB"
    assert page.evaluate("line.picture") is None
