"""Servers to measure, and the clock in the browser."""

import os
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import psutil
from playwright.sync_api import Browser, Page

from dashboard.settings import PACKAGE, ROOT
from tools.browser import free_port, until

# From the pointer going down to what changes then, two frames later: `first` a Plotly chart in sight, `all` the last
# chart, `last` anything of the page (of Streamlit's its main block). Shadow roots count; what follows the pointer, not.
CLOCK = """
window.clock = { start: 0, first: 0, all: 0, last: 0 };
(() => {
  const MAIN = '[data-testid="stMain"]', AWAY = ".hoverlayer, .draglayer, .zoomlayer";
  const inSight = (plot) => {
    const box = plot.getBoundingClientRect();
    return box.height > 20 && box.top < innerHeight && box.bottom > 0;
  };
  const seen = (changes) => {
    let plots = new Set(), any = false;
    for (const { target, type } of changes) {
      const node = target.nodeType === 1 ? target : target.parentElement;
      if (!node || node.closest(AWAY)) continue;
      any ||= !document.querySelector(MAIN) || node.closest(MAIN);
      const plot = node.closest(".js-plotly-plot");
      if (plot && (plot !== node || type === "childList")) plots.add(plot);
    }
    const first = [...plots].some(inSight);
    if (any || plots.size) requestAnimationFrame(() => requestAnimationFrame(() => {
      clock.last = performance.now();
      if (plots.size) clock.all = clock.last;
      if (first) clock.first ||= clock.last;
    }));
  };
  const watch = (root) => new MutationObserver(seen).observe(
    root, { subtree: true, childList: true, attributes: true, characterData: true });
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (how) {
    const root = attach.call(this, how);
    watch(root);
    return root;
  };
})();
document.addEventListener("pointerdown", () => {
  clock.first = clock.all = 0;
  clock.start = clock.last = performance.now();
}, true);
"""

QUIET = 700  # milliseconds without a change after which a page stands still
OPENING = 120  # seconds at most that a page may take to open, on a machine that does other things too
WARM, REST = 60, 0.1  # seconds at most until a server has made what is likely to be opened; of a core, when it has
# Where it is Streamlit's its script has ended; where the figures are ours they are those that were wanted.
ENDED = """(!document.querySelector(".stApp") || document.querySelector('[data-test-script-state="notRunning"]'))
  && [...document.querySelectorAll(".pw-figure")].every(({ dataset }) => dataset.painted === dataset.wanted)"""


class Usage:
    """What servers use, with all their processes."""

    def __init__(self, *pids: int) -> None:
        self._servers = [psutil.Process(pid) for pid in pids]

    def cpu(self) -> float:
        """Seconds of CPU so far."""
        return sum(sum(process.cpu_times()[:2]) for process in self._all())

    def megabytes(self) -> float:
        """Resident memory."""
        return sum(process.memory_info().rss for process in self._all()) / 1e6

    def rest(self) -> None:
        """Wait until they have made what they make beside their visitors."""
        ends = time.monotonic() + WARM
        while time.monotonic() < ends:
            before = self.cpu()
            time.sleep(2)
            if self.cpu() - before < 2 * REST:
                return

    def _all(self) -> list[psutil.Process]:
        return [process for server in self._servers for process in (server, *server.children(recursive=True))]


Running = tuple[str, subprocess.Popen[bytes], float]


@contextmanager
def started(command: list[str], store: Path, folder: Path, port: int, ready: str, **more: str) -> Iterator[Running]:
    """A server in this folder: its address, its process and its seconds to the first answer of the path `ready`."""
    env = {**os.environ, "POCKET_STORE": str(store), "PYTHONPATH": str(ROOT), **more}
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}{ready}", process)
        yield address, process, time.perf_counter() - began
    finally:
        process.terminate()
        process.wait(30)


@contextmanager
def serving(script: str, store: Path, folder: Path = PACKAGE, **environment: str) -> Iterator[Running]:
    """A Streamlit server of the script. It looks for its configuration in the folder: usually the product's own."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / script), f"--server.port={port}"]
    with started(command, store, folder, port, "/_stcore/health", **environment) as running:
        yield running


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Until the server answers, a minute at most."""
    for _ in range(600):
        try:
            urllib.request.urlopen(url, timeout=2)
            return
        except OSError:
            if process.poll() is not None:
                raise RuntimeError(f"the server of {url} ended") from None
            time.sleep(0.1)
    raise TimeoutError(url)


def visit(browser: Browser, url: str, height: int = 900) -> Page:
    """A new visitor without motion, who has waited until all is drawn."""
    context = browser.new_context(locale="de-DE", reduced_motion="reduce", viewport={"width": 1440, "height": height})
    page = context.new_page()
    page.add_init_script(CLOCK)
    page.goto(url)
    page.wait_for_selector("h1", timeout=1000 * OPENING)
    settle(page, seconds=OPENING)
    return page


def settle(page: Page, what: Literal["all", "last"] = "last", seconds: float = 30) -> float:
    """Milliseconds from the last pointer down to the last change that followed; with `all`, of a chart."""
    until(page, f"{ENDED} && clock.{what} > clock.start && performance.now() - clock.last > {QUIET}", seconds)
    return float(page.evaluate(f"clock.{what} - clock.start"))


def choose(page: Page, option: str) -> float:
    """Change the market through its select box; milliseconds until the page stands still again."""
    box = page.get_by_role("combobox").first
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).first.click()
    return settle(page)


def press(page: Page, button: str) -> float:
    """Press a button of a segmented control."""
    page.get_by_role("radio", name=button, exact=True).or_(
        page.get_by_role("button", name=button, exact=True)
    ).first.click()
    return settle(page)


def summary(values: list[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    ordered = sorted(values)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
