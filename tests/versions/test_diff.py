"""What differs between two versions, cell by cell."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from dashboard.versions import NoVersion, Versions
from dashboard.versions.change import Cell, RowChange, TableChange
from dashboard.versions.diff import compared
from dashboard.warehouse import large

FIELDS = {
    "towns": {"id": "string", "name": "string", "people": "integer", "visibility": "string"},
    "figures": {"figure": "string", "year": "year", "value": "number", "source": "string"},
    "notes": {"text": "string"},
}
KEYS = {"towns": "id", "figures": ["figure", "year", "value", "source"], "notes": []}
OLD = {
    "towns": "a,Aville,10,\nb,Beburg,20,\nc,Ceham,,\ns,Secret,1,internal\n",
    "figures": "trade,2024,1.5,x\ntrade,2024,7,y\ntrade,2025,2,x\njobs,2024,3,x\njobs,2024,4,x\n",
    "notes": "one\none\ntwo\n",
}
NEW = {
    "towns": "c,Ceham,30,\na,Aville,10,\nd,Delta,,\ns,Secret,2,internal\n",
    "figures": "trade,2024,1.6,x\ntrade,2024,7,y\ntrade,2025,2,z\njobs,2024,5,x\n",
    "notes": "two\none\nthree\n",
}


def folder(place: Path, rows: Mapping[str, str], fields: Mapping[str, Mapping[str, str]] = FIELDS) -> Path:
    """A data folder with these tables."""
    place.mkdir()
    tables = [
        {
            "name": name,
            "path": f"{name}.csv",
            "schema": {"primaryKey": KEYS[name], "fields": [{"name": n, "type": t} for n, t in fields[name].items()]},
        }
        for name in rows
    ]
    (place / "datapackage.json").write_text(json.dumps({"resources": tables}), encoding="utf-8")
    for name, text in rows.items():
        (place / f"{name}.csv").write_text(",".join(fields[name]) + "\n" + text, encoding="utf-8")
    return place


def changes(ours: Versions, old: Path | int, new: Path | int, *, public: bool = False) -> dict[str, TableChange]:
    with compared(ours, old, new, public=public) as found:
        return {change.table: change for change in found.changes()}


@pytest.fixture(params=["row by row", "large"])
def both(
    request: pytest.FixtureRequest, ours: Versions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, TableChange]:
    """The old and the new tables compared, read in either way."""
    if request.param == "large":
        monkeypatch.setattr(large, "LARGE", 0)
    return changes(ours, folder(tmp_path / "old", OLD), folder(tmp_path / "new", NEW))


def test_rows_are_new_changed_or_gone_by_their_key(both: dict[str, TableChange]) -> None:
    towns = both["towns"]
    assert (towns.new, towns.changed, towns.gone, towns.key) == (1, 2, 1, ("id",))
    assert set(towns.rows) == {
        RowChange("new", ("d",), (Cell("name", None, "Delta"),)),
        RowChange("changed", ("c",), (Cell("people", None, "30"),)),
        RowChange("changed", ("s",), (Cell("people", "1", "2"),)),
        RowChange("gone", ("b",), (Cell("name", "Beburg", None), Cell("people", "20", None))),
    }


def test_a_corrected_figure_is_the_same_row_where_that_is_clear(both: dict[str, TableChange]) -> None:
    figures = both["figures"]
    corrected = RowChange("changed", ("trade", "2024", "1.6", "x"), (Cell("value", "1.5", "1.6"),))
    assert [row for row in figures.rows if row.change == "changed"] == [corrected]
    assert (figures.new, figures.gone) == (2, 3), "of the jobs two values became one, and another source is another row"


def test_tables_without_a_key_are_compared_by_whole_rows(both: dict[str, TableChange]) -> None:
    notes = both["notes"]
    assert (notes.new, notes.changed, notes.gone) == (1, 0, 1)
    assert {row.cells for row in notes.rows} == {(Cell("text", None, "three"),), (Cell("text", "one", None),)}


def test_cells_that_change_places_and_empty_ones_are_seen(ours: Versions, tmp_path: Path) -> None:
    rows = ("a,b,,x\nc,,d,x\n", "a,,b,x\nc,d,,x\n")
    folders = []
    for number, text in enumerate(rows):
        fields = {"towns": {"id": "string", "hash": "string", "o": "string", "n": "string"}}
        folders.append(folder(tmp_path / str(number), {"towns": text}, fields))
    towns = changes(ours, folders[0], folders[1])["towns"]
    assert {(row.key, row.cells) for row in towns.rows} == {
        (("a",), (Cell("hash", "b", None), Cell("o", None, "b"))),
        (("c",), (Cell("hash", None, "d"), Cell("o", "d", None))),
    }


def test_the_public_sees_no_internal_row(ours: Versions, tmp_path: Path) -> None:
    old, new = folder(tmp_path / "old", OLD), folder(tmp_path / "new", NEW)
    assert "s" not in {row.key[0] for row in changes(ours, old, new, public=True)["towns"].rows}
    shown = {**NEW, "towns": NEW["towns"].replace("internal", "public")}
    towns = changes(ours, old, folder(tmp_path / "shown", shown), public=True)["towns"]
    assert ("s",) in {row.key for row in towns.rows if row.change == "new"}, "what becomes public is new to the public"


def test_other_columns_and_other_tables(ours: Versions, tmp_path: Path) -> None:
    fields = {**FIELDS, "towns": {"id": "string", "mayor": "string", "people": "integer"}}
    old = folder(tmp_path / "old", {name: OLD[name] for name in ("towns", "notes")})
    rows = {"towns": "a,Ms A,10\nb,,20\n", "figures": OLD["figures"]}
    found = changes(ours, old, folder(tmp_path / "new", rows, fields))
    assert (found["figures"].new, found["notes"].gone) == (5, 3)
    assert found["towns"].columns == ("id", "mayor", "people", "name", "visibility")
    (changed,) = [row for row in found["towns"].rows if row.key == ("a",)]
    assert changed.cells == (Cell("mayor", None, "Ms A"), Cell("name", "Aville", None))


def test_the_same_rows_written_in_another_way(ours: Versions, tmp_path: Path) -> None:
    old = folder(tmp_path / "old", OLD)
    new = folder(tmp_path / "new", {**OLD, "towns": "b,Beburg,20,\na,Aville,10,\nc,Ceham,,\ns,Secret,1,internal\n"})
    (new / "geo").mkdir()
    (new / "geo" / "towns.geojson").write_text("{}")
    with compared(ours, old, new, public=False) as found:
        (towns,) = found.changes()
        assert (towns.table, towns.total, towns.rows, found.files) == ("towns", 0, (), ("geo/towns.geojson",))


def test_every_cell_that_differs_as_csv_and_only_some_rows_on_screen(ours: Versions, tmp_path: Path) -> None:
    old, new = folder(tmp_path / "old", OLD), folder(tmp_path / "new", NEW)
    with compared(ours, old, new, public=False) as found:
        found.write(tmp_path / "cells.csv")
        limited = {change.table: change for change in found.changes(1)}["figures"]
    assert (limited.gone, len(limited.rows)) == (3, 3), "one of each kind"
    with (tmp_path / "cells.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {"table": "towns", "change": "changed", "row": "c", "column": "people", "old": "", "new": "30"} in rows
    assert len([row for row in rows if row["table"] == "notes"]) == 2


def test_between_versions_and_folders(ours: Versions, tmp_path: Path) -> None:
    (ours.facts / "towns.csv").write_bytes(b"id,word\r\ntowns,old\r\nnext,old\r\n")
    ours.newest()
    found = changes(ours, 1, 2)
    assert list(found) == ["towns"] and (found["towns"].new, found["towns"].total) == (1, 1)
    assert changes(ours, 2, 1)["towns"].gone == 1
    assert changes(ours, 2, ours.facts) == {}
    for wrong, error in ((9, NoVersion), (tmp_path / "none", ValueError)):
        with pytest.raises(error):
            changes(ours, 1, wrong)
