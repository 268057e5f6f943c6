"""Rows of the region in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboard.language import Language

if TYPE_CHECKING:
    from dashboard.questions.region import BalanceRow, MovesRow


def move_text(row: MovesRow, lang: Language) -> str:
    """`From → to, 2016 · a part · 1,200 jobs · 3,500 m²`."""
    sizes = [
        lang.t("a part") if row.scope == "part" else "",
        "" if row.jobs is None else lang.n("{count} job", "{count} jobs", row.jobs),
        "" if row.area_sqm is None else lang.t("{area} m²", area=lang.number(row.area_sqm)),
    ]
    way = f"{lang.name('places', row.from_city)} → {lang.name('places', row.to_city)}, {row.year}"
    return " · ".join([way, *filter(None, sizes)])


def gains(rows: Sequence[BalanceRow], lang: Language) -> list[str]:
    """The first towns, each with its balance."""
    return [f"{lang.name('places', row.town)} {lang.number(row.net, signed=True)}" for row in rows[:3]]
