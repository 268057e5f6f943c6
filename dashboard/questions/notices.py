"""The questions of queries/notices/, a function each; made from the SQL by `make questions`."""

from typing import NamedTuple

from dashboard.warehouse import warehouse


class UnreachableDeskRow(NamedTuple):
    """A row of `notices/unreachable_desk`."""

    file: str
    id: str
    column_name: str
    value: str
    rule: str
    mend: str


def unreachable_desk() -> tuple[UnreachableDeskRow, ...]:
    """Which desks can a visitor of the stand not reach?"""
    return warehouse().rows("notices/unreachable_desk", UnreachableDeskRow)
