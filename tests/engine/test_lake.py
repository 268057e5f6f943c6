"""Versions in a lake: whole or not there, the newest counts, what was before is kept and swept, faults in words."""

import errno
import json
import os
import resource
import shutil
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from itertools import groupby, product
from pathlib import Path
from stat import S_IMODE
from threading import Thread

import duckdb
import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.settings import ROOT, settings
from dashboard.warehouse import FromFolder, Warehouse
from dashboard.warehouse import folder as folder_module
from dashboard.warehouse import shelf as shelf_module
from dashboard.warehouse.build_error import TemporaryError
from dashboard.warehouse.fault import Fault
from dashboard.warehouse.lake import lake as lake_module
from dashboard.warehouse.lake import sweeping
from dashboard.warehouse.lake.fault import (
    HalfWritten,
    LakeEmpty,
    LakeFault,
    LakeFull,
    NoFolder,
    NoLake,
    Overtaken,
    TooNew,
)
from dashboard.warehouse.lake.lake import MANIFEST, POINTER, VERSIONS, Lake, Version
from dashboard.warehouse.lake.manifest import COPIES, FORM, Copy
from dashboard.warehouse.lake.place import TURN
from dashboard.warehouse.lake.publishing import Faulty, publish, put
from dashboard.warehouse.lake.sweeping import ABANDONED
from dashboard.warehouse.new_city import Place, new_city
from tests.access.marked import MARK, ROWS, marked
from tests.engine.crash import ASKED, built, different
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


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """Facts that are checked in a second."""
    new_city(tmp_path / "data", Place("Lyon", "FR", 45.76, 4.84))
    return tmp_path / "data"


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
    assert [one for one in told if one[3]] == []
    assert [word for word, _ in groupby(told, lambda one: one[1])] == ["old1", "new"], "one step decides"
    last = [step for step, word, _, _ in told if word == "old1"][-1]
    assert last.startswith(f"replace /.{POINTER}"), last
    asked = [step for step, *_ in told].index(f"open /{ASKED}")
    assert {whole for _, _, whole, _ in told[: asked + 1]} == {"old1"}, "what nobody has proved is no version"
    assert len(told) > 30


def test_a_disk_that_refuses_any_step_leaves_what_counted(own: Lake, files: Files) -> None:
    """What counts by then stays, whole; what is none yet goes; what is old goes another time, and is no fault."""
    put(own, files, WHEN)
    put(own, files, WHEN)
    with at(lambda *_: None) as counter:
        after = put(own, files, WHEN)
    pointed = next(n for n, step in enumerate(counter.names) if step.startswith("replace") and POINTER in step)
    for number, step in different(counter.names):
        refuse = lambda at_number, _, number=number: full() if at_number == number else None  # noqa: E731
        is_told = number <= pointed + 1
        told = pytest.raises((LakeFull, TemporaryError), match="no room left in") if is_told else nullcontext()
        with at(refuse), told:
            put(own, files, WHEN)
        before, after = after, own.newest()
        assert (after == before) == (number <= pointed) and not own.wrong(after, thorough=True), step
        held = {path.split("/")[1] for path, _, _ in own.place.found(VERSIONS)}
        assert not is_told or held == {one.folder.split("/")[1] for one in own.all()}, step


def test_whoever_stops_it_leaves_what_counts(own: Lake, files: Files) -> None:
    """By Ctrl+C at any step from the last look on; of those before every seventh."""
    put(own, files, WHEN)
    put(own, files, WHEN)
    with at(lambda *_: None) as counter:
        after = put(own, files, WHEN)
    turn = next(n for n, step in enumerate(counter.names) if step.endswith(TURN))
    for number in (*range(0, turn, 7), *range(turn, len(counter.names))):
        stop = lambda at_number, _, number=number: stopped() if at_number == number else None  # noqa: E731
        with at(stop), pytest.raises(KeyboardInterrupt):
            put(own, files, WHEN)
        before, after = after, own.newest()
        assert after.manifest.number >= before.manifest.number, counter.names[number]
        assert not own.wrong(after, thorough=True), counter.names[number]


def stopped() -> None:
    raise KeyboardInterrupt


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
    with pytest.raises(NoLake, match="there is no lake") as told:
        own.newest()
    assert "Correct POCKET_LAKE" in told.value.mend
    own.place.write("something.txt", b"")
    with pytest.raises(LakeEmpty, match="nothing is published in") as told_empty:
        own.newest()
    assert "pocket publish" in told_empty.value.mend


