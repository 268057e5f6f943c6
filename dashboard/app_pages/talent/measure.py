"""The measures of figures about people, in words and numbers."""

from __future__ import annotations

from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from dashboard.language import Language
from dashboard.questions import talent

if TYPE_CHECKING:
    from dashboard.questions.talent import SeriesRow


class Measure(StrEnum):
    """How people are counted, as `queries/model/subject_figure.sql` knows it."""

    ABSOLUTE = "absolute"
    PER_1000 = "per-1000"
    PER_MILLION = "per-million"


def measures(lang: Language) -> dict[str, str]:
    """What the measures are called."""
    return {
        Measure.ABSOLUTE.value: lang.t("Absolute"),
        Measure.PER_1000.value: lang.t("Per 1,000 inhabitants here"),
        Measure.PER_MILLION.value: lang.t("Per million in the country of origin"),
    }


def base(measure: Measure, lang: Language) -> str:
    """What a measure's values are divided by, and where that is not known; empty for absolute numbers."""
    if measure is Measure.PER_MILLION:
        return lang.t("Base: inhabitants of the country of origin according to GeoNames, which names no year for them.")
    if measure is Measure.ABSOLUTE:
        return ""
    years = [
        f"{lang.name('regions', region)} {lang.join([str(row.year) for row in rows])}"
        for region, rows in groupby(talent.inhabitants(), lambda row: row.region)
    ]
    return lang.t(
        "Base: all inhabitants of the same region in the same year. That number is on record for {years}; for other "
        "regions and years it is not known, and nothing is shown.",
        years="; ".join(years),
    )


def shown(row: SeriesRow, measure: Measure, lang: Language) -> str:
    """The row's value in the measure, with unit and hedge."""
    if measure is Measure.ABSOLUTE:
        return lang.quantity(row.quantity)
    digits = next((digits for digits, least in ((0, 100), (1, 1)) if row.shown >= least), 2)
    return lang.hedged(lang.number(row.shown, digits), row.qualifier)
