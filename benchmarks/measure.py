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

from playwright.sync_api import Page

from dashboard.settings import PACKAGE, ROOT
from tools.browser import free_port, until

# From the pointer going down to the last change of the page's main block, one frame later; quiet for 700 ms = done.
CLOCK = """
window.clock = { start: 0, first: 0, last: 0 };
document.addEventListener("pointerdown", () => {
  clock.first = 0;
  clock.start = clock.last = performance.now();
}, true);
new MutationObserver((changes) => {
  if (!changes.some((c) => c.target.closest?.('[data-testid="stMain"]'))) return;
  const figure = changes.some((c) => c.attributeName === "data-painted");
  requestAnimationFrame(() => requestAnimationFrame(() => {
    clock.last = performance.now();
    if (figure) clock.first ||= clock.last;
  }));
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
"""

ENDED = """document.querySelector('[data-test-script-state="notRunning"]')"""


@contextmanager
def serving(script: str, store: Path, **environment: str) -> Iterator[tuple[str, subprocess.Popen[bytes], float]]:
    """A Streamlit server of the script, all with the product's configuration (Streamlit looks where it is started).

    Yields its address, its process and its seconds to the first answer.
    """
    port, env = free_port(), {**os.environ, "POCKET_STORE": str(store), "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / script), f"--server.port={port}"]
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=PACKAGE, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/_stcore/health", process)
        yield address, process, time.perf_counter() - started
    finally:
        process.terminate()
        process.wait(10)


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


def settle(page: Page) -> float:
    """Milliseconds from the last pointer down to the last change that followed."""
    until(page, f"{ENDED} && performance.now() - clock.last > 700")
    return float(page.evaluate("clock.last - clock.start"))


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
