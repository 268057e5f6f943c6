"""Every number that pages and stand say, with what it counts, of which market, where and when."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from dashboard.content.cards import Card
from dashboard.content.parts import Definition, KeyFigure
from dashboard.language import Language
from dashboard.values import Hedge, Quantity, Unit
from tests.made import within

DATED = re.compile(r"(?:^|, first | · )(?P<value>[^(]+?) \((?P<year>\d{4})\)")


class Subject(NamedTuple):
    """What a number is about; `when` is its year."""

    name: str
    market: str
    region: str
    when: str


Said = dict[Subject, dict[str, set[str]]]  # subject -> number as it is read -> where it stands


def numbers(content: Any, market: str, lang: Language) -> Iterator[tuple[Subject, str]]:
    """Those of a piece of content; `market`: whose it is where the content does not say."""
    for item in within(content):
        if isinstance(item, KeyFigure) and (found := re.match(r"(.+), (\d{4})(?:$| ·|, )", item.meta)):
            yield Subject(item.label, market, *found.groups()), item.value
        elif isinstance(item, Card) and (found := re.match(r"(.+), (\d{4})$", item.where)):
            yield Subject(item.counted, item.market, *found.groups()), item.value
        elif isinstance(item, Definition):
            yield from _defined(item, market, lang)
        elif {"indicator_id", "region", "year", "value"} <= set(getattr(item, "_fields", ())) and item.indicator_id:
            name, region = lang.name("indicator_types", item.indicator_id), lang.name("regions", item.region)
            yield Subject(name, getattr(item, "market", market), region, str(item.year)), lang.quantity(_quantity(item))


def _defined(item: Definition, market: str, lang: Language) -> Iterator[tuple[Subject, str]]:
    said = [(market, item.value), *((_code(value.market, lang), value.text) for value in item.values)]
    for code, text in said:
        for found in DATED.finditer(text):
            yield Subject(item.name, code or market, item.region, found["year"]), found["value"]


def _code(name: str, lang: Language) -> str:
    return next((code for code, known in lang.names("markets").items() if known == name), "")


def _quantity(row: Any) -> Quantity:
    return Quantity(row.value, getattr(row, "unit", Unit.COUNT), getattr(row, "qualifier", Hedge.EXACT))


def gathered(said: Iterable[tuple[str, Subject, str]]) -> Said:
    """Where each number of each subject stands."""
    found: Said = defaultdict(lambda: defaultdict(set))
    for place, subject, number in said:
        found[subject][number].add(place)
    return found
