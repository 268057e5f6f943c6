"""Versions in a lake: whole or not there, the newest counts, what was before is kept and swept, faults in words."""

import errno
import json
import os
import resource
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.settings import ROOT
from dashboard.warehouse import Warehouse
from dashboard.warehouse.build_error import TemporaryError
from dashboard.warehouse.lake.fault import HalfWritten, LakeEmpty, LakeFault, LakeFull, Overtaken
from dashboard.warehouse.lake.lake import ABANDONED, MANIFEST, POINTER, Lake
from dashboard.warehouse.lake.manifest import Copy
from dashboard.warehouse.lake.publishing import COPIES, Faulty, publish, put
from tests.access.marked import MARK, ROWS, marked
from tests.engine.crash import built
from tests.versions.steps import at
from tests.warehouse.test_check import set_cell

Files = dict[Copy, Path]
WHEN = ("data", "2026.11")


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return built(tmp_path, "word")


@pytest.fixture
def own(tmp_path: Path) -> Lake:
    return Lake(str(tmp_path / "lake"), 2)


def test_every_table_is_there_as_the_warehouse_has_it(lake: Lake, served: Warehouse) -> None:
    version = lake.newest()
    assert version.manifest.data_version == served.version
    tables = version.tables("public", lake.place.url)
    assert set(served.package.tables) | {"described", "city", "company", "stay"} <= tables.keys()
    for name, path in tables.items():
        listed = ", ".join(served.run(f"from {name} limit 0").columns)
        found = duckdb.execute(f"select {listed} from read_parquet('{path}') order by rowid").fetchall()  # noqa: S608
        ours = served.snapshot.engine.ask(f"select {listed} from {name} order by rowid", {})  # noqa: S608
        assert found == ours.rows()[1]


def test_no_internal_row_is_in_the_public_copy(tmp_path: Path, own: Lake) -> None:
    """In no cell of any table; in the whole copy it is in every one that may hold internal rows."""
    publish(marked(tmp_path), tmp_path / "store", own)
    told = {}
    for copy in COPIES:
        for table, path in own.newest().tables(copy, own.place.url).items():
            told[copy, table] = str(duckdb.execute(f"from read_parquet('{path}')").fetchall()).lower()
    assert {table for copy, table in told if MARK in told[copy, table] and copy == "public"} == set()
    assert {table for copy, table in told if MARK in told[copy, table]} > set(ROWS)


