"""A fault of the data in words: where it is, what is wrong, how to mend it."""

from collections.abc import Sequence
from dataclasses import dataclass

HOW_TO_MEND = {
    "type-error": "Write a value of the column's type; years with four digits.",
    "constraint-error": "Use a value that the column's rule in datapackage.json allows.",
    "required": "Fill the cell; without the fact, delete the row.",
    "unique-error": "Give this row a value of its own in this column.",
    "primary-key": "Give the row an id of its own, or delete the row that stands twice.",
    "foreign-key": "Correct the id, or add the row it points to in the other table.",
    "no-rows": "Restore the rows of the file; the others point to them.",
    "missing-label": "Add the column to the header line, spelled as in datapackage.json.",
    "extra-label": "Remove the column, or describe it in datapackage.json first.",
    "incorrect-label": "Spell and order the header line as in datapackage.json.",
    "cells": "Check the commas and quotes of this line: text that contains a comma stands between double quotes.",
    "quotes": 'Write a text with quotes between double quotes and each quote in it twice: """Blue"" hall".',
    "unseen": "Type the cell anew; the sign came along when it was copied.",
    "encoding-error": "Save the file as UTF-8.",
    "held": "Close the program that holds the file, or let everyone who runs the dashboard read it.",
    "separator": "Save it with commas: LibreOffice asks for the separator; Excel takes the system's list separator.",
    "source-error": "The file is empty or no CSV: restore it, at least with its header line.",
    "scheme-error": "Put the file into the data folder; each table of datapackage.json needs one.",
    "blank-row": "Delete the empty lines.",
    "file-too-large": "Split the file or raise POCKET_MAX_FILE_MB.",
}
FALLBACK = "Compare the line with its neighbours and with datapackage.json."


@dataclass(frozen=True)
class Fault:
    """One fault; `row` counts lines of the file from 1 (the header), None if the whole file is meant."""

    file: str
    row: int | None
    column: str | None
    value: str | None
    rule: str
    mend: str

    def __str__(self) -> str:
        place = (
            self.file + (f", row {self.row}" if self.row else "") + (f", column {self.column}" if self.column else "")
        )
        value = f" (value: {self.value!r})" if self.value is not None else ""
        return f"{place}: {self.rule}{value}\n    -> {self.mend}"


def counted(faults: Sequence[Fault]) -> str:
    """`1 fault`, `12 faults`."""
    return f"{len(faults)} fault{'s' * (len(faults) != 1)}"
