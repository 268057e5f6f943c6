"""A page's question with values in place of those that it leaves open."""

import re
from collections.abc import Iterator, Mapping

from dashboard.lab.schema import Example
from dashboard.warehouse.large import literal

OPEN = re.compile(r"\$(\w+)(?:::(\w+(?:\[\])?))?")
TEXT = "varchar"


def open_values(of: Example) -> dict[str, str]:
    """Each of them, and its type as the question writes it."""
    found = OPEN.findall(of.sql)
    return {name: next((kind for one, kind in found if one == name and kind), TEXT) for name in of.parameters}


def filled(of: Example, values: Mapping[str, str]) -> str:
    """The question with these values, several of a list between commas; what is left empty is nothing."""
    kinds = open_values(of)

    def put(found: re.Match[str]) -> str:
        name = found[1]
        return f"{_written(values.get(name, ''), kinds[name])}::{kinds[name]}" if name in kinds else found[0]

    return "\n".join(line if line.startswith("--") else OPEN.sub(put, line) for line in of.sql.splitlines()) + "\n"


def _written(told: str, kind: str) -> str:
    """As SQL: text that the database reads as that type."""
    if kind.endswith("[]"):
        return f"[{', '.join(_parts(told))}]"
    return literal(told.strip()) if told.strip() else "null"


def _parts(told: str) -> Iterator[str]:
    yield from (literal(part.strip()) for part in told.split(",") if part.strip())
