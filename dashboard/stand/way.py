"""The way a visitor has come through the stand: steps, each with an address such as `company:ID` or `topic:CODE`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from dashboard.questions import stand as questions
from dashboard.stand.facts import EVERYTHING, EVERYWHERE
from dashboard.values import Market
from dashboard.warehouse import warehouse

FIELDS = {"sector": "sectors", "theme": "themes", "topic": "topics"}  # a field's kind, and the list that names it
LONGEST = 40  # letters of a search term


@dataclass(frozen=True)
class Step:
    """One page: what kind it is, of what, and how far its list has been turned."""

    kind: str
    value: str = ""
    page: int = 0


@dataclass(frozen=True)
class Visit:
    """What this visitor has chosen so far: a language (empty: not yet), and one step after the other."""

    lang: str = ""
    way: tuple[Step, ...] = ()

    @property
    def now(self) -> Step:
        """The page that is shown."""
        if self.way:
            return self.way[-1]
        return Step("countries" if self.lang else "languages")

    @property
    def market(self) -> str:
        """The country the visitor looked at last; all of them where none was."""
        return next((step.value for step in reversed(self.way) if step.kind == "market"), EVERYWHERE)

    def on(self, step: Step) -> "Visit":
        """One step on."""
        return replace(self, way=(*self.way, step))

    def back(self) -> "Visit":
        """One step back: to where one came from."""
        return replace(self, way=self.way[:-1]) if self.way else Visit()

    def at(self, **changes: object) -> "Visit":
        """The same page, with another term or turned to another part of its list."""
        return replace(self, way=(*self.way[:-1], replace(self.now, **changes)))  # type: ignore[arg-type]


class Part(NamedTuple):
    """Which companies a list holds, as `stand/companies.sql` understands it; `found`: those that a term finds."""

    market: str = EVERYWHERE
    kind: str = ""
    code: str = ""

    @property
    def address(self) -> str:
        """The step that opens this list."""
        return f"list:{self.market}:{self.kind}:{self.code}"


def part_of(value: str) -> Part:
    """What a list's address says, which is `MARKET:KIND:CODE`."""
    market, _, field = value.partition(":")
    kind, _, code = field.partition(":")
    return Part(market, kind, code)


def offered() -> list[Market]:
    """The countries to choose from, core markets first."""
    return [row.market for row in questions.visitors()]


def step_at(address: str) -> Step | None:
    """The step at an address; None where nothing is on offer."""
    kind, _, value = address.partition(":")
    return Step(kind, value) if kind in OFFERED and OFFERED[kind](value) else None


def is_here(company: str) -> bool:
    """Whether the company is in our list and has not left."""
    return bool(questions.companies(market=EVERYWHERE, kind="", code="", found=[company], rows=1, skip=0))


def _is_market(code: str) -> bool:
    return code == EVERYWHERE or code in offered()


def _is_field(kind: str, code: str) -> bool:
    return code in warehouse().vocabulary.texts[FIELDS[kind], "name"]


def _is_list(value: str) -> bool:
    part = part_of(value)
    known = {"": not part.code, "group": is_here(part.code), "found": 0 < len(part.code) <= LONGEST}
    return _is_market(part.market) and (_is_field(*part[1:]) if part.kind in FIELDS else known.get(part.kind, False))


OFFERED: dict[str, Callable[[str], bool]] = {
    "market": _is_market,
    "newest": _is_market,
    "sector": lambda code: code == EVERYTHING or _is_field("sector", code),
    "theme": lambda code: _is_field("theme", code),
    "topic": lambda code: _is_field("topic", code),
    "company": is_here,
    "history": is_here,
    "list": _is_list,
    "search": lambda term: len(term) <= LONGEST,
}
