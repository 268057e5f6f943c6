"""Who looks after a market."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.content.internal import tag
from dashboard.content.part import Part
from dashboard.content.sources import Source
from dashboard.language import Language
from dashboard.questions.shared import ContactsRow


@dataclass(frozen=True)
class Person:
    """Someone who works at a desk: name, role, languages in words, and how to reach them; empty where not known. `tag`
    is said beside the name."""

    name: str
    role: str
    languages: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    tag: str = ""


@dataclass(frozen=True)
class Desk(Part):
    """A desk: its name, `since` when it exists (`since 2016`), the focus of its work, its people. `nobody` is said
    where there is none, whose name is empty; `tag` beside its name."""

    name: str
    since: str = ""
    focus: str = ""
    source: Source | None = None
    nobody: str = ""
    people: tuple[Person, ...] = ()
    tag: str = ""


def people(rows: Sequence[ContactsRow], lang: Language) -> tuple[Person, ...]:
    """The persons of these rows."""
    return tuple(
        Person(
            row.person,
            lang.text(row.role),
            lang.join([lang.tongue(code) for code in row.languages]),
            row.email or "",
            row.phone or "",
            row.url or "",
            tag(row, lang),
        )
        for row in rows
    )
