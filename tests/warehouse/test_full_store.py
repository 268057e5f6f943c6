"""A store that has no room: nothing is left behind, the reason is told, and the last good version stays."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import gettempdir

import pytest

from dashboard.settings import ROOT
from dashboard.warehouse.shelf import ABANDONED, Shelf

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="a limit for files is set as on Unix"),
]
SERVE = """
from pathlib import Path
from dashboard.warehouse import FromFolder, Warehouse
from dashboard.warehouse.base import Unpublishable
try:
    house = FromFolder(Path({data!r}), Path({store!r}), apart={apart})
    print(house.version, *house.faults, sep="\\n")
except Unpublishable as error:
    print(error)
"""


def with_little_room(*command: str, size: int = 500_000) -> subprocess.CompletedProcess[str]:
    """A command that can write no file larger than this: the system refuses it as it does on a full disk."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))  # noqa: E731
    whole = [sys.executable, *command]
    return subprocess.run(whole, capture_output=True, text=True, cwd=ROOT, preexec_fn=limit, check=False)


# The facts are checked in a file, as large ones are.
LARGE = "from dashboard.cli import app; from dashboard.warehouse import large; large.LARGE = 0; app({!r})"


def left(store: Path) -> list[str]:
    """What lies there but the lock of who builds, which is empty and stays."""
    return sorted(path.name for path in store.iterdir() if path.stat().st_size or ".building-" not in path.name)


def test_a_build_without_room_says_so_and_leaves_nothing(data_folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    places = ["--data", str(data_folder), "--to", str(store / "facts.duckdb")]
    done = with_little_room("-m", "dashboard.cli", "build", *places)
    assert done.returncode == 3 and f"no room left in {store}" in done.stderr and "POCKET_STORE" in done.stderr
    assert "Traceback" not in done.stderr and left(store) == []


@pytest.mark.parametrize("command", ["build", "check", "doctor"])
def test_no_room_for_temporary_files_is_told(data_folder: Path, tmp_path: Path, command: str) -> None:
    places = {"build": ["--data", str(data_folder), "--to", str(tmp_path / "store" / "facts.duckdb")]}
    places |= {"check": [str(data_folder)], "doctor": ["--data", str(data_folder)]}
    done = with_little_room("-c", LARGE.format([command, *places[command]]))
    told = done.stdout + done.stderr
    assert "Traceback" not in told and f"no room left in {gettempdir()}" in told and "TMPDIR" in told
    assert done.returncode == (1 if command == "doctor" else 3) and not (tmp_path / "store").exists()


@pytest.mark.parametrize("apart", [False, True])
def test_a_server_without_room_says_so(data_folder: Path, tmp_path: Path, apart: bool) -> None:
    store = tmp_path / "store"
    done = with_little_room("-c", SERVE.format(data=str(data_folder), store=str(store), apart=apart))
    assert "(store): " in done.stdout and "Make room there" in done.stdout and "pocket check" not in done.stdout
    assert left(store) == []


def test_the_note_of_the_last_good_version_stays_when_it_cannot_be_written(data_folder: Path, tmp_path: Path) -> None:
    shelf = Shelf(data_folder, tmp_path, public=True)
    shelf.point_to("0123456789abcdef")
    again = f"from pathlib import Path; from dashboard.warehouse.shelf import Shelf; Shelf(Path({str(data_folder)!r}), "
    again += f"Path({str(tmp_path)!r}), public=True).point_to('fedcba9876543210')"
    assert "StoreError: no room left" in with_little_room("-c", again, size=8).stderr
    assert shelf.last_good() == "0123456789abcdef"


def test_what_a_power_cut_left_is_tidied_away(data_folder: Path, tmp_path: Path) -> None:
    old, new = (tmp_path / f"{name}-public.duckdb.4711.draft.wal" for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, times=(time.time() - ABANDONED - 1,) * 2)
    Shelf(data_folder, tmp_path, public=True).point_to("0123456789abcdef")
    assert new.exists() and not old.exists(), "another process may be building the new one"
