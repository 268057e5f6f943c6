"""How long a page takes on a slow line, and beside the same page in Dash on a good one: `python -m benchmarks.line`.

Chromium behaves as if the line were so; nothing is in its cache unless it says `reload`. Dash is in the extra `bench`.
"""

import statistics
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import psutil
import typer
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.measure import Usage, serving
from benchmarks.peers.__main__ import module
from benchmarks.peers.shown import keys, write_assets
from tools.browser import CHROMIUM, FLAGS, until

PATH = "/market?market=JP&lang=de"
QUIET, MOST = 700, 240  # ms without a change; seconds for a page
# When what is awaited first stood there, and when the page last changed (ms from its start).
CLOCK = """window.line = { last: 0 };
const awaited = {
  words: () => document.querySelectorAll(".pw-kpi .value").length >= 5,
  picture: () => document.querySelector("#pw-first figure svg, .pw-figure[data-painted] .main-svg"),
  page: () => document.querySelector("#root .pw-head h1") && !document.getElementById("pw-first"),
};
function look() {
  for (const [name, stands] of Object.entries(awaited)) if (!line[name] && stands()) line[name] = performance.now();
  requestAnimationFrame(look);
}
look();
new MutationObserver(() => { line.last = performance.now(); }).observe(document, { subtree: true, childList: true,
  attributes: true, characterData: true });"""
OURS = """document.querySelector('[data-test-script-state="notRunning"]') && document.querySelector(".pw-figure") &&
  [...document.querySelectorAll(".pw-figure")].every(({ dataset: { painted, wanted = "" } }) => painted === wanted)"""
DASH = "document.querySelectorAll('.js-plotly-plot .plot-container .main-svg').length >= {count}"


@dataclass(frozen=True)
class Line:
    """What Chromium makes of the line: kbit/s, ms until an answer begins."""

    rate: int
    latency: int

    def slow(self, session: CDPSession) -> None:
        """From now on."""
        bytes_a_second = 1000 * self.rate / 8
        session.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": self.latency, "downloadThroughput": bytes_a_second,
             "uploadThroughput": bytes_a_second},
        )  # fmt: skip

    def __str__(self) -> str:
        return f"{self.rate} kbit/s, {self.latency} ms"


SLOW, GOOD = Line(400, 400), Line(20_000, 30)


@dataclass(frozen=True)
class Load:
    """One page load: kilobytes over the line, seconds until each thing stood, at last everything."""

    kilobytes: float
    seconds: dict[str, float]


def loads(browser: Browser, url: str, line: Line, stands: str, times: int) -> list[Load]:
    """A page opened by a browser that has never been there, then opened again."""
    context = browser.new_context(locale="de-DE", reduced_motion="reduce", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.set_default_timeout(1000 * MOST)
    page.add_init_script(CLOCK)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    line.slow(session)
    received: list[float] = []
    session.on("Network.dataReceived", lambda event: received.append(event["encodedDataLength"]))
    found = []
    for _ in range(times):
        received.clear()
        page.goto(url, wait_until="commit")
        seconds = _waited(page, stands)
        found.append(Load(sum(received) / 1000, seconds))
    context.close()
    return found


def _waited(page: Page, stands: str) -> dict[str, float]:
    until(page, f"Boolean({stands}) && performance.now() - line.last > {QUIET}", MOST)
    told = page.evaluate("line")
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
    marks = {"paint": painted, **{name: told.get(name) for name in ("words", "picture", "page")}, "all": told["last"]}
    return {name: mark / 1000 for name, mark in marks.items() if mark}


def report(what: str, found: Sequence[Load]) -> None:
    """Medians, on one line."""
    names = list(found[0].seconds)
    told = "".join(f"{name:>10} {statistics.median(one.seconds[name] for one in found):6.1f}" for name in names)
    typer.echo(f"{what:34}{statistics.median(one.kilobytes for one in found):8.0f} kB{told}")


def main(rounds: Annotated[int, typer.Option(help="of each; the medians are told")] = 1) -> None:
    """Print seconds until anything, the key figures (`words`), a picture, the live page and all of it stand."""
    with ExitStack() as stack, sync_playwright() as playwright:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        store, files = folder / "store", folder / "files"
        store.mkdir()
        files.mkdir()
        address, process, _ = stack.enter_context(serving("dashboard/server.py", store))
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        pages = {"ours": (address + PATH, OURS)}
        if find_spec("dash"):
            write_assets(files)
            pages["dash"] = (stack.enter_context(module("dash_page", store, files))[0], DASH.format(count=len(keys())))
        else:
            typer.echo("dash is not installed: see requirements-bench.lock")
        for url, stands in pages.values():  # nobody measures the first visitor of a server
            loads(browser, url, Line(10**6, 0), stands, 2)
        Usage(process.pid).rest()
        typer.echo(f"load {psutil.getloadavg()[0]:.1f} on {psutil.cpu_count()} cores; seconds until there stand …")
        for line, names, whens in ((SLOW, ["ours"], ["cold"]), (GOOD, list(pages), ["cold", "reload"])):
            for name in names:
                url, stands = pages[name]
                found = [loads(browser, url, line, stands, len(whens)) for _ in range(rounds)]
                for when, some in zip(whens, zip(*found, strict=True), strict=True):
                    report(f"{name}, {line}, {when}", some)
        browser.close()


if __name__ == "__main__":
    typer.run(main)
