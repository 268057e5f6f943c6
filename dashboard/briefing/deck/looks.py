"""The colours of a deck: those of the screen, on light paper or on dark."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.palette import INK, MUTED, OTHER, PAPER, RULE
from dashboard.values import Market
from dashboard.warehouse import warehouse

TONED = (1.0, 0.65)  # how much of the grey is in the strongest cell of a table, so that ink stays legible on it
LEGIBLE = 4.5  # contrast of text, as WCAG 2.2 asks (AA)


@dataclass(frozen=True)
class Looks:
    """On which paper, and about which market (None: about several). Colours are `RRGGBB`."""

    dark: bool = False
    market: Market | None = None

    def of(self, pair: tuple[str, str]) -> str:
        """A colour of the palette on this paper."""
        return pair[self.dark].lstrip("#")

    @property
    def accent(self) -> str:
        """The market's colour; a grey where there are several."""
        return self.owned(self.market) if self.market else self.of(MUTED)

    @property
    def measure(self) -> str:
        """Of what something in the accent is measured by."""
        return self.of(MUTED if self.accent == self.of(OTHER) else OTHER)

    def owned(self, market: str) -> str:
        """The colour of a market (its code); those without one share a grey."""
        known = warehouse().markets.get(market)
        return self.of((known.colour, known.dark)) if known and known.colour else self.of(OTHER)

    def tone(self, strength: float) -> str:
        """The ground of a cell of that strength (0..1)."""
        return mixed(self.of(OTHER), self.of(RULE), TONED[self.dark] * min(max(strength, 0), 1))

    def shades(self, count: int) -> list[str]:
        """So many shades of the accent, from near ink to near paper: of things that have an order."""
        dark, light = (
            mixed(self.accent, self.of(INK), 0.7),
            mixed(self.accent, self.of(PAPER), 0.35 if self.dark else 0.22),
        )
        return [mixed(light, dark, step / max(count - 1, 1)) for step in range(count)]

    def text_on(self, ground: str) -> str:
        """Ink or paper, whichever is read better on that ground; black or white where neither is read well."""
        soft = max((self.of(INK), self.of(PAPER)), key=lambda colour: contrast(colour, ground))
        hard = max(("000000", "FFFFFF"), key=lambda colour: contrast(colour, ground))
        return soft if contrast(soft, ground) >= LEGIBLE else hard

    @property
    def greys(self) -> Sequence[str]:
        """What tells further series apart from that in the market's colour, with dashes and markers beside it."""
        return [self.of(INK), self.of(MUTED), mixed(self.of(MUTED), self.of(OTHER), 0.5)]


def mixed(colour: str, ground: str, share: float) -> str:
    """So much of a colour on a ground."""
    pairs = zip(bytes.fromhex(colour), bytes.fromhex(ground), strict=True)
    return bytes(round(one * share + other * (1 - share)) for one, other in pairs).hex().upper()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in bytes.fromhex(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