def test_a_mistyped_path_is_not_made(tmp_path: Path, files: Files) -> None:
    """A new lake is made in a folder that is there, and only there."""
    with pytest.raises(NoFolder, match=f"there is no folder {tmp_path / 'laeks'}$"):
        put(Lake(str(tmp_path / "laeks" / "lyon"), 2), files, WHEN)
    assert not (tmp_path / "laeks").exists()


def test_a_file_is_no_lake(tmp_path: Path, files: Files) -> None:
    file = tmp_path / "lake"
    file.write_text("kept")
    for use in (Lake.newest, lambda lake: put(lake, files, WHEN)):
        with pytest.raises(NoFolder, match=f"{file} is a file, no folder"):
            use(Lake(str(file), 2))
    assert file.read_text() == "kept"


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


def test_a_folder_of_another_name_is_nobodys_version(own: Lake, files: Files) -> None:
    first = put(own, files, WHEN)
    for name in ("123456x-copy", "999999", "old", "²²²²²²-x"):
        (Path(own.place.url) / VERSIONS / name).mkdir()
        (Path(own.place.url) / VERSIONS / name / "note.txt").write_text("mine")
        os.utime(Path(own.place.url) / VERSIONS / name / "note.txt", (1, 1))
    second = put(own, files, WHEN)
    assert (second.manifest.number, own.newest()) == (first.manifest.number + 1, second)
    assert len(list(Path(own.place.url).glob(f"{VERSIONS}/*/note.txt"))) == 4


