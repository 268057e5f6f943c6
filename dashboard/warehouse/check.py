"""Every fault of a data folder, in words: where it is, what is wrong, how to mend it.

Two passes: the package (types, required, allowed values, unique, foreign keys; by Frictionless), then, if that
is clean, the quality checks of `queries/checks/` on a throw-away database.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
import frictionless

from dashboard.settings import QUERIES, settings
from dashboard.warehouse.build import fill
from dashboard.warehouse.package import Package, read_package

HOW_TO_MEND = {
    "type-error": "Write a value of the column's type; numbers without thousands separators, years with four digits.",
    "constraint-error": "Use a value that the column's rule in datapackage.json allows.",
    "unique-error": "Give this row a value of its own in this column.",
    "primary-key": "Give the row an id of its own, or delete the row that stands twice.",
    "foreign-key": "Correct the id, or add the row it points to in the other table.",
    "missing-label": "Add the column to the header line, spelled as in datapackage.json.",
    "extra-label": "Remove the column, or describe it in datapackage.json first.",
    "incorrect-label": "Spell and order the header line as in datapackage.json.",
    "missing-cell": "The row has too few cells: check the commas and quotes of this line.",
    "extra-cell": "The row has too many cells: put text that contains a comma between double quotes.",
    "encoding-error": "Save the file as UTF-8.",
    "source-error": "The file is empty or no CSV: restore it, at least with its header line.",
    "scheme-error": "Put the file into the data folder; each table of datapackage.json needs one.",
    "blank-row": "Delete the empty line.",
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


def check(folder: Path) -> list[Fault]:
    """All faults of the data folder; an empty list means that it can be published."""
    try:
        package = read_package(folder)
        tables = package.tables
    except ValueError as error:
        return [Fault("datapackage.json", None, None, None, str(error), "Restore the file.")]
    large = [fault for table in tables.values() if (fault := _too_large(folder / table.path))]
    return large or package_faults(folder, package) or quality_faults(folder, package)


def _too_large(path: Path) -> Fault | None:
    limit = settings().max_file_mb
    if not path.is_file() or path.stat().st_size <= limit * 1_000_000:
        return None
    rule = f"the file has {path.stat().st_size / 1e6:.0f} MB, more than the {limit} MB that are read"
    return Fault(path.name, None, None, None, rule, HOW_TO_MEND["file-too-large"])


def package_faults(folder: Path, package: Package) -> list[Fault]:
    """What Frictionless finds: each table against its schema, keys against the tables they point to."""
    described = frictionless.Package.from_descriptor(package.raw, basepath=str(folder))
    report = described.validate()
    faults = [_fault(Path(task.place).name, error) for task in report.tasks for error in task.errors]
    return faults + [Fault("datapackage.json", None, None, None, e.message, FALLBACK) for e in report.errors]


def _fault(file: str, error: frictionless.Error) -> Fault:
    kind, detail = error.type, error.to_dict()
    column = detail.get("fieldName") or detail.get("label") or ", ".join(detail.get("fieldNames", [])) or None
    value = detail.get("cell") or ", ".join(map(str, detail.get("fieldCells", []))) or None
    return Fault(
        file,
        detail.get("rowNumber"),
        column,
        value,
        error.note or error.message,
        HOW_TO_MEND.get(kind, FALLBACK),
    )


def quality_faults(folder: Path, package: Package) -> list[Fault]:
    """The rows that the queries under `queries/checks/` return, on a database built from the folder."""
    with duckdb.connect() as connection:
        try:
            fill(connection, folder, package, public=False)
        except duckdb.Error as error:
            return [Fault("(database)", None, None, None, str(error), FALLBACK)]
        faults = []
        cells = cache(lambda file: _cells(folder / file))
        for path in sorted((QUERIES / "checks").glob("*.sql")):
            found = connection.execute(path.read_text(encoding="utf-8"))
            names = [column[0] for column in found.description]
            for row in (dict(zip(names, values, strict=True)) for values in found.fetchall()):
                faults.append(_quality_fault(path.stem, row, cells(str(row["file"]))))
    return faults or public_copy_faults(folder, package)


def public_copy_faults(folder: Path, package: Package) -> list[Fault]:
    """What keeps the public copy from being made: a public row that points to an internal one."""
    with duckdb.connect() as connection:
        try:
            fill(connection, folder, package, public=True)
        except duckdb.Error as error:
            mend = "Make the row that points there internal too, or let it point to a public row."
            return [Fault("(public copy)", None, None, None, str(error), mend)]
    return []


def _cells(path: Path) -> list[set[str]]:
    """The cells of each row of a CSV, the header's first."""
    with path.open(encoding="utf-8", newline="") as file:
        return [set(row) for row in csv.reader(file)]


def _quality_fault(check_name: str, row: dict[str, object], cells: list[set[str]]) -> Fault:
    """A check returns `file, id, column_name, value, rule, mend`; the row is the first with every word of the id."""
    value = None if row["value"] is None else str(row["value"])
    key = set(str(row["id"]).split())
    return Fault(
        str(row["file"]),
        next((number for number, held in enumerate(cells, 1) if key <= held), None),
        str(row["column_name"]),
        value,
        f"{row['id']}: {row['rule']} [{check_name}]",
        str(row["mend"]),
    )
