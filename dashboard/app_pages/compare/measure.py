"""How values are put side by side: the four measures, and values in them as text."""

from enum import StrEnum

from dashboard.language import Language
from dashboard.values import Hedge, Quantity, Unit


class Mode(StrEnum):
    """A measure, as `queries/model/measured.sql` names it."""

    ABSOLUTE = "absolute"
    INDEX = "index"
    PER_MILLION = "per-million"
    SHARE = "share"


def shown_text(shown: float, unit: Unit, hedge: Hedge, mode: Mode, lang: Language) -> str:
    """A value in a measure (a share is 0..1) as text, hedged; only an absolute one has a unit."""
    if mode is Mode.ABSOLUTE:
        return lang.quantity(Quantity(shown, unit, hedge))
    text = lang.percent(shown, 1) if mode is Mode.SHARE else lang.number(shown, 1 if abs(shown) < 100 else 0)
    return lang.hedged(text, hedge)


def measure_text(mode: Mode, unit: Unit, base: int | None, lang: Language) -> str:
    """The measure with its unit, as it stands under a title; `base`: the year an index starts from."""
    counted = lang.label("indicator_types", "unit", unit)
    return {
        Mode.ABSOLUTE: counted,
        Mode.INDEX: lang.t("index, {year} = 100", year=base),
        Mode.PER_MILLION: lang.t("{unit} per million inhabitants of the source country", unit=counted),
        Mode.SHARE: lang.t("share of all countries"),
    }[mode]
