"""What a click on Market costs beside the same page elsewhere: `python -m benchmarks.peers [--rounds 20]`.

Dash and Panel are in the extra `bench` (`pip install --require-hashes -r requirements-bench.lock`); without them the
others are measured.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import psutil
import typer
from playwright.sync_api import Page, sync_playwright

from benchmarks.measure import Running, Usage, choose, serving, settle, started, summary, visit
from benchmarks.peers import bare
from benchmarks.peers.shown import offered, write_assets
from dashboard.settings import ROOT, settings
from tools.browser import CHROMIUM, FLAGS, free_port

PAGES = "benchmarks.peers"
LEAST = 0.1  # seconds of CPU; of less nothing can be said, for the system counts in hundredths
HEIGHT = 1300  # of the window: so that the first figure of each page is in sight, ours too
SELECTED = ("ours", "plotly_chart", "floor", "floor-tuned")  # where one chooses in a select box
WORDS = ("floor", "floor-tuned")  # pages without a figure


@dataclass
class Peer:
    """A page before a visitor: what it costs, click by click (milliseconds; seconds of CPU)."""

    name: str
    page: Page
    usage: Usage
    first: list[float] = field(default_factory=list)
    all: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def click(self, market: str) -> None:
        """Choose the market and wait until the page stands still."""
        before = self.usage.cpu()
        if self.name in SELECTED:
            choose(self.page, market)
        else:
            self.page.get_by_text(market, exact=True).first.click()
        done = settle(self.page, "last" if self.name in WORDS else "all")
        first = self.page.evaluate("clock.first - clock.start")
        if first <= 0 and self.name not in WORDS:
            raise RuntimeError(f"no figure of {self.name} is in sight")
        self.first.append(done if self.name in WORDS else first)
        self.all.append(done)
        self.cpu.append(self.usage.cpu() - before)

    def forget(self) -> None:
        """Leave out what has been measured so far."""
        for values in (self.first, self.all, self.cpu):
            values.clear()


@contextmanager
def module(name: str, store: Path, files: Path) -> Iterator[Running]:
    """A server that a module of this folder starts."""
    port = free_port()
    command = [sys.executable, "-m", f"{PAGES}.{name}", str(port), str(files)]
    with started(command, store, ROOT, port, "/") as running:
        yield running


@contextmanager
def files_server(store: Path, files: Path) -> Iterator[Running]:
    """Python's own server of a folder."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    with started(command, store, files, port, "/") as running:
        yield running


def servers(stack: ExitStack, folder: Path) -> dict[str, tuple[str, subprocess.Popen[bytes]]]:
    """Every peer's address and process. Streamlit's own run as Streamlit ships it, `floor-tuned` as we set it."""
    store, files, bare_folder = (folder / name for name in ("store", "files", "empty"))
    for path in (store, files, bare_folder):
        path.mkdir()
    os.environ["POCKET_STORE"] = str(store)  # published once, for all
    settings.cache_clear()
    quiet = {"STREAMLIT_SERVER_HEADLESS": "true", "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"}
    write_assets(files)
    bare.write(files)
    made = {
        "ours": serving("dashboard/server.py", store),
        "plotly_chart": serving("benchmarks/peers/plain_server.py", store, bare_folder, **quiet),
        "floor": serving("benchmarks/floor.py", store, bare_folder, **quiet),
        "floor-tuned": serving("benchmarks/floor.py", store),
        "bare": files_server(store, files),
    }
    for name in ("dash", "panel"):
        if find_spec(name):
            made[name] = module(f"{name}_page", store, files)
        else:
            typer.echo(f"{name} is not installed: see requirements-bench.lock")
    running = {name: stack.enter_context(one) for name, one in made.items()}
    return {name: (address, process) for name, (address, process, _) in running.items()}


def clicks(peers: list[Peer], rounds: int, ends: float) -> int:
    """Click in turn, so that the machine's noise meets all alike; every market once before it counts."""
    markets = list(offered())
    for number in range(1, len(markets) + 1):
        for peer in peers:
            peer.click(markets[number % len(markets)])
    for peer in peers:
        peer.forget()
    for number in range(1, rounds + 1):
        for peer in peers:
            peer.click(markets[number % len(markets)])
        if time.monotonic() > ends:
            return number
    return rounds


def report(peers: list[Peer]) -> None:
    """A table, then the ratios: medians of those of each round (time), of the sums (CPU)."""
    typer.echo(f"{'':14}{'first':>8}{'p95':>8}{'all':>8}{'p95':>8}{'CPU':>8}   (ms a click)")
    for peer in peers:
        cells = (*summary(peer.first), *summary(peer.all), 1000 * statistics.mean(peer.cpu))
        typer.echo(f"{peer.name:14}" + "".join(f"{cell:8.0f}" for cell in cells))
    ours, *others = peers
    for peer in others:
        if peer.name not in WORDS:
            for what, mine, theirs in (("first", ours.first, peer.first), ("all", ours.all, peer.all)):
                number = statistics.median(a / b for a, b in zip(mine, theirs, strict=True))
                typer.echo(f"ratio {what}-figure{'s' * (what == 'all')} {peer.name} {number:.2f}")
        if (cpu := sum(peer.cpu)) > LEAST:
            typer.echo(f"ratio server-cpu {peer.name} {sum(ours.cpu) / cpu:.2f}")


def main(
    rounds: Annotated[int, typer.Option(help="clicks on each, markets seen before")] = 20,
    minutes: Annotated[float, typer.Option(help="at most")] = 7,
) -> None:
    """Print what a click costs in each, and our ratio to it."""
    ends = time.monotonic() + 60 * minutes
    with ExitStack() as stack, sync_playwright() as playwright:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        running = servers(stack, folder)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        peers = []
        for name, (address, process) in running.items():
            page = visit(browser, f"{address}/market" if name == "ours" else address, HEIGHT)
            peers.append(Peer(name, page, Usage(process.pid)))
        peers[0].usage.rest()
        done = clicks(peers, rounds, ends)
        typer.echo(f"{done} clicks on each, load {psutil.getloadavg()[0]:.1f} on {psutil.cpu_count()} cores")
        report(peers)
        browser.close()


if __name__ == "__main__":
    typer.run(main)
