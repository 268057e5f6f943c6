"""What `pocket doctor` looks at for the SQL lab: what this machine keeps from a query."""

import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.commands.look import Advice, Look, Value
from dashboard.lab.answer import Refused
from dashboard.lab.lab import limits
from dashboard.lab.worker import Worker

STAND = {
    "user": "as another user",
    "network": "without a network",
    "folder": "in a folder of its own",
    "files": "no other files",
    "privileges": "without privileges",
    "bounds": "bounds of the kernel",
}
LACKING = {
    "network": "Allow user namespaces, or start the server as root: queries of the SQL lab then have no network.",
    "folder": "Allow user namespaces, or start the server as root: queries of the SQL lab then see one folder only.",
    "files": "Run a kernel with Landlock: queries of the SQL lab then can open no file but the facts.",
    "bounds": "Let the server set limits of its processes: memory and files of the SQL lab are then bounded twice.",
}


def sandbox() -> Look:
    """The fences around a query, found by starting the process for one."""
    begun = time.monotonic()
    try:
        with TemporaryDirectory() as store, closing(Worker(Path(store), limits())) as worker:
            fences = worker.fences()
    except (OSError, Refused) as error:
        return Look("SQL lab", {"starts": False}, (Advice(f"No process for a query can be started: {error}."),))
    found: dict[str, Value] = {"ready in s": round(time.monotonic() - begun, 1)}
    found |= {STAND[name]: stands for name, stands in fences.items()}
    return Look("SQL lab", found, tuple(Advice(text) for name, text in LACKING.items() if not fences[name]))
