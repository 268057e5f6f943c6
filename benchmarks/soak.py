"""Whether the stand lasts: its loop run fast, with visitors and hard restarts: `python -m benchmarks.soak`."""

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import psutil
import typer
from playwright.sync_api import Error, Page, sync_playwright

from dashboard.settings import ROOT
from dashboard.stand.screen import COUNTDOWN
from tests.browser.conftest import CHROMIUM, FLAGS, PROBES, free_port, wait_until_healthy

IDLE, STOOD, BACK = 2, 30, 60  # seconds: until the countdown, the loop may stand still, it may take after a restart
DOWN = (0, 5, 20)  # seconds until the next start, in turn: shorter and longer than the conductor's rounds
WAY = (".ps-glass", ".pv-languages button", ".pv-countries [data-pick^=market]", ".pv-country [data-pick^=sector]")
CHANGES = "Number(document.querySelector('.ps-conductor')?.dataset.changes ?? 0)"
COLUMNS = "minute,scenes,loads,server/MB,heap/MB,nodes,listeners,tab/MB,console,pageerror,fault"


class Soak:
    """A stand and the tab that shows it; `moved` is when the loop was last seen to change its scene."""

    def __init__(self, page: Page, store: Path, pace: float) -> None:
        self.page, self.store, self.address = page, store, f"http://127.0.0.1:{(port := free_port())}"
        own = {"PACE": pace, "MODE": "stand", "PORT": port, "STORE": store, "IDLE_SECONDS": IDLE}
        self.environment = {**os.environ, **{f"POCKET_{name}": str(value) for name, value in own.items()}}
        self.scenes, self.seen, self.visits, self.stood, self.down = 0, 0, 0, 0.0, False
        self.said: Counter[str] = Counter()
        self.tab, self.began = page.context.new_cdp_session(page), time.monotonic()
        page.on("load", lambda: self.say("loads"))
        page.on("pageerror", lambda error: self.say("pageerror", str(error)))
        page.on("console", lambda m: m.type == "error" and self.say("console", m.text, m.location["url"]))
        self.start()
        page.goto(self.address)
        self.moved = time.monotonic()

    def start(self) -> None:
        command = [sys.executable, "-m", "dashboard.cli", "run"]
        with (log := self.store / "server.log").open("a") as out:
            self.server = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=out, stderr=out)
        wait_until_healthy(self.address, self.server, log)

    def say(self, kind: str, text: str = "", url: str = "") -> None:
        """Print and count it, but not what the console says of a server that is away."""
        if kind != "console" or not (self.down or url.endswith(PROBES)):
            self.said[kind] += 1
            typer.echo(f"{(time.monotonic() - self.began) / 60:6.2f}  {kind} {text[:300]} {url}")

    def wait(self, seconds: float = 1) -> None:
        """Let time pass; add up the loop's changes (a new conductor starts again) and note how long it stood."""
        self.page.wait_for_timeout(1000 * seconds)
        try:
            seen = int(self.page.evaluate(CHANGES))
        except Error:  # the page is being loaded anew
            seen = 0
        if seen and seen != self.seen:
            self.scenes += seen - (self.seen if seen > self.seen else 0)
            self.seen, self.moved = seen, time.monotonic()
        if (stood := time.monotonic() - self.moved) > STOOD >= self.stood:
            self.say("fault", f"the loop stands still for more than {STOOD} s")
        self.stood = max(self.stood, stood)

    def visit(self) -> None:
        """A visitor goes all the way by touch and leaves; the loop comes back after the countdown."""
        try:
            for step in WAY:
                (places := self.page.locator(step)).first.wait_for(timeout=10_000)
                places.nth(self.visits % places.count()).tap(timeout=10_000)
            self.page.locator(".pv-field").wait_for(timeout=10_000)
        except Error as error:
            self.say("fault", f"visit {self.visits}: {error}")
        self.visits += 1
        self.wait(0)
        left = self.moved = time.monotonic() + IDLE + COUNTDOWN
        while self.moved == left and time.monotonic() < left + STOOD + 2:
            self.wait()

    def restart(self, pause: float) -> None:
        """Kill the server and start it again; the loop must come back by itself and hear a visitor."""
        self.down, killed, loads = True, time.monotonic(), self.said["loads"]
        self.server.kill()
        self.server.wait()
        self.page.wait_for_timeout(1000 * pause)
        self.start()
        self.moved = started = time.monotonic()
        while self.moved == started or not self.page.locator('[data-test-connection-state="CONNECTED"]').count():
            if time.monotonic() > started + BACK:
                self.say("fault", f"not back {BACK} s after a restart")
                break
            self.wait()
        away, back, loads = started - killed, time.monotonic() - started, self.said["loads"] - loads
        self.wait(5)
        self.down = False
        self.say("restart", f"{away:.0f} s away, back after {back:.0f}, {loads} loads")
        self.visit()

    def sample(self) -> list[float]:
        """What stands in COLUMNS, after the tab has cleared away what it no longer needs."""
        for method in ("Performance.enable", "HeapProfiler.collectGarbage"):
            self.tab.send(method)
        tab = {entry["name"]: entry["value"] for entry in self.tab.send("Performance.getMetrics")["metrics"]}
        server, mine = psutil.Process(self.server.pid), psutil.Process().children(recursive=True)
        tree = sum(process.memory_info().rss for process in [server, *server.children(recursive=True)])
        shown = max(process.memory_info().rss for process in mine if "--type=renderer" in process.cmdline())
        heap, *counts = (tab[name] for name in ("JSHeapUsedSize", "Nodes", "JSEventListeners"))
        row = [(time.monotonic() - self.began) / 60, self.scenes, self.said["loads"], tree / 1e6, heap / 1e6, *counts,
               shown / 1e6, *(self.said[kind] for kind in ("console", "pageerror", "fault"))]  # fmt: skip
        typer.echo(table("", row))
        return row


def table(name: str, cells: list[float]) -> str:
    return f"{name:7}" + "".join(f"{cell:10.1f}" for cell in cells)


def main(minutes: float = 20, pace: float = 60, restarts: int = 3) -> None:
    """Sample twice a minute; print the first sample after a minute, the middle and the last one."""
    with tempfile.TemporaryDirectory() as store, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, "--js-flags=--expose-gc"])
        page = browser.new_page(has_touch=True, viewport={"width": 1920, "height": 1080}, locale="de-DE")
        soak, samples, done = Soak(page, Path(store), pace), [], 0
        try:
            while (gone := (time.monotonic() - soak.began) / 60) < minutes:
                if gone > len(samples) / 2:
                    samples.append(soak.sample())
                if gone > soak.visits + 0.6:
                    soak.visit()
                if done < restarts and gone > minutes * (done + 1) / (restarts + 1):
                    soak.restart(DOWN[done % len(DOWN)])
                    done += 1
                soak.wait()
        finally:
            soak.server.kill()
    warm = [row for row in samples if row[0] >= 1] or samples
    typer.echo(f"{'':7}" + "".join(f"{column:>10}" for column in COLUMNS.split(",")))
    for name, place in (("first", 0), ("middle", len(warm) // 2), ("last", -1)):
        typer.echo(table(name, warm[place]))
    typer.echo(f"{soak.visits} visits, {done} restarts, the loop stood {soak.stood:.0f} s at most")
    if soak.said["fault"]:
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
