"""What is under way in a session, and what is known of it: plain results, no open database, no file on the disk.

A file and single rows each have their own work, which the other one leaves alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import streamlit as st

from dashboard.intake.answers import Answers
from dashboard.intake.proposal import Proposal
from dashboard.intake.questions import Question
from dashboard.intake.reading import Read
from dashboard.intake.single import Edits
from dashboard.versions import Version
from dashboard.versions.change import HeadlineChange, TableChange
from dashboard.warehouse.fault import Fault

FOUND = "bring-found"  # in the session: rows to be edited
LONGEST = 100  # bytes of a file's name: systems count these, not letters
Task = TypeVar("Task")


@dataclass(frozen=True)
class Upload:
    """A file, the table that it is for, what was answered about it here."""

    name: str
    content: bytes = field(repr=False)
    table: str
    answers: Answers = field(default_factory=Answers)


Kind = type[Upload] | type[Edits]


@dataclass(frozen=True)
class Choices:
    """The codes of a column and what each is called, by language; whether a cell holds `several`."""

    called: Mapping[str, Mapping[str, str]]
    several: bool


@dataclass(frozen=True)
class Outcome:
    """What would come of it, to be told in any language: what depends on one stands there by its code.

    `read`: what was read of a file; `content`: the SHA-256 of what would be published; `change` and `moved` (None: not
    to be said): how the table and the key figures would differ; `others`: tables and files that would become part of
    it besides; `failure`: why nothing can be said at all.
    """

    read: Read | None = None
    proposal: Proposal | None = None
    examples: Mapping[str, Sequence[str]] = field(default_factory=dict)
    choices: Mapping[str, Choices] = field(default_factory=dict)
    faults: Sequence[Fault] = ()
    faulty: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    content: str = ""
    change: TableChange | None = None
    others: Sequence[TableChange | str] = ()
    moved: Mapping[str, Sequence[HeadlineChange]] | None = None
    failure: Sequence[str] = ()

    @property
    def is_ready(self) -> bool:
        """Whether it can be published."""
        return self.change is not None and not self.faults and not self.failure


@dataclass(frozen=True)
class Work:
    """What is to be done, the version it is made for, what would come of it; all that was ever asked, and what was last
    read of a file. `base` is None until it is weighed; `late`: the version of who was first; `is_other`: whether what
    comes of it is not what was shown when it was to be published."""

    task: Upload | Edits
    base: int | None = None
    outcome: Outcome | None = None
    asked: tuple[Question, ...] = ()
    read: Read | None = None
    late: Version | None = None
    is_other: bool = False


def begin(task: Upload | Edits, base: int | None = None) -> None:
    """Take up a task in this session, for the facts as they will be when it is weighed, or were in that version."""
    put(Work(task, base))


def put(work: Work) -> None:
    """This is how far it is."""
    st.session_state[_key(type(work.task))] = work


def held(kind: Kind) -> Work | None:
    """The work of this kind that is under way."""
    work: Work | None = st.session_state.get(_key(kind))
    return work


def drop(kind: Kind) -> None:
    """Nothing of this kind is under way; the fields stay as they are."""
    st.session_state.pop(_key(kind), None)


def give_up(kind: Kind) -> None:
    """Nothing of this kind is under way any more."""
    drop(kind)
    if kind is Edits:
        st.session_state.pop(FOUND, None)
    st.session_state[_key(kind) + "-stamp"] = stamp(kind) + 1


def stamp(kind: Kind) -> int:
    """Part of the keys of fields: another one, and they are empty again."""
    return int(st.session_state.get(_key(kind) + "-stamp", 0))


def under_way(kind: type[Task]) -> Task | None:
    """The task of this kind that is under way."""
    task = getattr(st.session_state.get(_key(kind)), "task", None)
    return task if isinstance(task, kind) else None


def again(**answers: object) -> None:
    """Propose the file anew with more answers."""
    work = held(Upload)
    if work and isinstance(work.task, Upload):
        task = replace(work.task, answers=work.task.answers.model_copy(update=answers))
        put(replace(work, task=task, outcome=None, is_other=False))


def named(name: str) -> str:
    """A file's name as it can stand in a folder."""
    told = "".join(letter for letter in Path(name.replace("\\", "/")).name if letter.isprintable())
    return told.encode()[-LONGEST:].decode(errors="ignore").lstrip(".") or "file"


def _key(kind: type) -> str:
    return f"bring-work-{kind.__name__.lower()}"
