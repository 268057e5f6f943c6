"""A process fenced in as that of a query, which then tries what no query should: tells what it could do, as JSON."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from dashboard.lab.fence import forbid_processes, raise_fences
from dashboard.lab.limits import Limits

HERE = __file__


def _connect() -> None:
    with socket.socket() as to:
        to.connect(("127.0.0.1", int(sys.argv[2])))


def _send() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as to:
        to.sendto(b"x", ("127.0.0.1", int(sys.argv[2])))


def _fork() -> None:
    if not os.fork():
        os._exit(0)


ATTEMPTS: dict[str, Callable[[], object]] = {
    "read our code": lambda: Path(HERE).read_text(),
    "read accounts": lambda: Path("/etc/passwd").read_text(),
    "read a secret of the process": lambda: Path("/proc/self/environ").read_bytes(),
    "list the machine": lambda: list(Path("/usr").iterdir()),
    "climb out": lambda: Path("../../../../etc/passwd").read_text(),
    "write beside the facts": lambda: Path("other.txt").write_text("x"),
    "write into the facts": lambda: Path("facts.txt").open("r+").close(),
    "cut the facts off": lambda: os.truncate("facts.txt", 0),
    "delete the facts": lambda: Path("facts.txt").unlink(),
    "connect": _connect,
    "send": _send,
    "start a program": lambda: subprocess.run([sys.executable, "-c", ""], check=True),
    "start a process": _fork,
    "signal the server": lambda: os.kill(os.getppid(), 0),
    "become root": lambda: os.setuid(0) or os.chown("spill", 0, 0),
    "write much": lambda: Path("spill/much").write_bytes(b"x" * 3_000_000),
    "take much memory": lambda: bytearray(2_000_000_000),
}

if __name__ == "__main__":
    stand = raise_fences(sys.argv[1], Limits(5, 1, 64, 1, 1, 10))
    forbid_processes()
    done = []
    for name, attempt in ATTEMPTS.items():
        try:
            attempt()
        except (OSError, MemoryError):
            continue
        done.append(name)
    may = {"read": Path("facts.txt").read_text(), "write": Path("spill/little").write_text("x")}
    print(json.dumps({"stand": stand, "done": done, "may": may, "environment": sorted(os.environ)}))