@pytest.mark.parametrize("hours", [-40, 40])
def test_a_clock_that_differs_neither_decides_nor_deletes(
    own: Lake, files: Files, hours: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of the lake bear its own time: what another machine is writing now is left alone, by whatever clock."""
    first = put(own, files, WHEN)
    for path in Path(own.place.url).rglob("*"):
        os.utime(path, (path.stat().st_mtime + hours * ABANDONED,) * 2)
    now = (Path(own.place.url) / first.folder / MANIFEST).stat().st_mtime + 60
    monkeypatch.setattr(sweeping, "clock", lambda _: now)
    _, writing = own.begin()
    own.place.write(f"{writing}/public/words.parquet", b"half")
    os.utime(Path(own.place.url) / writing / "public" / "words.parquet", (now,) * 2)
    second = put(own, files, WHEN)
    assert own.newest() == second, "the number says which is newer"
    assert (Path(own.place.url) / writing).exists()


def test_whoever_is_overtaken_hears_of_it(own: Lake, files: Files) -> None:
    def meanwhile(_: object) -> list[object]:
        put(own, files, ("theirs", "2026.11"))
        return []

    with pytest.raises(Overtaken, match="was published meanwhile"):
        put(own, files, WHEN, meanwhile)  # type: ignore[arg-type]
    assert own.newest().manifest.data_version == "theirs"


def test_of_two_who_publish_one_looks_and_points_at_a_time(
    own: Lake, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the last look and the pointer nobody else gets in, with a newer number or without."""
    monkeypatch.setattr(lake_module, "PATIENCE", 0.0)
    others = list[str]()

    def meanwhile(_: int, step: str) -> None:
        if step.startswith(f"open {own.place.url}/.{POINTER}") and not others:
            others.append(step)
            with pytest.raises(Overtaken, match="somebody else is publishing"):
                put(own, files, ("theirs", "2026.11"))

    put(own, files, WHEN)
    with at(meanwhile):
        ours = put(own, files, WHEN)
    assert others and own.newest() == ours


def test_what_others_took_away_meanwhile_is_not_pointed_to(own: Lake, files: Files) -> None:
    """Somebody sweeps what was not finished for an hour, while it is still being proved."""
    before = put(own, files, WHEN)

    def swept(version: Version) -> list[Fault]:
        own.discard(version.folder)
        return []

    with pytest.raises(HalfWritten):
        put(own, files, WHEN, swept)
    assert own.newest() == before


def test_faulty_facts_are_not_published(city: Path, tmp_path: Path, own: Lake) -> None:
    set_cell(city, "sectors", 2, "group_id", "nowhere")
    with pytest.raises(Faulty) as told:
        publish(city, tmp_path / "store", own)
    assert told.value.faults[0].file == "sectors.csv" and not own.pointed()


def test_who_publishes_shares_a_store_with_servers(
    city: Path, tmp_path: Path, own: Lake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of them checks and builds at a time, the other takes what is there; no more files are left than by one."""
    store, built, build = tmp_path / "store", list[str](), folder_module.build
    store.mkdir()
    for number, kind in product(range(2 * shelf_module.VERSIONS), ("public", "internal")):
        old = store / f"{number}-{kind}.duckdb"
        old.touch()
        os.utime(old, (number,) * 2)
    monkeypatch.setattr(folder_module, "build", lambda *args, **how: built.append(args[1].name) or build(*args, **how))
    server = Thread(target=FromFolder, args=(city, store))
    server.start()
    version = publish(city, store, own).manifest.data_version
    server.join(300)
    assert sorted(built) == [f"{version}-internal.duckdb", f"{version}-public.duckdb"]
    assert len(list(store.glob("*.duckdb"))) == 2 * shelf_module.VERSIONS


def test_an_object_store_takes_the_same_steps(tmp_path: Path, files: Files) -> None:
    """Arrow's own file system by its URL, in place of one that needs a network."""
    own = Lake((tmp_path / "lake").as_uri(), 2)
    made = [put(own, files, WHEN) for _ in range(3)]
    assert own.newest() == made[-1] and own.all() == made[:0:-1] and not own.wrong(made[-1], thorough=True)
    (tmp_path / "lake" / made[-1].folder / "public" / "words.parquet").unlink()
    with pytest.raises(HalfWritten):
        own.newest()


def test_what_counts_although_an_object_store_says_no_stays(
    tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer was lost on its way."""
    own = Lake((tmp_path / "lake").as_uri(), 2)
    write = own.place.write

    def lost(path: str, content: bytes) -> None:
        write(path, content)
        if path == POINTER:
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))

    monkeypatch.setattr(own.place, "write", lost)
    with pytest.raises(LakeFault, match="cannot be read"):
        put(own, files, WHEN)
    assert not own.wrong(own.newest(), thorough=True)


def test_who_reads_the_public_copy_needs_not_be_let_near_the_other(own: Lake, files: Files) -> None:
    version = put(own, files, WHEN)
    whole = Path(own.place.url) / version.folder / "whole"
    assert S_IMODE(whole.stat().st_mode) & 0o007 == 0, "others do not enter"
    shutil.rmtree(whole)
    assert own.newest(["public"]) == version == own.last_whole(["public"])
    with pytest.raises(HalfWritten):
        own.newest()


def test_a_version_of_a_newer_form_is_left_alone(own: Lake, files: Files) -> None:
    """By whoever reads, and whoever would publish over it."""
    before, after = put(own, files, WHEN), put(own, files, WHEN)
    own.place.write(f"{after.folder}/{MANIFEST}", replace(after.manifest, form=FORM + 1).written())
    for attempt in (own.newest, lambda: put(own, files, WHEN)):
        with pytest.raises(TooNew) as told:
            attempt()
        assert "Update Pocket World" in told.value.mend
    assert own.last_whole() == before and own.pointed() == after.folder


def test_a_place_that_is_none_is_told() -> None:
    with pytest.raises(LakeFault, match="is no place for a lake"):
        Lake("nowhere://bucket/lake", 2)


@pytest.mark.parametrize("option", [["--lake", "s3://key:hidden@bucket/lake"], []])
def test_keys_in_its_address_are_not_repeated(option: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POCKET_LAKE", "" if option else "s3://key:hidden@bucket/lake")
    settings.cache_clear()
    told = CliRunner().invoke(app, ["publish", *option])
    monkeypatch.undo()
    settings.cache_clear()
    assert told.exit_code and "no key belongs in the address of a lake" in told.output and "hidden" not in told.output


def test_the_command_names_what_it_made(tmp_path: Path, served: Warehouse) -> None:
    told = CliRunner().invoke(app, ["publish", "--lake", str(tmp_path / "lake")])
    described = f"data version {served.version}, description {served.package.raw['version']}"
    assert told.exit_code == 0 and described in told.output
    assert "counts from now on" in told.output and "checked by" not in told.output and "lake is new" in told.output
    assert "Which lake?" in CliRunner().invoke(app, ["publish"]).output