def test_killed_at_any_step_the_old_or_the_new_version_counts_whole(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.engine.crash", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one for one in told if one[2]] == []
    assert [word for word, _ in groupby(told, lambda one: one[1])] == ["old1", "new"], "one step decides"
    last = [step for step, word, _ in told if word == "old1"][-1]
    assert last.startswith(f"replace /.{POINTER}"), last
    assert len(told) > 40


def test_a_disk_that_refuses_any_step_leaves_what_counted(own: Lake, files: Files) -> None:
    before = put(own, files, WHEN)
    with at(lambda *_: None) as counter:
        after = put(own, files, WHEN)
    pointed = next(n for n, step in enumerate(counter.names) if step.startswith("replace") and POINTER in step)
    for number in range(0, pointed, 3):
        refuse = lambda at_number, _, number=number: full() if at_number == number else None  # noqa: E731
        with at(refuse), pytest.raises((LakeFull, TemporaryError), match="no room left in"):
            put(own, files, WHEN)
        assert own.newest() == after and not own.wrong(after, thorough=True)
        assert {path.split("/")[1] for path, _, _ in own.place.found("versions")} == {
            one.folder.split("/")[1] for one in (before, after)
        }, counter.names[number]


def full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.usefixtures("served")  # checked and built already
def test_a_full_lake_is_told_by_the_command(tmp_path: Path) -> None:
    """A limit for files refuses as a full disk does."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))  # noqa: E731
    command = [sys.executable, "-m", "dashboard.cli", "publish", "--lake", str(tmp_path / "lake")]
    env = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, preexec_fn=limit, check=False)
    assert done.returncode == 3 and "no room left" in done.stderr and "Make room there" in done.stderr
    assert "Traceback" not in done.stderr and not (tmp_path / "lake" / POINTER).exists()


def test_a_lake_without_anything_says_what_to_do(own: Lake) -> None:
    with pytest.raises(LakeEmpty) as told:
        own.newest()
    assert "pocket publish" in told.value.mend


@pytest.mark.parametrize("damage", ["cut", "gone", "manifest", "pointer"])
def test_half_a_version_never_counts(own: Lake, files: Files, damage: str) -> None:
    before = put(own, files, WHEN)
    after = put(own, files, WHEN)
    folder = Path(own.place.url) / after.folder
    if damage == "cut":
        with (folder / "public" / "words.parquet").open("rb+") as file:
            file.truncate(100)
    elif damage == "gone":
        (folder / "whole" / "words.parquet").unlink()
    else:
        (folder / MANIFEST if damage == "manifest" else Path(own.place.url) / POINTER).write_bytes(b'{"number": 2, "fo')
    with pytest.raises(HalfWritten) as told:
        own.newest()
    assert "pocket publish" in told.value.mend
    assert own.last_whole() == (after if damage == "pointer" else before)
    assert put(own, files, WHEN) == own.newest(), "publishing again mends it"


def test_old_versions_are_kept_and_swept(own: Lake, files: Files) -> None:
    made = [put(own, files, WHEN) for _ in range(4)]
    assert own.all() == made[:1:-1]
    assert {path.name for path in (Path(own.place.url) / "versions").iterdir()} == {
        one.folder.split("/")[1] for one in made[2:]
    }


@pytest.mark.parametrize("hours", [-40, 40])
def test_a_clock_that_differs_neither_decides_nor_deletes(own: Lake, files: Files, hours: int) -> None:
    """Files of the lake bear its own time: what another machine is writing now is left alone, by whatever clock."""
    first = put(own, files, WHEN)
    for path in Path(own.place.url).rglob("*"):
        os.utime(path, (path.stat().st_mtime + hours * ABANDONED,) * 2)
    own._clock = lambda: clock(Path(own.place.url) / first.folder)  # type: ignore[method-assign]
    _, writing = own.begin()
    own.place.write(f"{writing}/public/words.parquet", b"half")
    os.utime(Path(own.place.url) / writing / "public" / "words.parquet", (own._clock(),) * 2)
    second = put(own, files, WHEN)
    assert own.newest() == second, "the number says which is newer"
    assert (Path(own.place.url) / writing).exists()


def clock(folder: Path) -> float:
    return (folder / MANIFEST).stat().st_mtime + 60


def test_whoever_is_overtaken_hears_of_it(own: Lake, files: Files) -> None:
    def meanwhile(_: object) -> list[object]:
        put(own, files, ("theirs", "2026.11"))
        return []

    with pytest.raises(Overtaken, match="was published meanwhile"):
        put(own, files, WHEN, meanwhile)  # type: ignore[arg-type]
    assert own.newest().manifest.data_version == "theirs"


def test_faulty_facts_are_not_published(data_folder: Path, tmp_path: Path, own: Lake) -> None:
    set_cell(data_folder, "companies", 2, "market", "nowhere")
    with pytest.raises(Faulty) as told:
        publish(data_folder, tmp_path / "store", own)
    assert told.value.faults[0].file == "companies.csv" and not own.pointed()


def test_an_object_store_takes_the_same_steps(tmp_path: Path, files: Files) -> None:
    """Arrow's own file system by its URL, in place of one that needs a network."""
    own = Lake((tmp_path / "lake").as_uri(), 2)
    made = [put(own, files, WHEN) for _ in range(3)]
    assert own.newest() == made[-1] and own.all() == made[:0:-1] and not own.wrong(made[-1], thorough=True)
    (tmp_path / "lake" / made[-1].folder / "public" / "words.parquet").unlink()
    with pytest.raises(HalfWritten):
        own.newest()


def test_a_place_that_is_none_is_told() -> None:
    with pytest.raises(LakeFault, match="is no place for a lake"):
        Lake("nowhere://bucket/lake", 2)


def test_the_command_names_what_it_made(tmp_path: Path, served: Warehouse) -> None:
    told = CliRunner().invoke(app, ["publish", "--lake", str(tmp_path / "lake")])
    assert told.exit_code == 0 and f"data version {served.version}" in told.output
    assert "Which lake?" in CliRunner().invoke(app, ["publish"]).output
