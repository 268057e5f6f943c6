"""What the browser tests and the benchmarks share: a server on a free port, a Chromium, waiting without pauses."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psutil
from playwright.sync_api import Error, Page

from dashboard.settings import ROOT

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
# Whatever a page may want: no other machine is found. (To catch each request would do as well, and empty the cache.)
OWN = [one.address for each in psutil.net_if_addrs().values() for one in each if one.family is socket.AF_INET]
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND , " + " , ".join(f"EXCLUDE {one}" for one in ("localhost", *OWN))
# On a page's own address Streamlit's client first asks whether its server lives below it; a 404 is the answer.
PROBES = ("/_stcore/health", "/_stcore/host-config")
HOVERED = "[...document.querySelectorAll('.pw-plot')].some((plot) => plot._hoverdata?.length)"  # a point of a chart
FRAME = "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))"

# No script runs, every figure is painted, and nothing on the page has changed for as long as `quiet` says.
STILL = """(quiet) => new Promise((resolve, reject) => {
  const began = performance.now();
  let changed = began;
  const watch = new MutationObserver(() => { changed = performance.now(); });
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const end = (how, what) => { watch.disconnect(); how(what); };
  const look = () => {
    const figures = [...document.querySelectorAll(".pw-figure")];
    const painted = figures.length && figures.every(({ dataset }) => dataset.painted === dataset.wanted);
    const ended = document.querySelector('[data-test-script-state="notRunning"]');
    const now = performance.now();
    if (ended && painted && now - changed > quiet) end(resolve);
    else if (now - began > 30000 + quiet) end(reject, new Error("the page does not come to rest"));
    else requestAnimationFrame(look);
  };
  look();
})"""


def free_port() -> int:
    """A port that nothing listens on."""
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
    """Until the server answers, a minute at most."""
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        try:
            urllib.request.urlopen(f"{address}/health", timeout=2)
            return
        except OSError:
            if process.poll() is not None:
                raise RuntimeError("the server ended:\n" + log.read_text()) from None
            time.sleep(0.25)
    raise TimeoutError("the server did not answer within a minute:\n" + log.read_text())


def until(page: Page, condition: str, timeout: float = 30) -> None:
    """Wait, a frame at a time, until the JavaScript condition holds.

    Playwright's own `wait_for_function` evaluates text in the page, which the security policy forbids.
    """
    ends = time.monotonic() + timeout
    while not _holds(page, condition):
        if time.monotonic() > ends:
            raise TimeoutError(condition)


def _holds(page: Page, condition: str) -> bool:
    """Whether it holds, else a frame later; a page that is just being loaded again holds nothing."""
    try:
        if page.evaluate(condition):
            return True
        page.evaluate(FRAME)
    except Error as error:
        if "Execution context was destroyed" not in str(error):
            raise
    return False
