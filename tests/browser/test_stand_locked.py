"""Attempts to leave the stand: by address, parameter, key, touch, and messages no browser would send. All end in it."""

import base64
import http.client
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.stand.desk import hashed
from tests.browser.stand import PIN, answers, come, enter, open_staff, tap, wait_for_loop
from tests.serving import serving
from tools.browser import FRAME, until

pytestmark = pytest.mark.browser

AWAY = [
    "/companies",
    "/market",
    "/market?market=JP",
    "/compare",
    "/sql",
    "/data",
    "/stand",
    "/pages",
    "/admin",
    "/docs",
    "/openapi.json",
    "/index.html",
    "//",
    "/..%2f",
    "/%2e%2e/data/companies.csv",
    "/data/companies.csv",
    "/?embed=true&embed_options=show_toolbar",
    "/?page=companies",
    "/?lang=xx&profile=medica",
    "/?staff=1",
]
CLOSED = [
    "/media/x.csv",
    "/component/x/index.html",
    "/app/static/companies.csv",
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/upload_file/a/b",
    "/_stcore/bidi-components/x/y.js",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/stream",
    "/assets/fonts/../app.py",
    "/assets/shapes/../companies.csv",
    "/assets/shapes/..%2fcompanies.csv",
    "/static/../../server.py",
]
WRITES = [
    ("POST", "/_stcore/agent/interact"),
    ("POST", "/_stcore/agent/mcp"),
    ("PUT", "/_stcore/upload_file/a/b"),
    ("DELETE", "/_stcore/upload_file/a/b"),
    ("POST", "/"),
    ("OPTIONS", "/health"),
]
KEYS = ["r", "c", "Escape", "F1", "Control+k", "Control+p", "Control+s", "Control+Shift+i", "Alt+ArrowLeft", "Enter"]
IDLE = "[data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
SOCKET = """
  const Real = WebSocket;
  window.WebSocket = class extends Real { constructor(...all) { super(...all); window.line = this; } };
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = tmp_path_factory.mktemp("locked")
    with serving(store, POCKET_MODE="stand", POCKET_STAFF_PIN=hashed(PIN), POCKET_IDLE_SECONDS="600") as served:
        yield served


def ask(address: str, method: str, path: str) -> http.client.HTTPResponse:
    """The answer to a request written exactly as given."""
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=10)
    connection.request(method, path)
    return connection.getresponse()


@pytest.mark.parametrize("path", AWAY)
def test_other_addresses_lead_back(address: str, path: str) -> None:
    answer = ask(address, "GET", path)
    assert (answer.status, answer.getheader("location")) == (303, "/")


@pytest.mark.parametrize("path", CLOSED)
def test_what_streamlit_offers_besides_is_closed(address: str, path: str) -> None:
    assert ask(address, "GET", path).status in (303, 400, 403, 404, 405)


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_nothing_can_be_sent(address: str, method: str, path: str) -> None:
    assert ask(address, method, path).status == 405


@pytest.mark.parametrize("path", ["/", "/companies", "/_stcore/metrics", "/health", "/assets/fonts/flags.woff2"])
def test_every_answer_has_its_security_headers(address: str, path: str) -> None:
    headers = ask(address, "GET", path).headers
    assert headers["x-frame-options"] == "DENY" and headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy and "frame-ancestors 'none'" in policy and "unsafe-eval" not in policy


def test_no_other_page_is_in_the_process() -> None:
    code = "import sys, dashboard.stand.server; print([m for m in sys.modules if 'app_pages' in m or 'sections' in m])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip().splitlines()[-1] == "[]"


def still_the_stand(page: Page) -> None:
    assert page.locator(".ps-conductor").count() == 1
    assert page.evaluate("location.pathname + location.search") == "/"
    for part in ("stHeader", "stToolbar", "stSidebar", "stDialog", "stAppDeployButton", "stMainMenu", "stException"):
        assert not page.locator(f'[data-testid="{part}"]').first.is_visible(), part
    assert page.locator(".pw-figure footer").first.is_hidden()


@pytest.mark.parametrize("path", ["/companies", "/?embed=true&embed_options=show_toolbar", "/?lang=xx"])
def test_an_address_typed_in_the_browser_shows_the_stand(chromium: Browser, address: str, path: str) -> None:
    page = come(chromium, address).page
    page.goto(address + path)
    wait_for_loop(page)
    still_the_stand(page)
    page.context.close()


def test_no_key_leads_away_and_nothing_is_downloaded(chromium: Browser, address: str) -> None:
    page = come(chromium, address).page
    left: list[object] = []
    page.on("download", lambda download: left.append(download))
    page.context.on("page", lambda opened: left.append(opened))
    for key in KEYS:
        page.keyboard.press(key)
        page.evaluate(FRAME)
        assert page.locator(".ps-conductor").count() == 1, key
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.className + document.activeElement.tagName")
        assert "pw-sources" not in focused and "pw-menu" not in focused
    page.keyboard.press("Enter")
    still_the_stand(page)
    answers(page)
    assert left == []
    still_the_stand(page)
    page.context.close()


def other_page() -> bytes:
    return BackMsg(
        rerun_script={"page_script_hash": "0123456789abcdef", "query_string": "page=companies"}
    ).SerializeToString()


def other_name() -> bytes:
    return BackMsg(rerun_script={"page_name": "companies", "query_string": "market=JP"}).SerializeToString()


def other_widget() -> bytes:
    states = {"widgets": [{"id": "$$ID-0-region-play", "trigger_value": True}, {"id": "lang", "string_value": "xx"}]}
    return BackMsg(rerun_script={"widget_states": states}).SerializeToString()


def other_fragment() -> bytes:
    return BackMsg(rerun_script={"fragment_id": "no-such-fragment"}).SerializeToString()


def files() -> bytes:
    return BackMsg(
        file_urls_request={"request_id": "1", "file_names": ["a.csv"], "session_id": "x"}
    ).SerializeToString()


def garbage() -> bytes:
    return b"\xff\x00garbage"


def cut() -> bytes:
    return BackMsg(debug_disconnect_websocket=True).SerializeToString()


def stop() -> bytes:
    return BackMsg(stop_script=True).SerializeToString()


def test_no_message_on_the_wire_leads_away(chromium: Browser, address: str) -> None:
    page = come(chromium, address).page
    page.add_init_script(SOCKET)
    page.reload()
    wait_for_loop(page)
    for message in (other_page, other_name, other_widget, other_fragment, files, stop, garbage, cut):
        data = base64.b64encode(message()).decode()
        page.evaluate("window.line.old = true")
        page.evaluate(f"window.line.send(Uint8Array.from(atob('{data}'), (letter) => letter.charCodeAt(0)))")
        if message is garbage:  # the server hangs up, and the stand looks after itself: by a new line, or a fresh page
            until(page, f"!window.line?.old && document.querySelector('{IDLE}')")
            still_the_stand(page)
            page.reload()
            wait_for_loop(page)
        answers(page)
        still_the_stand(page)
    page.context.close()


def test_a_forged_pick_without_the_pin_changes_nothing(chromium: Browser, address: str) -> None:
    page = come(chromium, address).page
    open_staff(page)
    before = page.locator(".ps-welcome").first.get_attribute("lang")
    page.evaluate("document.querySelector('.pv-pad button').dataset.pick = 'lang:ko'")
    page.locator(".pv-pad button").first.tap()
    page.evaluate("document.querySelectorAll('.pv-pad button')[1].dataset.pick = 'profile:medica'")
    page.locator(".pv-pad button").nth(1).tap()
    tap(page, '.pv-pad [data-pick="3"]')
    until(page, "document.querySelector('.pv-pad .dots').innerText.length === 1")  # only this one was a key
    assert page.locator(".pv-staff").count() == 0
    assert page.locator(".ps-welcome").first.get_attribute("lang") == before
    page.context.close()


def test_a_forged_choice_of_a_visitor_is_ignored(chromium: Browser, address: str) -> None:
    page = come(chromium, address).page
    page.locator(".ps-glass").tap()
    page.wait_for_selector(".pv-languages")
    for forged in ("lang:xx", "market:DE' or 1=1", "sector:../../x", "step:staff", "open:true", ""):
        page.evaluate(f"document.querySelector('.pv-languages button').dataset.pick = {forged!r}")
        page.locator(".pv-languages button").first.tap()
    still_the_stand(page)
    page.locator(".pv-languages button").nth(1).tap()  # one that nobody forged is still there, and answered in turn
    page.wait_for_selector(".pv-countries")
    page.context.close()


def test_three_wrong_pins_lock_every_browser(chromium: Browser, address: str) -> None:
    first, second = come(chromium, address).page, come(chromium, address).page
    open_staff(first)
    for _ in range(3):
        enter(first, "1111")
        until(first, "document.querySelector('.pv-pad .dots').innerText === ''")
    open_staff(second)
    enter(second, PIN)
    until(second, "/\\d+/.test(document.querySelector('.pv-pad [role=alert]').innerText)")
    assert second.locator(".pv-staff").count() == 0
    first.context.close()
    second.context.close()
