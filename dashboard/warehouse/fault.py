"""A fault of the data in words: where it is, what is wrong, how to mend it; in English, as `Said` in others."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from dashboard.values import Said, packed, unpacked

HOW_TO_MEND = {
    "type-error": Said("Write a value of the column's type; years with four digits."),
    "constraint-error": Said("Use a value that the column's rule in datapackage.json allows."),
    "required": Said("Fill the cell; without the fact, delete the row."),
    "unique-error": Said("Give this row a value of its own in this column."),
    "primary-key": Said("Give the row an id of its own, or delete the row that stands twice."),
    "foreign-key": Said("Correct the id, or add the row it points to in the other table."),
    "no-rows": Said("Restore the rows of the file; the others point to them."),
    "missing-label": Said("Add the column to the header line, spelled as in datapackage.json."),
    "extra-label": Said("Remove the column, or describe it in datapackage.json first."),
    "incorrect-label": Said("Spell and order the header line as in datapackage.json."),
    "columns": Said("Write the columns of datapackage.json, all of them and in their order."),
    "cells": Said("Check the commas and quotes of this line: text that contains a comma stands between double quotes."),
    "quotes": Said('Write a text with quotes between double quotes and each quote in it twice: """Blue"" hall".'),
    "unseen": Said("Type the cell anew; the sign came along when it was copied."),
    "encoding-error": Said("Save the file as UTF-8."),
    "held": Said("Close the program that holds the file, or let everyone who runs the dashboard read it."),
    "separator": Said(
        "Save it with commas: LibreOffice asks for the separator; Excel takes the system's list separator."
    ),
    "source-error": Said("The file is empty or no CSV: restore it, at least with its header line."),
    "damaged": Said("The file was cut off, or is not what its name says: restore it."),
    "scheme-error": Said("Put the file into the data folder; each table of datapackage.json needs one."),
    "blank-row": Said("Delete the empty lines."),
}
FALLBACK = Said("Compare the line with its neighbours and with datapackage.json.")


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


def as_plain(fault: Fault) -> dict[str, Any]:
    """The fault for JSON; `said`: how other languages say it."""
    return {**asdict(fault), "said": {"rule": packed(fault.rule), "mend": packed(fault.mend)}}


def fault_of(plain: dict[str, Any]) -> Fault:
    """The fault that was told so."""
    words = {name: unpacked(one) for name, one in plain["said"].items()}
    return Fault(**{**{name: one for name, one in plain.items() if name != "said"}, **words})
