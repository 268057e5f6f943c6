"""A real server on the shipped facts and a real Chromium that can reach nothing else."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import cycle, product
from typing import TypeVar

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request

from dashboard.settings import ROOT
from tests.serving import serving
from tools.browser import HOVERED, PROBES, STILL, until

ARTIFACTS = ROOT / "artifacts" / "screenshots"


Look = TypeVar("Look")
EVERY = bool(os.environ.get("EVERY"))  # all of what is else taken in turn: `make test-every`


def in_turn(names: Iterable[str], looks: Iterable[Look]) -> list[tuple[str, Look]]:
    """Each name with one of the looks, the next name with the next look; with EVERY each with all."""
    return list(product(names, looks) if EVERY else zip(names, cycle(looks), strict=False))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("store")) as address:
        yield address


class Visit:
    """One visitor's tab: what went wrong in it, and where it tried to go besides its server."""

    def __init__(self, page: Page, server: str) -> None:
        self.page, self.server = page, server
        self.foreign: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _own(self, url: str) -> bool:
        return url.startswith((self.server, self.server.replace("http", "ws", 1), "data:", "blob:"))

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

    def settle(self, quiet: float = 0.4) -> None:
        """Wait until the script has ended, every figure is painted and nothing has changed for `quiet` seconds."""
        self.page.wait_for_selector("h1", timeout=30_000)
        self.page.evaluate(STILL, 1000 * quiet)

    def point_at(self, place: Locator) -> tuple[float, float]:
        """Move the mouse over a point of a chart and wait until the chart has noticed; returns where it is."""
        box = place.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        until(self.page, HOVERED)
        return x, y

    def assert_clean(self) -> None:
        """Nothing foreign asked for, no console error, no exception box."""
        assert self.foreign == []
        assert self.errors == []
        assert self.page.locator('[data-testid="stException"]').count() == 0
        assert "Traceback" not in self.page.inner_text("body")

    def assert_accessible(self) -> None:
        """Nothing that is serious for people who see little or use no mouse, as far as axe can tell."""
        found = Axe().run(self.page).response["violations"]
        assert not [
            f"{one['id']}: {node['target']} {node['failureSummary']}"
            for one in found
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
        ]

    def picture(self, name: str) -> None:
        """Keep a screenshot of the whole page as a test artefact."""
        ARTIFACTS.mkdir(parents=True, exist_ok=True)
        size = self.page.viewport_size
        assert size is not None
        height = self.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        self.page.set_viewport_size({"width": size["width"], "height": min(height + 20, 8000)})
        self.settle()
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
