"""What is published, noted and brought back, and what of two who publish at once."""

import os
import shutil
import sys
import traceback
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dashboard.versions import Faulty, NoVersion, Superseded, Versions
from dashboard.warehouse.build import data_version
from dashboard.warehouse.takeover import PENDING
from tests.versions.small import NEW, OLD, files, small, versions, words, write
from tests.versions.steps import at


def publish(ours: Versions, word: str = NEW, base: int = 1) -> None:
    ours.publish(files(word, "here"), base=base, who="her", why="news", kind="edit")


def test_a_version_says_who_when_and_why_and_holds_every_byte(ours: Versions) -> None:
    first = {name: (ours.facts / name).read_bytes() for name in ours.newest().files}
    steps: list[str] = []
    ours.publish(files(NEW, "here"), base=1, who="her", why="news", kind="edit", report=steps.append)
    assert steps == ["keep", "check", "build", "write"]
    second, noted = ours.all()
    assert (second.number, second.who, second.why, second.kind) == (2, "her", "news", "edit")
    assert (noted.number, noted.who, noted.why, noted.kind) == (1, "", "", "files")
    assert timedelta() <= datetime.now(UTC) - second.when < timedelta(minutes=1)
    for name, content in first.items():
        assert b"".join(ours.content(1, name)) == content
    assert b"".join(ours.content(2, "towns.csv")) == (ours.facts / "towns.csv").read_bytes() != first["towns.csv"]


def test_files_that_are_not_replaced_are_not_touched(ours: Versions) -> None:
    path = ours.facts / "datapackage.json"
    before = path.stat()
    (ours.facts / "README.md").write_text("mine")
    path.with_name("towns.csv").chmod(0o640)
    publish(ours)
    assert path.stat() == before and (ours.facts / "README.md").read_text() == "mine"
    assert path.with_name("towns.csv").stat().st_mode & 0o777 == 0o640


def test_back_to_an_earlier_version_and_forth_again(ours: Versions, place: Path) -> None:
    shutil.rmtree(ours.facts / "geo")
    write(ours.facts, files(NEW, "there"))
    assert ours.newest().number == 2
    back = ours.restore(1, who="her", why="it was right")
    assert (back.number, back.kind, words(ours.facts)) == (3, "restore", {OLD})
    assert [path.name for path in ours.facts.glob("geo/*")] == ["here.json"]
    assert back.files == ours.get(1).files and ours.restore(1, who="", why="") == back, "there is nothing to do"
    ours.export(2, place / "out")
    assert words(place / "out") == {NEW}
    for number in (0, 9):
        with pytest.raises(NoVersion, match=str(number)):
            ours.restore(number, who="", why="")


def test_faults_are_told_and_nothing_is_published(ours: Versions) -> None:
    before = (ours.facts / "towns.csv").read_bytes(), ours.all()
    for changed in (files("faulty", "here"), {"towns.csv": b"id,word\r\ntowns,new\r\n"}):
        with pytest.raises(Faulty, match="Mend it") as caught:
            ours.publish(changed, base=1, who="", why="")
        assert caught.value.faults[0].file == "towns.csv"
    assert ((ours.facts / "towns.csv").read_bytes(), ours.all()) == before


@pytest.mark.parametrize("name", ["../towns.csv", "/etc/x.csv", "unknown.csv", ".publishing/new/x", "geo/../../x"])
def test_only_files_of_the_data_are_published(ours: Versions, name: str) -> None:
    with pytest.raises(ValueError, match="no file of the data"):
        ours.publish({name: b"x"}, base=1, who="", why="")
    assert len(ours.all()) == 1


def test_what_changes_on_disk_is_noted_unless_it_is_faulty(ours: Versions) -> None:
    write(ours.facts, {"towns.csv": b"id,word\r\ntowns,new\r\n"})
    assert ours.newest().number == 1, "half of it is faulty"
    write(ours.facts, files(NEW, "here"))
    assert (ours.newest().number, ours.newest().kind) == (2, "files")
    with pytest.raises(Superseded) as caught:
        publish(ours, "mine", base=1)
    assert caught.value.newest.number == 2 and words(ours.facts) == {NEW}


