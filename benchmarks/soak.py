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
from tools.browser import CHROMIUM, FLAGS, PROBES, free_port, wait_until_healthy

IDLE, STOOD, BACK = 2, 30, 60  # seconds: until the countdown, the loop may stand still, it may take after a restart
DOWN = (0, 5, 20)  # seconds until the next start, in turn: shorter and longer than the conductor's rounds
WAY = (".ps-glass", ".pv-languages button", ".pv-countries [data-pick^=market]", ".pv-country .ps-bars button")
GROWTH = 1.25  # what is in use at the end, as against after the first minute
LOOP = """[document.querySelector('.ps-conductor')?.dataset.changes ?? 0,
           document.querySelector('[data-test-connection-state="CONNECTED"]') ? 1 : 0]"""


class Soak:
    """A stand and the tab that shows it; `moved` is when the loop was last seen to change its scene."""

    def __init__(self, page: Page, store: Path, pace: float) -> None:
        self.page, self.log, self.address = page, store / "log", f"http://127.0.0.1:{(port := free_port())}"
        own = {"PACE": pace, "MODE": "stand", "PORT": port, "STORE": store, "IDLE_SECONDS": IDLE}
        self.environment = {**os.environ, **{f"POCKET_{name}": str(value) for name, value in own.items()}}
        self.tab, self.count = page.context.new_cdp_session(page), Counter[str]()
        self.tab.send("Performance.enable")
        self.seen, self.visits, self.stood, self.online, self.down = 0, 0, 0.0, 0, False
        page.on("load", lambda: self.say("loads"))
        page.on("pageerror", lambda error: self.say("page errors", error))
        page.on("console", lambda m: m.type == "error" and self.say("console", m.text, m.location["url"]))
        self.start()
        page.goto(self.address)

    def start(self) -> None:
        with self.log.open("a") as log:
            command = [sys.executable, "-m", "dashboard.cli", "run"]
            self.server = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        wait_until_healthy(self.address, self.server, self.log)
        self.moved = time.monotonic()

    def say(self, kind: str, text: object = "", url: str = "") -> None:
        """Print and count it, but not what the console says of a server that is away."""
        if kind != "console" or not (self.down or url.endswith(PROBES)):
            self.count[kind] += 1
            typer.echo(f"{time.strftime('%T')} {kind} {text} {url}")

    def wait(self, seconds: float = 1) -> None:
        """Let time pass; add up the loop's changes (a new conductor starts again) and note how long it stood."""
        self.page.wait_for_timeout(1000 * seconds)
        try:
            seen, self.online = map(int, self.page.evaluate(LOOP))
        except Error:  # the page is being loaded anew
            seen = 0
        if seen and seen != self.seen:
            self.count["scenes"] += seen - (self.seen if seen > self.seen else 0)
            self.seen, self.moved = seen, time.monotonic()
        self.stood = max(self.stood, 0 if self.down else time.monotonic() - self.moved)

    def visit(self) -> None:
        """A visitor goes all the way by touch and leaves; the loop comes back after the countdown."""
        try:
            for step in WAY:
                (places := self.page.locator(step)).first.wait_for(timeout=10_000)
                places.nth(self.visits % places.count()).tap(timeout=10_000)
            self.page.locator(".pv-field").wait_for(timeout=10_000)
        except Error as error:
            self.say("faults", f"visit {self.visits}: {error}")
        self.visits += 1
        self.wait(0)
        left = self.moved = time.monotonic() + IDLE + COUNTDOWN
        while self.moved == left and time.monotonic() < left + STOOD + 2:
            self.wait()

    def restart(self, pause: float) -> None:
        """Kill the server and start it again; the loop must come back by itself and hear a visitor."""
        self.down = True
        self.server.kill()
        self.server.wait()
        self.page.wait_for_timeout(1000 * pause)
        self.start()
        started, self.online = self.moved, 0
        while (self.moved == started or not self.online) and time.monotonic() < started + BACK:
            self.wait()
        back = time.monotonic() - started
        self.say("restarts" if back < BACK else "faults", f"{pause} s pause, back {back:.0f} s after the server")
        self.wait(5)  # the page may be loading anew now
        self.down, self.moved = False, time.monotonic()
        self.visit()

    def sample(self) -> list[float]:
        """What has been counted and what is in use, after the tab has cleared away what it no longer needs."""
        self.tab.send("HeapProfiler.collectGarbage")
        tab = {entry["name"]: entry["value"] for entry in self.tab.send("Performance.getMetrics")["metrics"]}
        mine = psutil.Process().children(recursive=True)
        server = [psutil.Process(self.server.pid), *psutil.Process(self.server.pid).children(recursive=True)]
        shown = max(process.memory_info().rss for process in mine if "--type=renderer" in process.cmdline())
        return [
            self.count["scenes"],
            sum(process.memory_info().rss for process in server) / 1e6,
            shown / 1e6,
            tab["JSHeapUsedSize"] / 1e6,
            tab["Nodes"],
            tab["JSEventListeners"],
        ]


def table(rows: dict[str, list[float]]) -> None:
    for name, row in rows.items():
        typer.echo(f"{name:12}" + "".join(f"{value:12.1f}" for value in row))


def main(minutes: float = 20, pace: float = 60, restarts: int = 3) -> None:
    """Sample twice a minute; print the first sample after a minute, the middle and the last one."""
    with tempfile.TemporaryDirectory() as store, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, "--js-flags=--expose-gc"])
        page = browser.new_page(has_touch=True, viewport={"width": 1920, "height": 1080}, locale="de-DE")
        soak, began, samples, done = Soak(page, Path(store), pace), time.monotonic(), [], 0
        while (gone := (time.monotonic() - began) / 60) < minutes:
            if gone > len(samples) / 2:
                samples.append(soak.sample())
                table({f"{gone:.1f} min": samples[-1]})
            if gone > soak.visits + 0.6:
                soak.visit()
            if done < restarts and gone > minutes * (done + 1) / (restarts + 1):
                soak.restart(DOWN[done % len(DOWN)])
                done += 1
            soak.wait()
        soak.server.kill()
    columns = ("scenes", "server MB", "tab MB", "heap MB", "nodes", "listeners")
    typer.echo(" " * 12 + "".join(f"{name:>12}" for name in columns))
    warm = samples[2:] or samples  # after the first minute
    table({"first": warm[0], "middle": warm[len(warm) // 2], "last": warm[-1]})
    typer.echo(f"{soak.visits} visits, the loop stood {soak.stood:.0f} s at most, {dict(soak.count)}")
    grown = [
        name
        for name, first, last in zip(columns, warm[0], warm[-1], strict=True)
        if name in ("server MB", "heap MB", "nodes") and last > GROWTH * first
    ]
    if grown:
        typer.echo(f"grew by more than {GROWTH - 1:.0%}: {', '.join(grown)}")
    if grown or soak.stood > STOOD or any(soak.count[kind] for kind in ("faults", "page errors", "console")):
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
