"""Hundreds of broken files, as they are met: each is imported whole, or refused with its place; never half."""

import csv
import os
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dashboard.intake.answers import Answers
from dashboard.intake.intake import propose
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.package import read_package
from dashboard.warehouse.readable import Unreadable
from tests.intake.files import DATA, SOURCE, book, text

Lines = list[list[str]]
Damage = Callable[[random.Random, Lines], None]
FILES = 240
CODES = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-16-be")
NAMES = (
    "Müller & Söhne GmbH",
    "Ölwerke, Nord",
    'Haus "Blau"',
    "Société Générale S.A.",
    "Nul NA",
    "A; B | C",
    "O'Neill Ltd",
)
COMPANIES = {
    "name": ["name", "Firma", "Unternehmen", "Company name"], "market": ["market", "Land", "Country"],
    "city": ["Ort", "city", "Standort"], "sector_id": ["Branche", "sector_id", "Sector"], "role": ["Funktion", "role"],
    "status": ["Status"], "source_id": ["Quelle", "source_id"], "employees": ["Mitarbeiter", "employees"],
    "employees_year": ["employees_year", "Stand Mitarbeiterzahl"],
}  # fmt: skip
PLACES = {"place": ["place"], "name_en": ["name_en", "Name (English)"], "name_de": ["name_de"], "country": ["country"],
          "lat": ["lat"], "lon": ["lon"]}  # fmt: skip
HEADS = {"companies": COMPANIES, "places": PLACES}


def rows_of(chance: random.Random, table: str) -> list[dict[str, str]]:
    """A few good rows, and what the table is to hold of each."""
    if table == "places":
        return [
            {"place": f"Ort {n}", "name_en": f"Town {n}", "name_de": f"Ort {n}", "country": chance.choice(["FR", "NA"]),
             "lat": f"{chance.uniform(-80, 80):.4f}", "lon": f"{chance.uniform(-170, 170):.5f}"}
            for n in range(chance.randint(1, 30))
        ]  # fmt: skip
    words = {
        "market": ["Japan", "USA", "Österreich", "CN"],
        "city": ["Düsseldorf", "Neuss", "duesseldorf"],
        "sector_id": ["Banken & Finanzen", "banking-finance"],
        "role": ["Vertrieb", "sales"],
        "status": ["Aktiv", "active"],
        "source_id": [SOURCE],
        "employees": ["1200", "12", ""],
        "employees_year": ["2024"],
    }
    return [
        {"name": f"{n} {chance.choice(NAMES)}", **{name: chance.choice(held) for name, held in words.items()}}
        for n in range(chance.randint(1, 12))
    ]


def some(chance: random.Random, lines: Lines) -> tuple[list[str], int]:
    line = chance.choice(lines[1:])
    return line, chance.randrange(len(line))


def cell(*values: str) -> Damage:
    def write(chance: random.Random, lines: Lines) -> None:
        line, place = some(chance, lines)
        line[place] = chance.choice(values)

    return write


def short(chance: random.Random, lines: Lines) -> None:
    some(chance, lines)[0].pop()


def long(chance: random.Random, lines: Lines) -> None:
    some(chance, lines)[0].append("more")


def twice(chance: random.Random, lines: Lines) -> None:
    lines.append(list(chance.choice(lines[1:])))


def headless(_: random.Random, lines: Lines) -> None:
    lines.pop(0)


def columns(chance: random.Random, lines: Lines) -> None:
    lines[0][chance.randrange(len(lines[0]))] = chance.choice(["", "nonsense", lines[0][0]])


def sum_row(_: random.Random, lines: Lines) -> None:
    lines.append(["Summe", *[""] * (len(lines[0]) - 1)])


DAMAGE: tuple[Damage, ...] = (
    cell("=1+1", "#REF!", "MÃ¼ller"),
    cell("a\0b", "\x07", "\u202ex"),
    cell("", "   "),
    cell("x" * 200_000, "two\nlines"),
    cell("18.000", "1.2.3", "1e400", "viele"),
    cell('"', '"open', "a;b,c\td|e"),
    short,
    long,
    twice,
    headless,
    columns,
    sum_row,
)


def torn(chance: random.Random, raw: bytes) -> bytes:
    """Damage to bytes: cut off, turned over, filled up."""
    place = chance.randrange(len(raw))
    return chance.choice(
        [
            raw[:place],
            raw[:place] + bytes([chance.randrange(256)]) + raw[place + 1 :],
            raw + b"\0" * 64,
            raw[:place] + "ü".encode("latin-1") + raw[place:],
            raw.replace(b"\n", b"\r"),
        ]
    )