def test_what_was_faulty_on_disk_is_kept_when_something_takes_its_place(ours: Versions) -> None:
    write(ours.facts, {"towns.csv": b"id,word\r\ntowns,faulty\r\n"})
    again = ours.restore(1, who="her", why="towns were broken")
    assert again.number == 2 and words(ours.facts) == {OLD}
    write(ours.facts, {"towns.csv": b"id,word\r\ntowns,faulty\r\n"})
    publish(ours, base=2)
    assert words(ours.facts) == {NEW}, "whoever mends it may"
    journal = (ours.folder / "journal.jsonl").read_text(encoding="utf-8")
    lost = [name for name in map(str, ours.folder.glob("objects/*")) if Path(name).name in journal]
    assert any(b"faulty" in b"".join(ours._objects.read(Path(name).name)) for name in lost)


def test_a_folder_that_was_never_good_has_no_version(place: Path) -> None:
    small(place / "data")
    write(place / "data", files("faulty", "here"))
    with pytest.raises(Faulty):
        versions(place).newest()
    assert versions(place).all() == ()


def test_somebody_writes_while_it_is_checked(ours: Versions) -> None:
    def meddle(_: int, step: str) -> None:
        if step.endswith("lock"):
            write(ours.facts, files("theirs", "here"))

    with at(meddle), pytest.raises(Superseded):
        publish(ours)
    assert words(ours.facts) == {"theirs"} and ours.newest().kind == "files"


def test_a_reader_at_any_step_reads_one_state(ours: Versions) -> None:
    seen = []

    def look(*_: object) -> None:
        if not inside:
            inside.append(1)
            data_version(ours.facts)
            seen.append(frozenset(words(ours.facts)))
            inside.clear()

    inside: list[int] = []
    with at(look):
        publish(ours)
    assert set(seen) == {frozenset([OLD]), frozenset([NEW])} and ours.newest().number == 2
    assert not (ours.facts / PENDING).exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which file is made sure of")
def test_nothing_counts_before_what_it_names_is_on_the_disk(ours: Versions) -> None:
    """After a power cut a disk may have any step that was not made sure of, and lack any other."""
    with at(lambda *_: None) as counter:
        publish(ours)
    steps = [tuple(name.split(" ", 1)) for name in counter.names]
    journal, lock = (str(ours.folder / name) for name in ("journal.jsonl", "lock"))
    counts = next(n for n, step in enumerate(steps) if step[0] == "rename")
    line, ready = steps.index(("write", journal)), steps[counts][1]
    sure = {path for step, path in steps[:line] if step == "fsync"}
    made = {path for step, path in steps[:line] if step == "open" and path not in (journal, lock)}
    assert made and made <= sure, "contents, and files made ready"
    assert {str(ours.folder / "objects"), ready, f"{ready}/new", f"{ready}/new/geo", str(ours.facts)} <= sure, "names"
    assert ("fsync", journal) in steps[line:counts], "the journal is written before the data"
    gone = steps.index(("rmdir", f"{ours.facts}/{PENDING}/new/geo"))
    moved = max(n for n, step in enumerate(steps) if step[0] == "replace")
    placed = {path for step, path in steps[moved:gone] if step == "fsync"}
    assert steps[counts + 1] == ("fsync", str(ours.facts)) and {str(ours.facts), str(ours.facts / "geo")} <= placed


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_of_two_processes_one_wins_and_the_other_is_told(ours: Versions) -> None:
    for base in range(1, 6):
        ready, start = os.pipe()
        children = [_child(ours, f"word-{base}-{number}", base, ready) for number in range(3)]
        os.close(ready)
        os.write(start, b"xxx")
        os.close(start)
        codes = sorted(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)
        assert codes == [0, 7, 7]
        newest = ours.newest()
        assert newest.number == base + 1 and words(ours.facts) == {newest.who}
    assert not [path for path in ours.facts.iterdir() if path.name.startswith(".")]


def _child(ours: Versions, word: str, base: int, ready: int) -> int:
    """A process that publishes as soon as there is something to read; it ends with 7 if another one was faster."""
    if child := os.fork():
        return child
    os.read(ready, 1)
    try:
        ours.publish(files(word, "here"), base=base, who=word, why="")
        os._exit(0)
    except Superseded:
        os._exit(7)
    except BaseException:
        os.write(2, traceback.format_exc().encode())  # past pytest, which knows of one process
        os._exit(1)
