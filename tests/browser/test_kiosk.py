"""`pocket kiosk` as the start scripts call it: a real server, a real browser, and what kills them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from dashboard.settings import ROOT
from dashboard.stand.kiosk import health
from tools.browser import CHROMIUM, FLAGS, free_port

pytestmark = pytest.mark.browser


def test_server_and_browser_come_back_and_go_together(tmp_path: Path) -> None:
    port = free_port()
    chosen = {
        "PORT": port,
        "STORE": tmp_path,
        "BROWSER": CHROMIUM,
        "PROFILE": "medica",
        "BROWSER_FLAGS": " ".join(["--headless=new", *FLAGS]),
    }
    lines = [f"POCKET_{name}={value}\r\n" for name, value in chosen.items()]
    (tmp_path / "stand.env").write_text("".join(lines), encoding="utf-8-sig", newline="")
    command = [sys.executable, "-m", "dashboard.cli", "kiosk", "--settings", str(tmp_path / "stand.env")]
    kiosk = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "POCKET_PORT": "1"}, stderr=subprocess.PIPE)
    try:
        servers, browsers = (lambda: family(kiosk, "dashboard.cli")), (lambda: family(kiosk, "--kiosk"))
        wait(lambda: screen_lives(port))
        again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert again.returncode == 1 and f"Port {port} is taken" in again.stderr
        for programs in (servers, browsers):
            before = {process.pid for process in programs()}
            for process in programs():
                process.send_signal(signal.SIGKILL)
            wait(lambda: programs() and not before & {process.pid for process in programs()})  # noqa: B023
            wait(lambda: screen_lives(port))
        family_at_last = [*servers(), *browsers()]
        kiosk.terminate()
        assert kiosk.wait(20) == 0
        assert not [process for process in family_at_last if process.is_running()]
        assert health(port) is None
    finally:
        kiosk.kill()
    log = (tmp_path / "stand.log").read_text(encoding="utf-8")
    assert log.count("start: ") == 2, json.dumps(log)


def family(kiosk: subprocess.Popen[bytes], word: str) -> list[psutil.Process]:
    """The kiosk's direct children whose command line holds the word."""
    children = psutil.Process(kiosk.pid).children()
    return [child for child in children if word in " ".join(child.as_dict(["cmdline"])["cmdline"] or [])]


def screen_lives(port: int) -> bool:
    """Whether a screen has called within the last seconds; right after its start the server counts from there."""
    first = health(port)
    time.sleep(6)
    later = health(port)
    return bool(first and later) and later["silent"] < first["silent"] + 5  # type: ignore[index]


def wait(condition: Callable[[], object], seconds: float = 120) -> None:
    ends = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < ends
        time.sleep(0.2)
