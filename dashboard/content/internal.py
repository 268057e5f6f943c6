"""Which rows are internal: said wherever one is shown. Only who may see internal facts is ever shown one."""

from typing import NamedTuple

from dashboard.content.kept import remembered
from dashboard.language import Language
from dashboard.questions import shared

ANY = ("fact_id", "record_id")  # of one table or another


def tag(row: NamedTuple, lang: Language) -> str:
    """`internal`, of a row that is or that names what is; else empty."""
    known = _internal()
    if not known:
        return ""
    told = {(key if key not in ANY else "", value) for key, value in row._asdict().items() if key.endswith("_id")}
    return "" if known.isdisjoint(told) else lang.t("internal")


@remembered
def _internal() -> frozenset[tuple[str, str]]:
    """Column and what it holds; without a column for those that name rows of several tables."""
    rows = shared.internal()
    return frozenset((key, row.id) for row in rows for key in (row.key, ""))
