"""A text file of cells as others save it: encodings, separators; rows as spreadsheets number them."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from dashboard.intake.limits import refused
from dashboard.values import Said
from dashboard.warehouse.fault import HOW_TO_MEND
from dashboard.warehouse.readable import Rows

SEPARATORS = ",;\t|"
BATCH = 20_000  # rows
CHUNK = 1 << 22
PEEKED = 200_000  # bytes by which encodings without a mark are told apart
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # begins as UTF-16 does, so it comes first
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
SEP = re.compile(r'"?sep=(.)"?\r?\n?', re.IGNORECASE)
SAVE = Said("Save the file as UTF-8: Excel calls it “CSV UTF-8”.")

STRANGE = 0.3  # share of letters beyond ASCII above which a text is not in a code of Western Europe


def encoding(path: Path) -> str:
    """In which code the file is. Raises Unreadable where that cannot be told."""
    with path.open("rb") as file:
        head = file.read(PEEKED)
    for mark, code in MARKS.items():
        if head.startswith(mark):
            return _proved(path, code)
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) / 5 and min(even, odd) * 10 < max(even, odd):
        return _proved(path, "utf-16-be" if even > odd else "utf-16-le")
    try:
        return _decoded(path, "utf-8")
    except UnicodeDecodeError as error:
        return _western(path, error)


def _decoded(path: Path, code: str) -> str:
    """The code, if all of the file is in it. Raises UnicodeDecodeError."""
    decoder = codecs.getincrementaldecoder(code)()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            decoder.decode(chunk)
    decoder.decode(b"", True)
    return code


def _proved(path: Path, code: str) -> str:
    try:
        return _decoded(path, code)
    except UnicodeDecodeError:
        raise _broken(path, code) from None


def _western(path: Path, error: UnicodeDecodeError) -> str:
    """Windows' code of Western Europe, unless some letters are UTF-8, or too many are none of Western Europe."""
    with path.open("rb") as file:
        beyond, letters, whole, escaped = 0, 0, 0, 0
        while chunk := file.read(CHUNK):
            beyond += sum(byte > 0x7F for byte in chunk[:PEEKED])
            letters += sum(byte > 0x40 for byte in chunk[:PEEKED])
            text = chunk.decode("utf-8", "surrogateescape")
            whole += len(re.findall("[\x80-\ud7ff\ue000-\U0010ffff]", text))
            escaped += len(re.findall("[\udc80-\udcff]", text))
    if whole * 5 >= escaped or beyond > STRANGE * letters:  # `ß“` happens to be a letter of UTF-8
        raise _broken(path, "utf-8") from error
    try:
        return _decoded(path, "cp1252")
    except UnicodeDecodeError:
        raise _broken(path, "cp1252") from None


def _broken(path: Path, code: str) -> Exception:
    """Where the first cell is that cannot be read in this code."""
    with path.open(encoding=code, errors="replace", newline="") as file:
        rows = csv.reader(file, delimiter=separator_of(path, code))
        try:
            found = next(((n, place, cell) for n, row in enumerate(rows, 1) for place, cell in enumerate(row)
                          if "\ufffd" in cell), (None, 0, None))  # fmt: skip
        except csv.Error:
            found = (None, 0, None)
    row, place, cell = found
    rule = Said("the letters are in several codes, or in none that can be told (UTF-8, UTF-16, Windows-1252)")
    column = letters_of(place) if row else None
    return refused(path, rule, SAVE, row=row, column=column, value=cell)


def letters_of(place: int) -> str:
    """What spreadsheets call a column: A is the first one's."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name


def separator_of(path: Path, code: str) -> str:
    """The separator that stands most often in the first lines."""
    with path.open(encoding=code, errors="replace", newline="") as file:
        head = file.read(10_000)
    return (
        Counter(sign for sign in head if sign in SEPARATORS).most_common(1)[0][0]
        if set(head) & set(SEPARATORS)
        else ","
    )


def separators(path: Path, code: str) -> str:
    """Those that may be meant: the one that the file names in a first line of its own, or each that it holds."""
    with path.open(encoding=code, newline="") as file:
        first, head = file.readline(10_000), file.read(PEEKED)
    if told := SEP.fullmatch(first):
        return told[1]
    return "".join(sign for sign in SEPARATORS if sign in first + head) or ","


def told(path: Path, code: str) -> int:
    """How many lines name the separator instead of being a row."""
    with path.open(encoding=code, newline="") as file:
        return int(SEP.fullmatch(file.readline(10_000)) is not None)


def batches(path: Path, code: str, separator: str) -> Iterator[Rows]:
    """The rows, many at a time, read by the interpreter's own C. Raises Unreadable where quotes break off."""
    with path.open(encoding=code, newline="") as file:
        if not SEP.fullmatch(file.readline(10_000)):
            file.seek(0)
        rows = csv.reader(file, delimiter=separator, strict=True)
        while True:
            batch: Rows = []
            try:
                batch.extend(islice(rows, BATCH))
            except csv.Error as error:
                yield batch  # the rows before it
                raise refused(
                    path, Said("a quote out of place: {why}", why=str(error)), HOW_TO_MEND["quotes"], row=rows.line_num
                ) from None
            if not batch:
                return
            yield batch
