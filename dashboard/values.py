"""The values that rows are made of: markets, published quantities, texts of the facts."""

from enum import StrEnum
from typing import Any, NamedTuple


class Unit(StrEnum):
    """What a value is counted in, as `indicator_types.unit` allows (a test compares the two)."""

    COUNT = "count"
    EUR_M = "eur-m"
    USD_M = "usd-m"
    EUR_MONTH = "eur-month"
    PERCENT = "percent"
    PER_100000 = "per-100000"
    RANK = "rank"
    SQM = "sqm"


class Hedge(StrEnum):
    """How sure a value is, as `indicators.qualifier` allows (a test compares the two)."""

    EXACT = "exact"
    APPROX = "approx"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"

    @property
    def is_bound(self) -> bool:
        """Whether only a bound is known, so that nothing can be computed from the value."""
        return self in (Hedge.MORE_THAN, Hedge.LESS_THAN)


class Quantity(NamedTuple):
    """A number with its unit and hedge."""

    value: float
    unit: Unit = Unit.COUNT
    hedge: Hedge = Hedge.EXACT


class Text(NamedTuple):
    """A text of the facts in the languages of the data; empty where there is none."""

    en: str = ""
    de: str = ""


class Said(str):
    """A sentence in English that a reader's language can say as well: `message` with its `{placeholders}`, which are
    Texts, numbers to be counted with, or what stays as it is."""

    message: str
    values: dict[str, object]

    def __new__(cls, message: str, **values: object) -> "Said":
        made = super().__new__(cls, message.format(**{name: _english(one) for name, one in values.items()}))
        made.message, made.values = message, values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        return (self.message,), self.values


def _english(value: object) -> object:
    return value.en if isinstance(value, Text) else f"{value:,}" if isinstance(value, int) else value


def packed(value: object) -> object:
    """A sentence, or what stands in it, for JSON."""
    match value:
        case Said():
            return {"message": value.message, "values": {name: packed(one) for name, one in value.values.items()}}
        case Text():
            return {"text": list(value)}
        case str():
            return str(value)
    return value if isinstance(value, int | float) else str(value)


def unpacked(plain: Any) -> Any:
    """What was packed."""
    match plain:
        case {"message": message, "values": values}:
            return Said(message, **{name: unpacked(one) for name, one in values.items()})
        case {"text": texts}:
            return Text(*texts)
    return plain


class Market(str):
    """A country of origin: its code (`JP`), which it is compared and looked up by, and how it is drawn.

    `core` markets have a colour of their own, on light paper (`colour`) and on dark (`dark`), as `#rrggbb`; all others
    share a grey. `label_side`: where its name stands beside its circle on the map of the world (as Plotly says it),
    `stage_side` the same where the map is seen from afar; `stage_spot` (latitude, longitude): there it stands apart.
    """

    iso3: str = ""
    core: bool = False
    colour: str = ""
    dark: str = ""
    label_side: str = ""
    stage_side: str = ""
    stage_spot: tuple[float, float] | None = None


def market(code: str, **looks: Any) -> Market:
    """A market with its looks, which are the attributes of Market."""
    made = Market(code)
    vars(made).update(looks)
    return made
