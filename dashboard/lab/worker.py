"""The server's end of a process that runs one query: started ahead, given a file and a query, ended."""

import json
import os
import shutil
import subprocess
import tempfile
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, cast

from dashboard.lab.answer import Answer, Kind, Problem, Refused
from dashboard.lab.limits import FACTS, SPILL, Limits
from dashboard.lab.received import answer_of
from dashboard.own_process import command, python_path
from dashboard.warehouse.locked import LOCKED

START = 60  # seconds within which a process must be ready, on a machine with much else to do
FOR_ALL = 0o004  # the right of everybody to read a file
# All of its environment; with one arena, memory that threads only reserve does not count against them.
ENVIRONMENT = {"PYTHONPATH": python_path(), "TZ": "UTC", "MALLOC_ARENA_MAX": "1"}
NEEDED = ("SYSTEMROOT",)  # of the environment, where the system starts nothing without it
ENDED: dict[int, Kind] = {-6: "memory", -9: "memory", -14: "seconds", -24: "seconds", -25: "spill"}  # by the kernel


class Worker:
    """A process of `dashboard.lab.process` in a folder of its own, with nothing of the server's environment."""

    def __init__(self, store: Path, limits: Limits) -> None:
        self._limits = limits
        self._folder = new_folder(store)
        self._why: Kind | None = None  # it was ended
        told = {"folder": str(self._folder), "limits": asdict(limits), "config": config(limits)}
        kept = {name: os.environ[name] for name in NEEDED if name in os.environ}
        try:
            self._process = subprocess.Popen(  # noqa: S603 (our own module)
                [*command("dashboard.lab.process"), json.dumps(told)],
                env=ENVIRONMENT | kept,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        self._orders, self._answers = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)

    @property
    def pid(self) -> int:
        """Which process it is."""
        return self._process.pid

    @property
    def lives(self) -> bool:
        """Whether it can be given a query; its folder may have been tidied away."""
        return self._process.poll() is None and self._folder.is_dir()

    def fences(self) -> dict[str, bool]:
        """Wait until it is ready; which fences stand around it (see `fence.py`). Asked once. Raises Refused."""
        return dict(self._told("started", START))

    def ask(self, sql: str, facts: Path, version: str) -> Answer:
        """Run a query over a published file, then end. Raises Refused, and OSError where the file cannot be lent."""
        try:
            self.fences()
            lend(facts, self._folder / FACTS)
            self._order(sql)
            return answer_of(self._told("seconds", self._limits.seconds), version)
        finally:
            self.close()

    def kill(self, why: Kind) -> None:
        """End it now, whatever it is doing; whoever waits for its answer hears why."""
        self._why = self._why or why
        self._process.kill()
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def close(self) -> None:
        """End it; nobody needs it."""
        self.kill("cancelled")

    def _order(self, sql: str) -> None:
        try:
            self._orders.write(json.dumps({"sql": sql}).encode() + b"\n")
            self._orders.flush()
        except OSError:
            raise self._refused() from None

    def _told(self, late: Kind, seconds: float) -> dict[str, Any]:
        """The next line of the process, if it comes in time and is not larger than an answer may be."""
        timer = threading.Timer(seconds, self.kill, [late])
        timer.daemon = True
        timer.start()
        try:
            line = self._answers.readline(self._limits.answer_mb * 1_100_000 + 100_000)
        finally:
            timer.cancel()
        try:
            told: dict[str, Any] = json.loads(line)
        except (ValueError, RecursionError):
            raise self._refused() from None
        return told

    def _refused(self) -> Refused:
        """Why there is no answer: it was ended, or ended by itself."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)  # its pipes close a moment before it counts as ended
        return Refused(Problem(self._why or ENDED.get(self._process.returncode or 0, "ended")))


def new_folder(store: Path) -> Path:
    """A new folder below the store that everybody may enter who knows its name, with one for temporary files."""
    above = store.resolve() / "lab"
    above.mkdir(parents=True, exist_ok=True)
    above.chmod(0o711)  # whose names nobody else can list
    folder = Path(tempfile.mkdtemp(dir=above))
    folder.chmod(0o711)
    (folder / SPILL).mkdir()
    (folder / SPILL).chmod(0o777)
    return folder


def lend(facts: Path, place: Path) -> None:
    """Give it the file under a second name, which stays when the store is tidied; a copy where that cannot be."""
    try:
        if not facts.stat().st_mode & FOR_ALL:
            raise PermissionError
        os.link(facts, place)
    except OSError:
        shutil.copyfile(facts, place)
        place.chmod(0o444)


def config(limits: Limits) -> dict[str, Any]:
    """How the database is opened: as for the pages, within the limits, and with errors for programs."""
    return LOCKED | {
        "python_enable_replacements": False,
        "errors_as_json": True,
        "threads": limits.threads,
        "memory_limit": f"{limits.memory_mb}MB",
        "temp_directory": SPILL,
        "max_temp_directory_size": f"{limits.spill_mb}MB",
    }
