"""The stand at a fair: its server and a browser in kiosk mode, each started again when it ends or falls silent."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from dashboard.settings import ROOT

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "microsoft-edge",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
FLAGS = (
    "--kiosk",
    "--edge-kiosk-type=fullscreen",
    "--noerrdialogs",
    "--disable-pinch",
    "--overscroll-history-navigation=0",
    "--no-first-run",
    "--disable-session-crashed-bubble",
    "--hide-crash-restore-bubble",
    "--enable-auto-reload",
    "--disable-features=Translate",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FIRST_START = 120  # seconds
STEADY = 120  # seconds; who ended sooner is started again ever later
LONGEST = 60  # seconds between two starts, at most
LOG_BYTES = 5_000_000


class KioskError(Exception):
    """The stand cannot start; its text is for people."""


@dataclass
class Program:
    """A program that is kept running: started again when it ended, ever later if it ends at once. `first` is in the
    environment of its first start only."""

    command: list[str]
    log: Path
    first: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    started: float = float("-inf")
    wait: float = 1.0

    def age(self) -> float:
        """Seconds since its last start."""
        return time.monotonic() - self.started

    def running(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.poll() is None

    def tend(self) -> None:
        """Start it if it does not run and its wait is over."""
        if self.running() or self.age() < self.wait:
            return
        self.wait = 1.0 if self.age() > STEADY else min(2 * self.wait, LONGEST)
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.replace(self.log.with_suffix(".old"))
        with self.log.open("ab") as log:
            log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} start: {Path(self.command[0]).name}\n".encode())
            log.flush()
            self.process = subprocess.Popen(  # noqa: S603
                self.command, cwd=ROOT, env=os.environ | self.first, stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        self.first = {}
        self.started = time.monotonic()

    def stop(self) -> None:
        """End it with all it started."""
        if self.process is None or not self.running():
            return
        with suppress(psutil.NoSuchProcess):
            own = psutil.Process(self.process.pid)
            family = [*own.children(recursive=True), own]
            for end in (psutil.Process.terminate, psutil.Process.kill):
                for member in family:
                    with suppress(psutil.NoSuchProcess):
                        end(member)
                _, family = psutil.wait_procs(family, timeout=5)
        self.process.poll()


@dataclass
class Kiosk:
    """Server and browser, and when either is taken for hung: no answer, no sign of life from the screen (seconds)."""

    server: Program
    browser: Program | None
    port: int
    hung: float = 30
    silent: float = 90
    answered: float = field(default_factory=time.monotonic)

    def look(self) -> bool:
        """Look after both once; False when staff ended the show."""
        self.server.tend()
        if (state := health(self.port)) is not None:
            if state["ended"]:
                return False
            self.answered = time.monotonic()
            if self.browser:
                if min(self.browser.age(), state["silent"]) > self.silent:
                    self.browser.stop()
                self.browser.tend()
        elif min(self.server.age(), time.monotonic() - self.answered) > self.hung:
            self.server.stop()
        return True

    def keep(self) -> None:
        """Start the server, then look after both until staff end the show. Raises KioskError if it does not come."""
        if listening(self.port):
            raise KioskError(
                f"Port {self.port} is taken: the stand runs already, or another program uses the port (POCKET_PORT)."
            )
        try:
            self.server.tend()
            while health(self.port) is None:
                if not self.server.running() or self.server.age() > FIRST_START:
                    raise KioskError("The server does not start.\n" + last_lines(self.server.log))
                time.sleep(0.5)
            while self.look():
                time.sleep(2)
        finally:
            for program in filter(None, (self.browser, self.server)):
                program.stop()


def kiosk_browser(wanted: str, flags: Iterable[str], folder: Path, port: int) -> Program | None:
    """The wanted browser, or the first one there is; None if there is none. Raises KioskError for a wrong wish."""
    found = shutil.which(wanted) if wanted else next(filter(None, map(shutil.which, BROWSERS)), None)
    if wanted and not found:
        raise KioskError(f"There is no browser “{wanted}” (POCKET_BROWSER).")
    own = f"--user-data-dir={folder / 'browser'}"
    address = f"http://127.0.0.1:{port}/"
    return Program([found, *FLAGS, own, *flags, address], folder / "browser.log") if found else None


def health(port: int) -> dict[str, Any] | None:
    """The server's answer, asked without any proxy; None if there is none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=3)
    try:
        connection.request("GET", "/health")
        with connection.getresponse() as answer:
            return dict(json.load(answer)) if answer.status == http.client.OK else None
    except (OSError, ValueError, http.client.HTTPException):
        return None
    finally:
        connection.close()


def listening(port: int) -> bool:
    """Whether anything listens on this port."""
    with socket.socket() as probe:
        probe.settimeout(3)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def last_lines(log: Path, count: int = 5) -> str:
    """The last lines of a log."""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:])
