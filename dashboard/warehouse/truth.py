"""Which data folder is the truth: the operator's, or a copy of it that the dashboard keeps in its store."""

import os
from pathlib import Path

from dashboard import disk
from dashboard.settings import settings
from dashboard.warehouse.build import data_files
from dashboard.warehouse.build_error import build_error
from dashboard.warehouse.takeover import discard, settle, stage, take_over


def facts_folder() -> Path:
    """The folder whose facts are served and changed. Raises StoreError if the store's own cannot be written."""
    chosen = settings()
    if chosen.truth == "folder":
        return chosen.data
    own = chosen.store / "facts"
    try:
        own.mkdir(parents=True, exist_ok=True)
        settle(own)
        if not (own / "datapackage.json").is_file():
            _seed(own, chosen.data)
    except OSError as error:
        raise build_error(error, chosen.store) from error
    return own


def _seed(own: Path, data: Path) -> None:
    """Copy the operator's facts, once: from then on that folder is left alone."""
    files = {path.relative_to(data).as_posix(): disk.read(path) for path in data_files(data)}
    made = stage(own, f".seed-{os.getpid()}", files, ())
    try:
        take_over(made)
    finally:
        discard(made)  # where another process was faster
