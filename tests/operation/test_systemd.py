"""What the service manager is told: that the server serves, and that the loop and the engine answer."""

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.operation import systemd
from dashboard.operation.systemd import notify, watchdog
from dashboard.warehouse import Warehouse, public_warehouse
from dashboard.warehouse.snapshot import snapshot


@pytest.fixture
def manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """A socket as the manager's; its folder's name is short enough for one."""
    place = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(str(place))
        heard.settimeout(60)
        monkeypatch.setenv("NOTIFY_SOCKET", str(place))
        yield heard


def test_it_is_told(manager: socket.socket) -> None:
    notify("READY=1")
    assert manager.recv(100) == b"READY=1"


def test_nobody_need_listen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    notify("READY=1")
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "gone"))
    notify("READY=1")  # a word to the log, no more


def test_the_watchdog_hears_of_a_server_that_answers(manager: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "300000")

    async def watched() -> list[bytes]:
        task = asyncio.create_task(watchdog())
        words = [await asyncio.to_thread(manager.recv, 100) for _ in range(2)]
        task.cancel()
        return words

    assert asyncio.run(watched()) == [b"WATCHDOG=1"] * 2


def test_the_watchdog_hears_nothing_of_an_engine_that_does_not_answer(
    manager: socket.socket, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "200000")
    served = public_warehouse()
    lost = snapshot(served.file(served.version), served.version)
    lost.engine.close()
    facts = Warehouse(served.data, served.store, snapshot=lost)
    monkeypatch.setattr(systemd, "public_warehouse", lambda: facts)
    manager.setblocking(False)

    async def watched() -> None:
        task = asyncio.create_task(watchdog())
        while not caplog.records:
            await asyncio.sleep(0.01)
        task.cancel()

    asyncio.run(asyncio.wait_for(watched(), 60))
    with pytest.raises(BlockingIOError):
        manager.recv(100)
