"""What is not a change of a market seen before (`benchmarks.peers`): `python -m benchmarks.repaint [--rounds 20]`."""

import json
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer
from playwright.sync_api import Browser, sync_playwright

from benchmarks.measure import choose, press, serving, settle, summary, visit
from dashboard.settings import ROOT
from tools.browser import CHROMIUM, FLAGS

VARIANTS = {
    "floor": "benchmarks/floor.py",
    "ours": "dashboard/server.py",
}
MARKETS = ["China", "USA", "Indien", "Südkorea", "Japan"]
MODES = ["Index", "Je Million Einwohner", "Absolut"]
Rows = dict[str, tuple[float, float, str]]


def first_seen(browser: Browser, servers: dict[str, str]) -> Rows:
    """Each market for the first time that this server shows it; seen before it is in `benchmarks.peers`."""
    pages = {name: visit(browser, f"{url}{'' if name == 'floor' else '/market'}") for name, url in servers.items()}
    times: dict[str, list[float]] = {name: [] for name in pages}
    for market in MARKETS:
        for name, page in pages.items():
            times[name].append(choose(page, market))
    for page in pages.values():
        page.context.close()
    return {f"market, first seen: {name}": (*summary(values), "ms") for name, values in times.items()}


def mode_changes(browser: Browser, url: str, rounds: int) -> Rows:
    """Change of measure on Compare."""
    page = visit(browser, f"{url}/compare")
    times = [press(page, MODES[number % len(MODES)]) for number in range(rounds)]
    page.context.close()
    return {"compare, change of measure: ours": (*summary(times), "ms")}


def loads(browser: Browser, servers: dict[str, str], rounds: int = 5) -> Rows:
    """From the address typed to the page standing still: a new browser profile, then the same again."""
    rows: Rows = {}
    for name, url in servers.items():
        address, cold, warm = f"{url}{'' if name == 'floor' else '/market'}", [], []
        for _ in range(rounds):
            page = visit(browser, address)
            cold.append(float(page.evaluate("clock.last")))
            page.reload()
            page.wait_for_selector("h1")
            settle(page)
            warm.append(float(page.evaluate("clock.last")))
            page.context.close()
        rows[f"page load, new profile: {name}"] = (*summary(cold), "ms")
        rows[f"page load, again: {name}"] = (*summary(warm), "ms")
    return rows


def starts() -> Rows:
    """Process start to the first answer: with an empty store (checks and builds the warehouse), then a filled one."""
    rows: Rows = {}
    with tempfile.TemporaryDirectory() as store:
        for label in ("empty store", "filled store"):
            with serving(VARIANTS["ours"], Path(store)) as (_, _, seconds):
                rows[f"start, {label}"] = (seconds * 1000, seconds * 1000, "ms")
    return rows


def report(rows: Rows) -> None:
    """One table; what is a click on a page also as a multiple of the floor."""
    floors = {key.split(":")[0]: median for key, (median, _, _) in rows.items() if key.endswith(": floor")}
    print(f"{'':52}{'median':>9}{'p95':>9}      x floor")
    for key, (median, p95, unit) in rows.items():
        floor = floors.get(key.split(":")[0]) or floors.get("market, first seen", 0) * key.startswith("compare")
        ratio = f"{median / floor:10.2f}" if floor else ""
        digits = 1 if unit == "MB" else 0
        print(f"{key:52}{median:9.{digits}f}{p95:9.{digits}f} {unit:3} {ratio}")
    target = ROOT / "artifacts" / "benchmark.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(rows, indent=1), encoding="utf-8")


def main(rounds: Annotated[int, typer.Option(help="clicks of each kind")] = 20) -> None:
    """Run everything; about five minutes."""
    rows = starts()
    with ExitStack() as stack, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        store = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        running = {name: stack.enter_context(serving(script, store)) for name, script in VARIANTS.items()}
        servers = {name: address for name, (address, _, _) in running.items()}
        rows |= first_seen(browser, servers)
        rows |= mode_changes(browser, servers["ours"], rounds)
        rows |= loads(browser, servers)
        browser.close()
    report(rows)


if __name__ == "__main__":
    typer.run(main)
