"""Signals as lists show them."""

from dashboard.content.day import iso
from dashboard.content.internal import tag
from dashboard.content.parts import Entries, Entry
from dashboard.content.sources import Source, source_by_id
from dashboard.language import Language
from dashboard.questions import market
from dashboard.questions.market import SignalsRow

ARROWS = {"rising": "↗", "stable": "→", "falling": "↘"}  # a signal's direction


def signals_of(code: str, key: str, title: str, nothing: str, lang: Language, *, wide: bool = False) -> Entries:
    """What is said of a market, or of all markets together (`all`), newest first; `nothing` is said of no statement."""
    rows = market.signals(market=code)
    sources = source_by_id(rows)
    found = tuple(_signal(row, sources[row.source_id], lang) for row in rows)
    return Entries(key, title, lang.t("Statements from published sources, newest first"), found, nothing, wide=wide)


def _signal(row: SignalsRow, source: Source, lang: Language) -> Entry:
    sector = lang.name("sectors", row.sector_id) if row.sector_id != "other" else ""
    kind = " · ".join(filter(None, [lang.label("signals", "direction", row.direction), sector]))
    return Entry(
        f"{row.year} {ARROWS[row.direction]}",
        lang.text(row.signal),
        kind,
        source=source,
        date=iso(row.year),
        tag=tag(row, lang),
    )
