"""Programs that are kept running: real ones, that end, hang or fall silent."""

import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from dashboard.stand.kiosk import FLAGS, Kiosk, KioskError, Program, health, kiosk_browser, listening
from tools.browser import free_port

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[Kiosk]:
    """A web server that answers /health from a file, and a program in the browser's place."""
    (tmp_path / "health").write_text(json.dumps({"silent": 0, "ended": False}))
    port = free_port()
    server = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(tmp_path)]
    found = Kiosk(Program(server, tmp_path / "s.log"), Program(SLEEP, tmp_path / "b.log"), port, hung=1, silent=1)
    yield found
    for program in (found.server, found.browser):
        assert program
        program.stop()
        assert not program.running()


def look_until(kiosk: Kiosk, condition: Callable[[], bool]) -> None:
    ends = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < ends
        kiosk.look()
        time.sleep(0.1)


def pid(program: Program | None) -> int:
    assert program and program.process
    return program.process.pid


def test_who_ends_is_started_again(kiosk: Kiosk) -> None:
    look_until(kiosk, lambda: bool(kiosk.browser and kiosk.browser.running()))
    assert health(kiosk.port) == {"silent": 0, "ended": False} and listening(kiosk.port)
    before = pid(kiosk.server), pid(kiosk.browser)
    for number in before:
        os.kill(number, signal.SIGKILL)
    look_until(kiosk, lambda: pid(kiosk.server) != before[0] and pid(kiosk.browser) != before[1])
    assert kiosk.server.log.read_text().count("start: ") == 2


def test_a_server_that_hangs_is_started_again(kiosk: Kiosk) -> None:
    look_until(kiosk, lambda: health(kiosk.port) is not None and kiosk.server.age() > kiosk.hung)
    hung = pid(kiosk.server)
    os.kill(hung, signal.SIGSTOP)
    look_until(kiosk, lambda: pid(kiosk.server) != hung and health(kiosk.port) is not None)
    assert not psutil.pid_exists(hung)


def test_staff_end_the_show(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "health").write_text(json.dumps({"silent": 0, "ended": True}))
    kiosk.keep()
    assert not kiosk.server.running() and not (kiosk.browser and kiosk.browser.running())


def test_a_browser_whose_screen_falls_silent_is_opened_anew(kiosk: Kiosk, tmp_path: Path) -> None:
    look_until(kiosk, lambda: bool(kiosk.browser and kiosk.browser.running()))
    first = pid(kiosk.browser)
    (tmp_path / "health").write_text(json.dumps({"silent": 5, "ended": False}))
    look_until(kiosk, lambda: pid(kiosk.browser) != first)


def test_who_ends_at_once_is_started_ever_later(tmp_path: Path) -> None:
    hasty = Program([sys.executable, "-c", "pass"], tmp_path / "x.log")
    hasty.tend()
    assert hasty.process and hasty.process.wait(10) == 0
    waits = [hasty.wait]
    for _ in range(8):
        hasty.started -= hasty.wait  # as if that time had passed
        hasty.tend()
        hasty.process.wait(10)
        waits.append(hasty.wait)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    hasty.started -= 121
    hasty.tend()
    assert hasty.wait == 1, "it had run for two minutes"
    hasty.stop()


def test_the_first_start_alone_has_its_own_surroundings(tmp_path: Path) -> None:
    says = Program([sys.executable, "-c", "import os; print(os.environ.get('POCKET_START'))"], tmp_path / "x.log")
    says.first = {"POCKET_START": "market:JP"}
    for _ in range(2):
        says.tend()
        assert says.process and says.process.wait(10) == 0
        says.started -= says.wait
    told = [line for line in says.log.read_text().splitlines() if "start: " not in line]
    assert told == ["market:JP", str(os.environ.get("POCKET_START"))]


def test_a_log_that_grew_is_put_aside(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    log.write_bytes(b"x" * 5_000_001)
    once = Program([sys.executable, "-c", "print('new')"], log)
    once.tend()
    assert once.process and once.process.wait(10) == 0
    assert log.read_text().splitlines()[-1] == "new" and log.stat().st_size < 200
    assert log.with_suffix(".old").stat().st_size == 5_000_001


def test_a_taken_port_and_a_server_that_cannot_start_are_said(kiosk: Kiosk, tmp_path: Path) -> None:
    look_until(kiosk, lambda: listening(kiosk.port))
    with pytest.raises(KioskError, match=f"Port {kiosk.port} is taken"):
        kiosk.keep()
    broken = Program([sys.executable, "-c", "raise SystemExit('no such profile')"], tmp_path / "broken.log")
    with pytest.raises(KioskError, match="no such profile"):
        Kiosk(broken, None, free_port()).keep()


def test_the_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KioskError, match="lynx9"):
        kiosk_browser("lynx9", [], tmp_path, 1)
    chosen = kiosk_browser("true", ["--x"], tmp_path, 1)
    assert chosen and chosen.command[1:] == [
        *FLAGS,
        f"--user-data-dir={tmp_path}/browser",
        "--x",
        "http://127.0.0.1:1/",
    ]
    monkeypatch.setenv("PATH", "")
    assert kiosk_browser("", [], tmp_path, 1) is None
