"""Kill a process at each of its steps and tell what it left; run by `test_crash.py` in a process of its own.

`python -m tests.versions.crash PLACE` prints a line for each step: scenario, step, what the data folder says then, and
what is wrong, if anything is.
"""

import json
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dashboard.versions import Versions
from dashboard.warehouse.build import data_version
from tests.versions.small import NEW, OLD, files, small, versions, words, write
from tests.versions.steps import at

HOURS = 2 * 3600  # seconds that pass until somebody looks again: what nobody works on any more is tidied away


def publish(ours: Versions) -> None:
    """Two tables and a file of the map are replaced."""
    ours.publish(files(NEW, "here"), base=ours.all()[0].number, who="her", why="news", kind="import")


def restore(ours: Versions) -> None:
    """A version with another file, and without one that there is now."""
    ours.restore(1, who="her", why="news")


def note(ours: Versions) -> None:
    """What has changed on disk."""
    ours.newest()


def elsewhere(place: Path) -> None:
    """The first version says `new` and has another file than the second one, which is there now."""
    shutil.rmtree(place / "data" / "geo")
    write(place / "data", files(NEW, "there"))
    versions(place).newest()
    shutil.rmtree(place / "data" / "geo")
    write(place / "data", files(OLD, "here"))
    versions(place).newest()


def changed(place: Path) -> None:
    """Somebody else has written the files since the first version."""
    versions(place).newest()
    write(place / "data", files(NEW, "here"))


SCENARIOS: dict[str, tuple[Callable[[Path], object], Callable[[Versions], object]]] = {
    "publish": (lambda place: versions(place).newest(), publish),
    "restore": (elsewhere, restore),
    "note": (changed, note),
}


def main(place: Path) -> None:
    for name, (before, act) in SCENARIOS.items():
        made = place / name / "made"
        small(made / "data")
        before(made)
        for number, step in enumerate(_steps(made, act)):
            left = place / name / "left"
            shutil.copytree(made, left)
            _killed(left, act, number)
            word, wrong = _found(left, name)
            print(json.dumps([name, step.replace(str(left), ""), word, wrong]), flush=True)
            shutil.rmtree(left)


def _steps(made: Path, act: Callable[[Versions], object]) -> list[str]:
    """The names of the steps it takes."""
    whole = made.with_name("left")
    shutil.copytree(made, whole)
    with at(lambda *_: None) as counter:
        act(versions(whole))
    shutil.rmtree(whole)
    return counter.names


def _killed(place: Path, act: Callable[[Versions], object], number: int) -> None:
    """Do it in a process that is killed at this step."""
    if child := os.fork():
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        return
    with at(lambda at_number, _: os.kill(os.getpid(), signal.SIGKILL) if at_number == number else None):
        act(versions(place))
    os._exit(0)


def _found(place: Path, name: str) -> tuple[str, str]:
    """What whoever reads next finds, and what is wrong with that."""
    facts = place / "data"
    for path in (place / "store").rglob("*"):
        os.utime(path, (time.time() - HOURS,) * 2)
    data_version(facts)  # a server that runs looks first
    if len(found := words(facts)) != 1:
        return str(found), "half a state"
    ours, (word,) = versions(place), found
    newest, before = ours.newest(), 2 if name == "restore" else 1
    wrong = [
        words(facts) != found and "the folder changed afterwards",
        (newest.number > before) != (word == NEW) and f"version {newest.number} says {word}",
        word == NEW and name != "note" and (newest.who, newest.why) != ("her", "news") and "nobody did it",
        any(b"".join(ours.content(newest.number, path)) != (facts / path).read_bytes() for path in newest.files)
        and "a content is lost",
    ]
    ours.publish({"towns.csv": b"id,word\r\n,x\r\n", "rivers.csv": b"id,word\r\n,x\r\n", _map(facts): b"x"},
                 base=newest.number, who="", why="")  # fmt: skip
    wrong += [words(facts) != {"x"} and "nothing can be published", *_leftovers(place, ours)]
    return word, "; ".join(str(one) for one in wrong if one)


def _map(facts: Path) -> str:
    return next(facts.glob("geo/*")).relative_to(facts).as_posix()


def _leftovers(place: Path, ours: Versions) -> list[str]:
    named = {name for version in ours.all() for name in version.files.values()}
    hidden = [path.name for path in (place / "data").iterdir() if path.name.startswith(".")]
    known = {"journal.jsonl", "lock", "objects"}
    return [
        *hidden,
        *(path.name for path in ours.folder.iterdir() if path.name not in known),
        *(path.name for path in (ours.folder / "objects").iterdir() if path.name not in named),
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