def written(chance: random.Random, folder: Path, lines: Lines) -> Path:
    above = [["Export"], [], ["as of", "today"]][: chance.choice([0, 0, 1, 3])]
    if chance.random() < 0.2:
        return book(folder, {"Tabelle1": [*above, *lines]})
    code, separator = chance.choice(CODES), chance.choice(",;\t|")
    content = text([*above, *lines], separator).replace("\n", chance.choice(["\n", "\r\n"]))
    path = folder / "list.csv"
    path.write_bytes(content.encode(code, "replace"))
    return path


def told(path: Path, table: str) -> tuple[list[dict[str, str]] | None, list[Fault], int]:
    """The table as it would be, the faults, how many rows were read."""
    try:
        with propose(path, table, DATA, Answers(same={"*": ""})) as intake:
            found = intake.proposal
            rows = None
            if found.content:
                with found.content.open(encoding="utf-8", newline="") as file:
                    rows = list(csv.DictReader(file))
                assert found.added + found.changed + found.unchanged == found.read.rows and not found.faults
            return rows, list(found.faults), found.read.rows
    except Unreadable as error:
        return None, list(error.faults), 0


def cases() -> Iterator[tuple[int, str]]:
    for number in range(FILES):
        yield number, "companies" if number % 8 == 0 else "places"


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4 if os.environ.get("EVERY") else 2))
def test_each_file_is_imported_whole_or_refused(part: int, tmp_path: Path) -> None:
    with (DATA / "companies.csv").open(encoding="utf-8", newline="") as file:
        known = {"companies": sum(1 for _ in csv.DictReader(file))}
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        known["places"] = sum(1 for _ in csv.DictReader(file))
    outcomes = {"imported": 0, "refused": 0}
    for number, table in list(cases())[part::4]:
        chance = random.Random(number)
        rows = rows_of(chance, table)
        order = chance.sample(list(rows[0]), len(rows[0]))
        lines = [
            [chance.choice(HEADS[table][name]) for name in order],
            *([row[name] for name in order] for row in rows),
        ]
        is_good = chance.random() < 0.25
        for _ in range(0 if is_good else chance.randint(1, 2)):
            chance.choice(DAMAGE)(chance, lines)
        path = written(chance, tmp_path, lines)
        if not is_good and chance.random() < 0.4:
            path.write_bytes(torn(chance, path.read_bytes()))
        try:
            found, faults, read = told(path, table)
        except Exception as error:
            raise AssertionError(f"file {number} of {table} ends in {error!r}") from error
        outcomes["imported" if found is not None else "refused"] += 1
        if is_good:
            assert found is not None, (number, faults)
            assert len(found) == known[table] + len(rows) == known[table] + read
            check_good(table, rows, found[-len(rows) :])
        if found is None:
            assert faults, number
            assert all(fault.rule and fault.mend and fault.file == path.name for fault in faults), (number, faults)
    assert min(outcomes.values()) >= 10, outcomes


def check_good(table: str, rows: list[dict[str, str]], found: list[dict[str, str]]) -> None:
    """What was written stands in the table."""
    names = {column.name for column in read_package(DATA).tables[table].columns}
    assert set(found[0]) == names
    for row, new in zip(rows, found, strict=True):
        if table == "places":
            assert (new["place"], new["country"]) == (row["place"], row["country"])
            assert (float(new["lat"]), float(new["lon"])) == (float(row["lat"]), float(row["lon"]))
        else:
            assert new["name"] == row["name"] and new["employees"] == row["employees"]
            assert new["city"] in ("Düsseldorf", "Neuss") and new["market"] in ("JP", "US", "AT", "CN")
            assert (new["sector_id"], new["role"], new["status"]) == ("banking-finance", "sales", "active")


@pytest.mark.slow
def test_bytes_of_a_workbook_turned_over(tmp_path: Path) -> None:
    good = book(
        tmp_path, {"x": [["place", "name_en", "name_de", "country", "lat", "lon"], ["A", "A", "A", "FR", 1.5, 2]]}
    )
    raw = good.read_bytes()
    for number in range(60):
        chance, path = random.Random(number), tmp_path / "turned.xlsx"
        if number % 2:
            path.write_bytes(torn(chance, raw))
        else:
            with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w") as new:
                for name in old.namelist():
                    content = old.read(name)
                    new.writestr(name, torn(chance, content) if chance.random() < 0.3 else content)
        found, faults, _ = told(path, "places")
        assert found is not None or faults
