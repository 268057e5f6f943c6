"""What the reader can choose of sectors: a theme to look through, markets side by side, a measure, whose arrivals."""

from dataclasses import dataclass

from dashboard.content import offers
from dashboard.content.choice import Chosen, Look, many, one
from dashboard.language import Language
from dashboard.questions import sectors
from dashboard.warehouse import warehouse

ALL = "all"
MOST = 12
COLUMNS = 9  # markets shown at first: the core ones and the next largest


def themes(_: Chosen, lang: Language) -> dict[str, str]:
    """The lenses: all sectors, or a focus theme."""
    return {ALL: lang.t("All sectors")} | {row.theme_id: lang.name("themes", row.theme_id) for row in sectors.themes()}


def measures(_: Chosen, lang: Language) -> dict[str, str]:
    """The measures of the table."""
    return {
        "count": lang.t("Companies"),
        "share": lang.t("Share of the market"),
        "specialisation": lang.t("Specialisation"),
    }


def whose(chosen: Chosen, lang: Language) -> dict[str, str]:
    """Whose arrivals: those of all markets, or of one."""
    return {ALL: lang.t("All markets")} | offers.listed_markets(chosen, lang)


def _first(chosen: Chosen) -> str:
    """Whose arrivals are shown at first: those of the one market chosen, else the city's choice."""
    markets: tuple[str, ...] = chosen["markets"]
    return markets[0] if len(markets) == 1 else warehouse().city.first.arrivals


@dataclass(frozen=True)
class Choice:
    """Codes of a complete choice; `theme` and `arrivals` may be `all`."""

    theme: str = one(lambda lang: lang.t("Focus theme"), themes, look=Look("segments"))
    markets: tuple[str, ...] = many(
        lambda lang: lang.t("Source markets"),
        offers.listed_markets,
        default=lambda _, options: list(options)[:COLUMNS],
        most=MOST,
    )
    measure: str = one(lambda lang: lang.t("Measure"), measures, look=Look("segments", quiet=True))
    arrivals: str = one(
        lambda lang: lang.t("Market"),
        whose,
        default=lambda chosen, options: offers.first_of(options, _first(chosen)),
    )

    @property
    def lens(self) -> str | None:
        """The focus theme, None where all companies count."""
        return None if self.theme == ALL else self.theme
