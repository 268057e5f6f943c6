"""What the workbook of a list of 100,000 companies costs: `python -m benchmarks.exports`."""

import json
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import psutil
import typer

from benchmarks.facets import generated
from dashboard.app_pages import PAGES
from dashboard.content.view import view
from dashboard.export.workbook import workbook
from dashboard.settings import settings
from dashboard.speaking import language

STEP = 0.01  # seconds from look to look at the memory


@contextmanager
def watched() -> Iterator[list[int]]:
    """Resident bytes of this process, look by look, until the end."""
    own, found, ended = psutil.Process(), [psutil.Process().memory_info().rss], threading.Event()

    def look() -> None:
        while not ended.wait(STEP):
            found.append(own.memory_info().rss)

    watch = threading.Thread(target=look)
    watch.start()
    try:
        yield found
    finally:
        ended.set()
        watch.join()


def measured(data: Path, store: Path, to: Path | None) -> dict[str, float]:
    """Lines, CPU seconds, MB of memory beyond the table itself, MB of the file."""
    os.environ |= {"POCKET_DATA": str(data), "POCKET_STORE": str(store)}
    settings.cache_clear()
    shown = view(PAGES["companies"], {}, language("de"))
    exhibit = shown.exhibits["companies"]
    workbook(shown, [shown.exhibits["by-market"]])  # what is loaded once does not count
    lines, began = len(exhibit.sheet.lines), time.process_time()
    with watched() as memory:
        content = workbook(shown, [exhibit])
    if to:
        to.write_bytes(content)
    more = (max(memory) - memory[0]) / 1e6
    return {"lines": lines, "cpu_s": time.process_time() - began, "memory_mb": more, "file_mb": len(content) / 1e6}


def main(
    count: int = 100_000,
    to: Annotated[Path | None, typer.Option(help="keep the workbook here")] = None,
) -> None:
    """Print what it costs (aim: at most 30 MB more memory, under 10 s of CPU)."""
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measured(*generated(Path(folder), count), to)))


if __name__ == "__main__":
    typer.run(main)
