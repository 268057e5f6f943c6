"""What briefings cost: `python -m benchmarks.briefings`.

One at a time in the warm worker, ten at once, and how quick a page is meanwhile, beside how quick it is otherwise.
"""

import io
import json
import tempfile
import time
import urllib.request
import zipfile
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode

import typer
from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

from benchmarks.measure import choose, serving, summary, visit
from tools.browser import CHROMIUM, FLAGS

FORMATS = ("pptx", "pdf", "card", "html")
MARKETS = {"JP": "Japan", "CN": "China", "IN": "India", "KR": "South Korea", "US": "USA"}
SHOWN = ["China", "USA", "Indien", "Südkorea", "Japan"]
ROUNDS = 10


def ask(address: str, path: str, **values: str) -> Any:
    """An answer of the server's own addresses."""
    with urllib.request.urlopen(f"{address}/{path}?{urlencode(values)}", timeout=60) as answer:
        return answer.read() if path == "taken" else json.loads(answer.read())


def order(address: str, market: str, kind: str, note: str) -> str:
    """Order a briefing; the note makes it another one than any before. Returns its ticket."""
    return str(ask(address, "order", market=market, format=kind, note=note))


def wait(address: str, tickets: list[str]) -> list[dict[str, Any]]:
    """Until all are made."""
    while True:
        states = [ask(address, "state", ticket=ticket) for ticket in tickets]
        if not any(state["open"] for state in states):
            return states
        time.sleep(0.02)


def singles(address: str, rounds: int) -> None:
    """Seconds a briefing takes in the warm worker, format by format, and its size."""
    for kind in FORMATS:
        times, sizes = [], []
        for number in range(rounds + 1):
            start = time.perf_counter()
            [made] = wait(address, [order(address, "JP", kind, f"single {kind} {number}")])
            times.append(time.perf_counter() - start)
            sizes.append(made["size"])
        print(f"one {kind}: {summary(times[1:])[0]:.2f} s (first {times[0]:.2f} s), {max(sizes) / 1000:.0f} kB")


def ten(address: str, kind: str) -> None:
    """Ten at once; each is the one that was ordered."""
    wanted = [(market, f"{market} {number}") for number in range(2) for market in MARKETS]
    start = time.perf_counter()
    tickets = [order(address, market, kind, note) for market, note in wanted]
    wait(address, tickets)
    taken = time.perf_counter() - start
    mixed = 0
    for ticket, (market, note) in zip(tickets, wanted, strict=True):
        text = said(ask(address, "taken", ticket=ticket), kind)
        mixed += MARKETS[market] not in text or note not in text
    print(f"ten {kind} at once: {taken:.1f} s, {mixed} mixed up")


def said(content: bytes, kind: str) -> str:
    """What stands in it; of a deck, on its first slide."""
    if kind == "html":
        return content.decode()
    if kind == "pptx":
        return zipfile.ZipFile(io.BytesIO(content)).read("ppt/slides/slide1.xml").decode()
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def meanwhile(address: str, page: Page) -> None:
    """A change of market when nothing is made and while ten briefings are being made, in turn."""
    quiet: list[float] = []
    busy: list[float] = []
    for number in range(ROUNDS):
        quiet.append(choose(page, SHOWN[number % 5]))
        tickets = [order(address, market, "pptx", f"busy {number} {n}") for n in range(2) for market in MARKETS]
        time.sleep(0.3)
        busy.append(choose(page, SHOWN[(number + 2) % 5]))
        wait(address, tickets)
    ratio = summary(busy)[0] / summary(quiet)[0]
    print(f"page meanwhile: {summary(busy)[0]:.0f} ms, else {summary(quiet)[0]:.0f} ms: ratio {ratio:.2f}")


def main(rounds: Annotated[int, typer.Option(help="briefings of each format")] = 5) -> None:
    """Measure and print."""
    with (
        tempfile.TemporaryDirectory() as store,
        serving("benchmarks/briefing_server.py", Path(store)) as (address, _, _),
        sync_playwright() as playwright,
    ):
        wait(address, [order(address, "JP", kind, "warming") for kind in FORMATS])
        singles(address, rounds)
        for kind in FORMATS:
            ten(address, kind)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = visit(browser, f"{address}/market")
        for market in SHOWN:
            choose(page, market)
        meanwhile(address, page)


if __name__ == "__main__":
    typer.run(main)
