"""Rows of the region in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.language import Language

if TYPE_CHECKING:
    from dashboard.questions.region import BalanceRow, MovedJobsRow, MovesRow


def move_text(row: MovesRow, lang: Language) -> str:
    """`From → to, 2016 · a part · 1,200 jobs · 3,500 m²`."""
    sizes = [
        lang.t("a part") if row.scope == "part" else "",
        "" if row.jobs is None else lang.n("{count} job", "{count} jobs", row.jobs),
        "" if row.area_sqm is None else lang.t("{area} m²", area=lang.number(row.area_sqm)),
    ]
    way = f"{lang.name('places', row.from_city)} → {lang.name('places', row.to_city)}, {row.year}"
    return " · ".join([way, *filter(None, sizes)])


def jobs_text(row: MovedJobsRow, lang: Language) -> str:
    """How many jobs moved, and of how many of the moves nobody tells it."""
    moves = lang.n("{count} relocation", "{count} relocations", row.moves)
    if row.unknown == row.moves:
        return lang.t("{moves}; of none is it known how many jobs moved.", moves=moves)
    jobs = lang.n("{count} job", "{count} jobs", row.jobs)
    known, unknown = lang.number(row.moves - row.unknown), lang.number(row.unknown)
    if not row.unknown:
        return lang.t("{moves}; {jobs} moved with them, counted move by move.", moves=moves, jobs=jobs)
    return lang.t(
        "{moves}; {jobs} moved with {known} of them, counted move by move; of {unknown} the number is not known.",
        moves=moves,
        jobs=jobs,
        known=known,
        unknown=unknown,
    )


def gains(rows: Sequence[BalanceRow], lang: Language) -> list[str]:
    """The first towns, each with its balance."""
    return [f"{lang.name('places', row.town)} {lang.number(row.net, signed=True)}" for row in rows[:3]]
