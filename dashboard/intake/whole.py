"""The facts as they would be with the new table, and what is wrong with them by the rows of the file."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from dashboard.intake.intake import Intake
from dashboard.intake.limits import PREFIX
from dashboard.intake.merging import file_rows
from dashboard.temporary import temporary
from dashboard.warehouse.build import data_files
from dashboard.warehouse.fault import Fault


def in_file(intake: Intake, faults: list[Fault]) -> list[Fault]:
    """The faults of the new table by the rows and columns of the reader's file; the others as they are."""
    path, file = intake.proposal.path, intake.proposal.read.file
    heads = {match.column: match.head for match in intake.proposal.matched}
    own = [fault for fault in faults if fault.file == path and fault.row]
    rows = file_rows(intake.connection, {(fault.row or 0) - 1 for fault in own})
    return [
        replace(fault, file=file, row=rows[fault.row - 1], column=heads.get(fault.column, fault.column))
        if fault.file == path and fault.row and fault.row - 1 in rows
        else fault
        for fault in faults
    ]


@contextmanager
def would_be(facts: Path, path: str, content: Path) -> Iterator[Path]:
    """The data folder as it would be with another content of that file; nothing of it is left."""
    new = {facts / path: content}
    with temporary(PREFIX) as folder:
        for known in data_files(facts):
            target = folder / known.relative_to(facts)
            target.parent.mkdir(parents=True, exist_ok=True)
            _linked(new.get(known) or known, target)
        yield folder


def _linked(path: Path, target: Path) -> None:
    try:
        os.link(path.resolve(), target)
    except OSError:  # another disk, or a system without links
        shutil.copyfile(path, target)
