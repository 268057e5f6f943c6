"""What a file may be: looked at before anything of it is read, told in words otherwise."""

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from dashboard.settings import settings
from dashboard.values import Said
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.readable import Unreadable

PREFIX = "pocket-import-"  # of temporary folders
PARTS = 2000  # files within a workbook
CHUNK = 1 << 20
MACROS = ("vbaproject", "xl/macrosheets/", "xl/dialogsheets/")
OLD = b"\xd0\xcf\x11\xe0"  # how Excel's files of before 2007 begin, and those with a password
DOCTYPES = tuple(
    mark.encode(code) for mark in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")
)
SAVE = Said("Save it as CSV (UTF-8) or as a workbook without macros (.xlsx).")


@dataclass(frozen=True)
class Limits:
    """How large a file may be; a workbook counts unpacked."""

    megabytes: int
    rows: int
    columns: int


def limits() -> Limits:
    """Those of the settings."""
    return Limits(settings().import_mb, settings().import_rows, settings().import_columns)


def refused(
    path: Path, rule: str, mend: str, *, row: int | None = None, column: str | None = None, value: str | None = None
) -> Unreadable:
    """Why the file cannot be taken, as any fault is told."""
    return Unreadable(Fault(path.name, row, column, value, rule, mend))


def is_workbook(path: Path, allowed: Limits) -> bool:
    """Whether the file, which may be looked into, is a workbook; else it is text. Raises Unreadable."""
    begins = _beginning(path, allowed)
    if begins.startswith(OLD):
        raise refused(path, Said("the file is a workbook of before 2007, or has a password"), SAVE)
    if path.suffix.lower() in (".xlsm", ".xltm", ".xlam", ".xlsb"):
        raise refused(path, Said("a workbook of this kind may hold macros"), SAVE)
    if not begins.startswith(b"PK"):
        return False
    _admit_workbook(path, allowed)
    return True


def _beginning(path: Path, allowed: Limits) -> bytes:
    """The first bytes of a file that can be read, has any and not too many. Raises Unreadable."""
    try:
        size = path.stat().st_size if path.is_file() else -1
        with path.open("rb") if size > 0 else io.BytesIO() as file:
            begins = file.read(8)
    except OSError as error:
        rule = Said("the file cannot be read: {why}", why=error.strerror)
        raise refused(path, rule, Said("Let whoever imports read it.")) from None
    if size < 0:
        raise refused(path, Said("there is no such file"), Said("Name a file."))
    if not size:
        raise refused(path, Said("the file is empty"), Said("Export it anew."))
    if size > allowed.megabytes * 1_000_000:
        told = {"size": round(size / 1e6), "most": allowed.megabytes}
        rule = Said("the file has {size} MB; up to {most} are read", **told)
        raise refused(path, rule, Said("Split it, or let the operator allow more."))
    return begins


def _admit_workbook(path: Path, allowed: Limits) -> None:
    """Unpack the parts that are read once, counting: what a zip says of itself may be wrong."""
    left = allowed.megabytes * 1_000_000
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _admit_parts(path, parts, left)
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    left -= _unpacked(path, archive, part, left)
    except Unreadable:
        raise
    except Exception:  # whatever a damaged zip does to those who unpack it
        raise refused(path, Said("the file is no whole workbook"), Said("Save it anew.")) from None


def _admit_parts(path: Path, parts: list[zipfile.ZipInfo], left: int) -> None:
    names = [part.filename.lower() for part in parts]
    if any(mark in name for name in names for mark in MACROS):
        raise refused(path, Said("the workbook holds macros"), SAVE)
    if "xl/workbook.xml" not in names or len(set(names)) < len(names):
        raise refused(path, Said("the file is no workbook (XLSX)"), SAVE)
    if any(part.flag_bits & 1 for part in parts):
        raise refused(path, Said("the workbook has a password"), Said("Save it without a password."))
    if len(parts) > PARTS or sum(part.file_size for part in parts) > left:
        rule = Said("the workbook has more than {most} MB unpacked", most=round(left / 1e6))
        raise refused(path, rule, Said("Split it, or save it as CSV."))


def _unpacked(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    """The bytes of a part; refuses entities, which can be let grow without end."""
    size, before = 0, b""
    with archive.open(part) as file:
        while chunk := file.read(CHUNK):
            size += len(chunk)
            if size > left:
                raise refused(path, Said("the workbook is too large unpacked"), Said("Split it, or save it as CSV."))
            if any(mark in before + chunk for mark in DOCTYPES):
                rule = Said("{part} defines entities (XML), which no workbook needs", part=part.filename)
                raise refused(path, rule, Said("Save it anew."))
            before = chunk[-20:]
    return size
