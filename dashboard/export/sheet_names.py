"""Names of a workbook's sheets: short, allowed, each only once."""

import re
from collections.abc import Iterable

from dashboard.export.clean import clean

LONGEST = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
RESERVED = ("history",)  # spreadsheets keep this name for themselves


def sheet_names(titles: Iterable[str], others: Iterable[str] = ()) -> list[str]:
    """A name for each title, none of them one of the `others`. What stands before a colon is the same for all of a
    page, as a rule: the name is what stands after it."""
    taken, names = {*RESERVED, *map(str.casefold, others)}, []
    for title in titles:
        wanted = _plain(title.split(": ", 1)[-1]) or _plain(title) or "1"
        tries = (_cut(wanted, f" {number}" if number > 1 else "") for number in range(1, len(taken) + 2))
        name = next(name for name in tries if name.casefold() not in taken)
        taken.add(name.casefold())
        names.append(name)
    return names


def _plain(title: str) -> str:
    return " ".join(FORBIDDEN.sub(" ", clean(title).replace("'", "’")).split())


def _cut(name: str, end: str) -> str:
    """At most `LONGEST` long (in units of UTF-16) with its end, if it can be so between two words."""
    room = LONGEST - len(end)
    if len(name.encode("utf-16-le")) // 2 > room:
        head = name.encode("utf-16-le")[: 2 * (room - 1)].decode("utf-16-le", "ignore")
        words = head.rsplit(" ", 1)[0]
        name = (words if len(words) > room / 2 else head).rstrip(" ,;–-") + "…"
    return name + end
