"""A disk that refuses a step: told in words, and the facts stay what they were, or are what they were to be."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.versions import FolderError, Held, Versions, lock
from dashboard.versions.lock import locked
from dashboard.warehouse import BuildError
from dashboard.warehouse.build import data_version
from dashboard.warehouse.build_error import StoreError
from dashboard.warehouse.takeover import Unsettled
from tests.versions.small import NEW, OLD, files, versions, words
from tests.versions.steps import STEPS, at

MAKING = {"open", "write", "fsync", "mkdir", "symlink"}  # what needs room
CASES = [  # the error, the steps it may meet, whether the disk is well again at once
    (errno.ENOSPC, MAKING, True),
    (errno.ENOSPC, MAKING, False),
    (errno.EACCES, set(STEPS), True),
    (errno.EROFS, set(STEPS), False),
]


def publish(ours: Versions) -> None:
    ours.publish(files(NEW, "here"), base=1, who="her", why="news")


def refusing(code: int, since: int, kinds: set[str], *, once: bool) -> Callable[[int, str], None]:
    def refuse(number: int, step: str) -> None:
        if step.split()[0] in kinds and (number == since if once else number >= since):
            raise OSError(code, os.strerror(code))

    return refuse


@pytest.mark.parametrize(("code", "kinds", "once"), CASES)
def test_at_any_step_it_is_told_and_nothing_is_half(
    place: Path, ours: Versions, code: int, kinds: set[str], once: bool
) -> None:
    kept = place / "kept"
    shutil.copytree(place, kept, ignore=shutil.ignore_patterns("kept"))
    with at(lambda *_: None) as counter:
        publish(ours)
    states = set()
    for number in [n for n, name in enumerate(counter.names) if name.split()[0] in kinds]:
        left = place / "left"
        shutil.copytree(kept, left)
        states.add(_refused(left, refusing(code, number, kinds, once=once), code, counter.names[number]))
        shutil.rmtree(left)
    assert states == {OLD, NEW}


def _refused(left: Path, refuse: Callable[[int, str], None], code: int, step: str) -> str:
    ours, told = versions(left), ""
    with at(refuse):
        try:
            publish(ours)
        except BuildError as error:
            assert isinstance(error, StoreError | Unsettled), step
            told = str(error)
            assert os.strerror(code) in told or "no room left in" in told, step
    data_version(ours.facts)
    assert len(words(ours.facts)) == 1, step
    (word,) = words(ours.facts)
    assert told or word == NEW, f"{step}: nothing was said, and nothing published"
    newest = versions(left).newest()
    assert (newest.number > 1) == (word == NEW), step
    versions(left).publish(files("other", "here"), base=newest.number, who="", why="")
    assert words(ours.facts) == {"other"}, step
    assert not [path for path in ours.facts.iterdir() if path.name.startswith(".")], step
    return word


def test_a_data_folder_that_cannot_be_written_is_named(ours: Versions) -> None:
    def refuse(_: int, step: str) -> None:
        if str(ours.facts) in step:
            raise PermissionError(errno.EACCES, "Permission denied", step.split()[1])

    with at(refuse), pytest.raises(FolderError, match=r"data.* cannot be .*written: Permission denied") as caught:
        publish(ours)
    assert "POCKET_TRUTH=store" in caught.value.mend and words(ours.facts) == {OLD}


def test_a_store_held_by_another_is_said_after_a_while(ours: Versions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with locked(ours.folder / "lock"), pytest.raises(Held, match="held by another process") as caught:
        publish(ours)
    assert "Try again" in caught.value.mend and words(ours.facts) == {OLD}
    publish(ours)
    assert words(ours.facts) == {NEW}


def test_a_damaged_content_is_said_and_harms_nothing(ours: Versions) -> None:
    publish(ours)
    for path in (ours.folder / "objects").iterdir():
        path.write_bytes(path.read_bytes()[:-12])
    with pytest.raises(StoreError, match="is not what its name says"):
        ours.restore(1, who="", why="")
    assert words(ours.facts) == {NEW} and not list(ours.facts.glob(".*"))
