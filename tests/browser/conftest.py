"""A real server on the shipped facts and a real Chromium that can reach nothing else."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, sync_playwright

from dashboard.settings import ROOT

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
ALL_PAINTED = """() => {
    const figures = [...document.querySelectorAll('.pw-figure')];
    return figures.length && figures.every((figure) => figure.dataset.painted === figure.dataset.wanted);
}"""
# On a page's own address Streamlit's client first asks whether its server lives below it; a 404 is the answer.
PROBES = ("/_stcore/health", "/_stcore/host-config")
ARTIFACTS = ROOT / "artifacts" / "screenshots"


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(store: Path, *, port: int = 0, **environment: str) -> Iterator[str]:
    """`pocket run` on this port or a free one; yields its address, ends it afterwards."""
    port = port or free_port()
    env = {**os.environ, "POCKET_STORE": str(store), **environment}
    command = [sys.executable, "-m", "dashboard.cli", "run", "--port", str(port)]
    with (store / "server.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_until_healthy(address, process, store / "server.log")
        yield address
    finally:
        process.terminate()
        process.wait(10)


def wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{address}/health", timeout=2)
            return
        except OSError:
            assert process.poll() is None, log.read_text()
            time.sleep(0.25)
    raise AssertionError("the server did not answer within a minute:\n" + log.read_text())


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("store")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """One visitor's tab: what went wrong in it, and where it tried to go besides its server."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self.server = page, server
        self.foreign: list[str] = []
        self.errors: list[str] = []
        page.route("**/*", self._route)
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _own(self, url: str) -> bool:
        return url.startswith((self.server, self.server.replace("http", "ws", 1), "data:", "blob:"))

    def _route(self, route: Route) -> None:
        route.continue_() if self._own(route.request.url) else route.abort()

    def _request(self, request: Request) -> None:
        if not self._own(request.url):
            self.foreign.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.location["url"].endswith(PROBES):
            self.errors.append(message.text)

    def open(self, path: str) -> "Visit":
        self.page.goto(self.server + path)
        self.settle()
        return self

    def settle(self) -> None:
        """Wait until the script has ended and every figure on the page is painted."""
        self.page.wait_for_selector("h1", timeout=30_000)
        self.page.wait_for_timeout(300)
        self.page.wait_for_selector('[data-test-script-state="notRunning"]', timeout=30_000)
        self.page.wait_for_function(ALL_PAINTED, timeout=30_000)
        self.page.wait_for_timeout(600)

    def assert_clean(self) -> None:
        """Nothing foreign asked for, no console error, no exception box."""
        assert self.foreign == []
        assert self.errors == []
        assert self.page.locator('[data-testid="stException"]').count() == 0
        assert "Traceback" not in self.page.inner_text("body")

    def picture(self, name: str) -> None:
        """Keep a screenshot of the whole page as a test artefact."""
        ARTIFACTS.mkdir(parents=True, exist_ok=True)
        size = self.page.viewport_size
        assert size is not None
        height = self.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        self.page.set_viewport_size({"width": size["width"], "height": min(height + 20, 8000)})
        self.page.wait_for_timeout(500)
        self.page.screenshot(path=ARTIFACTS / f"{name}.png")
        self.page.set_viewport_size(size)


Visitor = Callable[..., Visit]


@pytest.fixture
def visitor(chromium: Browser, server: str) -> Iterator[Visitor]:
    """Make visits; `visitor(width=390, height=844, scheme="dark", locale="en-GB")`."""
    contexts = []

    def visit(
        width: int = 1440,
        height: int = 900,
        scheme: str = "light",
        locale: str = "de-DE",
        address: str = server,
    ) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            locale=locale,
            has_touch=width < 600,
        )
        contexts.append(context)
        return Visit(context.new_page(), address)

    yield visit
    for context in contexts:
        context.close()
