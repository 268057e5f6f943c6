"""What the reader weighs: five components, the minimum confidence, markets and sectors; and whose reasons are open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.app_pages.outlook.components import ARRIVALS, COMPANIES, COMPONENTS, GAP, PROJECTS, SIGNALS, Component
from dashboard.content.choice import Chosen, Look, many, one
from dashboard.content.kept import remembered
from dashboard.language import Language
from dashboard.questions import outlook
from dashboard.questions.outlook import LeadersRow, ScoreRow

USUAL = 50
LEAST = 60
SHOWN = 15  # rows of the ranking


def steps(_: Chosen, lang: Language) -> dict[str, str]:
    """What a component can weigh; 0 leaves it out."""
    return {str(n): lang.t("off") if n == 0 else str(n) for n in range(0, 101, 10)}


def weight(component: Component) -> Any:
    """The slider of a component."""
    return one(component.title, steps, default=lambda *_: str(USUAL), look=Look("slider"), typed=int)


def confidences(_: Chosen, lang: Language) -> dict[str, str]:
    """How much of all weight must be known of a market in a sector, in percent."""
    return {str(n): lang.percent(n / 100) for n in range(0, 101, 20)}


def markets(_: Chosen, lang: Language) -> dict[str, str]:
    """The markets that can be ranked, in the order of their list."""
    ranked = {row.market for row in outlook.pairs()}
    return {code: name for code, name in lang.names("markets").items() if code in ranked}


def sectors(_: Chosen, lang: Language) -> dict[str, str]:
    """The sectors that can be ranked, in the order of their list."""
    ranked = {row.sector_id for row in outlook.pairs()}
    return {code: name for code, name in lang.names("sectors").items() if code in ranked}


def pairs(_: Chosen, lang: Language) -> Mapping[str, str]:
    """Nobody's reasons, or those of a market in a sector."""
    return _pairs(lang)


@remembered
def _pairs(lang: Language) -> Mapping[str, str]:
    return {"": lang.t("the ranking")} | {
        pair_code(row.market, row.sector_id): pair_name(row.market, row.sector_id, lang) for row in outlook.pairs()
    }


def pair_code(market: str, sector: str) -> str:
    """A market in a sector as an address holds it: `XX.energy`."""
    return f"{market}.{sector}"


def pair_name(market: str, sector: str, lang: Language) -> str:
    """The same in words."""
    return f"{lang.name('markets', market)} · {lang.name('sectors', sector)}"


@dataclass(frozen=True)
class Choice:
    """Weights 0..100, `least` confidence in percent, codes; `of`: a market in a sector (see pair_code) or empty."""

    projects: int = weight(PROJECTS)
    companies: int = weight(COMPANIES)
    arrivals: int = weight(ARRIVALS)
    signals: int = weight(SIGNALS)
    gap: int = weight(GAP)
    markets: tuple[str, ...] = many(
        lambda lang: lang.t("Source markets"), markets, look=Look(empty=lambda lang: lang.t("all"))
    )
    sectors: tuple[str, ...] = many(
        lambda lang: lang.t("Sectors"), sectors, look=Look(empty=lambda lang: lang.t("all"))
    )
    least: int = one(
        lambda lang: lang.t("Minimum confidence"),
        confidences,
        default=lambda *_: str(LEAST),
        look=Look("slider"),
        typed=int,
    )
    of: str = one(lambda lang: lang.t("Reasons"), pairs, aside=True)

    @property
    def weights(self) -> tuple[int, ...]:
        """In the order of COMPONENTS."""
        return tuple(getattr(self, component.code) for component in COMPONENTS)

    def scores(self) -> tuple[ScoreRow, ...]:
        """All scores of the chosen markets and sectors, highest first; ranks are those among all."""
        rows = outlook.score(weights=self.weights, least=self.least / 100)
        return tuple(
            row
            for row in rows
            if (not self.markets or row.market in self.markets) and (not self.sectors or row.sector_id in self.sectors)
        )

    def leaders(self) -> tuple[LeadersRow, ...]:
        """The highest of them, sectors of a market that share a rank in one row."""
        return outlook.leaders(
            weights=self.weights, least=self.least / 100, markets=self.markets, sectors=self.sectors, rows=SHOWN
        )
