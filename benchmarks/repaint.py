"""What a click costs, beside two references in the same run: `python -m benchmarks.repaint [--rounds 20]`."""

import json
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import psutil
import typer
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.measure import CLOCK, choose, press, serving, settle, summary
from dashboard.settings import ROOT
from tools.browser import CHROMIUM, FLAGS

VARIANTS = {
    "floor": "benchmarks/floor.py",
    "ours": "dashboard/server.py",
    "st.plotly_chart": "benchmarks/plotly_chart_server.py",
}
MARKETS = ["China", "USA", "Indien", "Südkorea", "Japan"]
MODES = ["Index", "Je Million Einwohner", "Absolut"]
SESSIONS = 6
Rows = dict[str, tuple[float, float, str]]


def visit(browser: Browser, url: str) -> Page:
    """A new visitor without motion, who has waited until all is drawn."""
    context = browser.new_context(locale="de-DE", reduced_motion="reduce", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(CLOCK)
    page.goto(url)
    page.wait_for_selector("h1", timeout=30_000)
    settle(page)
    return page


def market_changes(browser: Browser, servers: dict[str, str], rounds: int) -> Rows:
    """Change of market, the variants in turn so that the machine's noise meets all alike."""
    pages = {name: visit(browser, f"{url}{'' if name == 'floor' else '/market'}") for name, url in servers.items()}
    times: dict[str, list[float]] = {name: [] for name in [*pages, "ours, figure in sight"]}
    for number in range(rounds):
        for name, page in pages.items():
            times[name].append(choose(page, MARKETS[number % len(MARKETS)]))
        times["ours, figure in sight"].append(float(pages["ours"].evaluate("clock.first - clock.start")))
    for page in pages.values():
        page.context.close()
    rows: Rows = {}
    for name, values in times.items():
        rows[f"market, first seen: {name}"] = (*summary(values[: len(MARKETS)]), "ms")
        rows[f"market, seen before: {name}"] = (*summary(values[len(MARKETS) :]), "ms")
    return rows


def mode_changes(browser: Browser, servers: dict[str, str], rounds: int) -> Rows:
    """Change of measure on Compare."""
    names = ["ours", "st.plotly_chart"]
    pages = {name: visit(browser, f"{servers[name]}/compare") for name in names}
    times: dict[str, list[float]] = {name: [] for name in pages}
    for number in range(rounds):
        for name, page in pages.items():
            times[name].append(press(page, MODES[number % len(MODES)]))
    for page in pages.values():
        page.context.close()
    return {f"compare, change of measure: {name}": (*summary(values), "ms") for name, values in times.items()}


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


def memory(browser: Browser, url: str, process: psutil.Process) -> Rows:
    """Resident memory of the server by open session on Market (tree of processes)."""

    def resident() -> float:
        return float(sum(p.memory_info().rss for p in [process, *process.children(recursive=True)])) / 1e6

    pages = [visit(browser, f"{url}/market")]
    first = resident()
    pages += [visit(browser, f"{url}/market") for _ in range(SESSIONS)]
    each = (resident() - first) / SESSIONS
    for page in pages:
        page.context.close()
    return {"server memory, one session": (first, first, "MB"), "memory, each further session": (each, each, "MB")}


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
        floor = floors.get(key.split(":")[0]) or floors.get("market, seen before", 0) * key.startswith("compare")
        ratio = f"{median / floor:10.2f}" if floor else ""
        digits = 1 if unit == "MB" else 0
        print(f"{key:52}{median:9.{digits}f}{p95:9.{digits}f} {unit:3} {ratio}")
    target = ROOT / "artifacts" / "benchmark.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(rows, indent=1), encoding="utf-8")


def main(rounds: Annotated[int, typer.Option(help="clicks of each kind")] = 20) -> None:
    """Run everything; about ten minutes."""
    rows = starts()
    with ExitStack() as stack, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        store = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        running = {name: stack.enter_context(serving(script, store)) for name, script in VARIANTS.items()}
        servers = {name: address for name, (address, _, _) in running.items()}
        rows |= market_changes(browser, servers, rounds + len(MARKETS))
        rows |= mode_changes(browser, servers, rounds)
        rows |= loads(browser, servers)
        rows |= memory(browser, servers["ours"], psutil.Process(running["ours"][1].pid))
        browser.close()
    report(rows)


if __name__ == "__main__":
    typer.run(main)
