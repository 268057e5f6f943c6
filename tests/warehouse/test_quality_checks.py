"""Each quality check finds the fault it is made for: a cell of the shipped facts broken, the check named in it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.settings import QUERIES
from dashboard.warehouse import check
from tests.warehouse.test_check import read, write

pytestmark = pytest.mark.slow

Row = dict[str, str]


def change(folder: Path, table: str, fits: Callable[[Row], bool], **values: str) -> Row:
    """Change the first row that fits; returns it as it was."""
    path = folder / f"{table}.csv"
    head, *lines = read(path)
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    found = next(row for row in rows if fits(row))
    before = dict(found)
    found.update(values)
    write(path, [head, *[list(row.values()) for row in rows]])
    return before


def whole(folder: Path) -> Row:
    """A value of all countries together that has a part of the same indicator, region and year."""
    head, *lines = read(folder / "indicators.csv")
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    kinds = read(folder / "indicator_types.csv")
    counts = {line[0] for line in kinds[1:] if line[kinds[0].index("unit")] == "count"}
    parts = {
        (r["indicator_id"], r["region"], r["year"]) for r in rows if r["market"] != "all" and float(r["value"]) > 5
    }
    return next(
        r
        for r in rows
        if r["market"] == "all"
        and r["preferred"] == "true"
        and r["indicator_id"] in counts
        and r["qualifier"] == "exact"
        and (r["indicator_id"], r["region"], r["year"]) in parts
    )


def same_point(row: Row) -> Callable[[Row], bool]:
    keys = ("indicator_id", "market", "region", "year", "source_id")
    return lambda other: all(other[key] == row[key] for key in keys)


def unit(folder: Path, wanted: str) -> set[str]:
    head, *lines = read(folder / "indicator_types.csv")
    return {line[0] for line in lines if line[head.index("unit")] == wanted}


def exact_count(folder: Path) -> Callable[[Row], bool]:
    counts = unit(folder, "count")
    return lambda row: (
        row["indicator_id"] in counts and "change" not in row["indicator_id"] and row["preferred"] == "true"
    )


BREAKS: dict[str, Callable[[Path], object]] = {
    "arrival_before_founding": lambda f: change(
        f, "companies", lambda r: r["company_id"] == growing(f)["company_id"], established="2025"
    ),
    "due_before_begin": lambda f: change(f, "milestones", lambda r: r["due_year"] != "", due_year="1999"),
    "employees_without_year": lambda f: change(f, "companies", lambda r: r["employees"] != "", employees_year=""),
    "employees_year_without_employees": lambda f: change(
        f, "companies", lambda r: r["employees"] == "", employees_year="2020"
    ),
    "end_before_begin": lambda f: change(f, "events", lambda r: r["end_year"] != "", end_year="1999"),
    "fractional_count": lambda f: change(f, "indicators", exact_count(f), value="1.2"),
    "impossible_day": lambda f: change(f, "events", lambda r: r["day"] != "", month="2", day="31"),
    "impossible_year": lambda f: change(f, "signals", lambda r: r["year"] != "", year="2034"),
    "missing_translation": lambda f: change(f, "events", lambda r: r["place_de"] != "", place_de=""),
    "negative_count": lambda f: change(f, "indicators", exact_count(f), value="-3"),
    "one_preferred_value": lambda f: change(f, "indicators", lambda r: r["preferred"] == "true", preferred="false"),
    "percent_range": lambda f: change(f, "indicators", lambda r: r["indicator_id"] in unit(f, "percent"), value="140"),
    "public_refers_to_internal": lambda f: change(
        f, "sources", lambda r: r["source_id"] == read(f / "companies.csv")[1][-2], visibility="internal"
    ),
    "region_larger_than_whole": lambda f: change(f, "indicators", in_city(f), value="999999999"),
    "relocation_without_town": lambda f: change(
        f, "milestones", lambda r: r["kind"] == "relocation", from_city="", to_city=""
    ),
    "unknown_topic": lambda f: change(f, "companies", lambda r: r["topics"] != "", topics="perpetual-motion"),
    "unknown_city": lambda f: elsewhere(f / "city.toml"),
    "total_smaller_than_part": lambda f: change(f, "indicators", same_point(whole(f)), value="1"),
}


def elsewhere(path: Path) -> None:
    """The city lies in a place of which nothing is known."""
    text = path.read_text(encoding="utf-8")
    assert 'place = "Düsseldorf"' in text
    path.write_text(text.replace('place = "Düsseldorf"', 'place = "Atlantis"'), encoding="utf-8")


@pytest.mark.parametrize(
    ("key", "old", "table"),
    [
        ("first.market", 'market = "JP"', "markets.csv"),
        ("first.arrivals", 'arrivals = "CN"', "markets.csv"),
        ("first.way.market", 'market = "IN"', "markets.csv"),
        ("first.way.region", 'region = "DE" }', "regions.csv"),
    ],
)
def test_an_unknown_code_of_what_is_shown_first_is_named(data_folder: Path, key: str, old: str, table: str) -> None:
    path = data_folder / "city.toml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, f'{old.split(" = ")[0]} = "ZZ"{" }" * old.endswith("}")}'), encoding="utf-8")
    (fault,) = check(data_folder)
    assert (fault.file, fault.column, fault.value) == ("city.toml", key, "ZZ")
    assert f"no row of {table}" in fault.rule and fault.mend


def test_what_is_shown_first_may_be_empty(data_folder: Path) -> None:
    path = data_folder / "city.toml"
    text = path.read_text(encoding="utf-8").replace('market = "JP"\narrivals = "CN"', 'market = ""\narrivals = ""')
    path.write_text(text, encoding="utf-8")
    assert check(data_folder) == []


def growing(folder: Path) -> Row:
    """A milestone of growth before 2020."""
    head, *lines = read(folder / "milestones.csv")
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    return next(r for r in rows if r["kind"] == "expansion" and int(r["year"]) < 2020)


def in_city(folder: Path) -> Callable[[Row], bool]:
    """A value of the city whose indicator, market and year also have one of the state."""
    head, *lines = read(folder / "indicators.csv")
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    wider = {(r["indicator_id"], r["market"], r["year"]) for r in rows if r["region"] in ("NRW", "DE", "IHK-DUS")}
    return lambda r: (
        r["region"] == "DUS" and r["preferred"] == "true" and (r["indicator_id"], r["market"], r["year"]) in wider
    )


def test_every_check_has_its_break() -> None:
    assert set(BREAKS) == {path.stem for path in (QUERIES / "checks").glob("*.sql")}


@pytest.mark.parametrize("name", BREAKS)
def test_a_check_finds_what_it_is_made_for(data_folder: Path, name: str) -> None:
    BREAKS[name](data_folder)
    faults = check(data_folder)
    found = [fault for fault in faults if f"[{name}]" in fault.rule]
    assert found, faults[:5]
    for fault in found:
        if name == "unknown_city":  # its file has no rows
            continue
        assert fault.row is not None
        assert set(fault.rule.split(":")[0].split()) <= set(read(data_folder / fault.file)[fault.row - 1])


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("companies", "established"),
        ("companies", "employees_year"),
        ("institutions", "since_year"),
        ("milestones", "year"),
        ("indicators", "year"),
        ("signals", "year"),
    ],
)
def test_a_year_to_come_is_found_in_every_column(data_folder: Path, table: str, column: str) -> None:
    change(data_folder, table, lambda row: row[column] == "2020", **{column: "2031"})
    found = [fault for fault in check(data_folder) if "[impossible_year]" in fault.rule]
    assert [(fault.file, fault.column, fault.value) for fault in found] == [(f"{table}.csv", column, "2031")]


def test_an_internal_source_of_a_public_event_is_found(data_folder: Path) -> None:
    head, *lines = read(data_folder / "events.csv")
    used = {line[head.index("source_id")] for line in lines}
    others = set()
    for table in ("companies", "milestones", "indicators", "signals", "institutions"):
        rows = read(data_folder / f"{table}.csv")
        others |= {row[rows[0].index("source_id")] for row in rows[1:]}
    change(data_folder, "sources", lambda row: row["source_id"] in used - others, visibility="internal")
    assert check(data_folder), "the public copy could not be made"


def test_the_public_needs_a_preferred_value_of_its_own(data_folder: Path) -> None:
    head, *lines = read(data_folder / "indicators.csv")
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    keys = [(r["indicator_id"], r["market"], r["region"], r["year"]) for r in rows]
    twice = next(row for row, key in zip(rows, keys, strict=True) if keys.count(key) > 1 and row["preferred"] == "true")
    change(data_folder, "indicators", same_point(twice), visibility="internal")
    assert any("[one_preferred_value]" in fault.rule for fault in check(data_folder))
