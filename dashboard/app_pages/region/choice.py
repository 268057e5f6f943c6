"""What the reader can choose of the region: whose companies, what the map shows, a year, between which towns."""

from dataclasses import dataclass
from operator import itemgetter
from typing import TypedDict

from dashboard.app_pages.region.kinds import KINDS
from dashboard.content import offers
from dashboard.content.choice import Chosen, Look, many, one
from dashboard.language import Language
from dashboard.questions import region
from dashboard.settings import settings

ANY = Look(empty=lambda lang: lang.t("all"))
ANY_TOWN = Look(empty=lambda lang: lang.t("any town"))


class Whose(TypedDict):
    """The parameters that the questions of the region share."""

    markets: tuple[str, ...]
    sectors: tuple[str, ...]
    roles: tuple[str, ...]
    year: int | None


def kinds(_: Chosen, lang: Language) -> dict[str, str]:
    """The kinds of map."""
    return {code: kind.title(lang) for code, kind in KINDS.items()}


def years(_: Chosen, lang: Language) -> dict[str, str]:
    """Every year of which there is something to see; the last one is today."""
    span = region.years(today=settings().current_date())[0]
    past = [str(year) for year in range(span.first_year, span.last_year)]
    return dict(zip(past, past, strict=True)) | {str(span.last_year): lang.t("today")}


def year_of(code: str) -> int | None:
    """The year; None is today, when stays whose beginning nobody knows count too."""
    return None if int(code) == settings().current_date().year else int(code)


def origins(_: Chosen, lang: Language) -> dict[str, str]:
    """The towns from which a company moved."""
    return _towns({move.from_city for move in _moves()}, lang)


def targets(_: Chosen, lang: Language) -> dict[str, str]:
    """The towns to which a company moved."""
    return _towns({move.to_city for move in _moves()}, lang)


def _moves() -> tuple[region.MovesRow, ...]:
    return region.moves(markets=(), sectors=(), roles=(), year=None, origins=(), targets=())


def _towns(codes: set[str], lang: Language) -> dict[str, str]:
    return dict(sorted(((code, lang.name("places", code)) for code in codes), key=itemgetter(1)))


@dataclass(frozen=True)
class Choice:
    """Codes of a complete choice; none of a kind means all, no town any, `year` None means today."""

    markets: tuple[str, ...] = many(lambda lang: lang.t("Source market"), offers.listed_markets, key="market", look=ANY)
    sectors: tuple[str, ...] = many(
        lambda lang: lang.t("Sector"), lambda _, lang: lang.names("sectors"), key="sector", look=ANY
    )
    roles: tuple[str, ...] = many(
        lambda lang: lang.t("Role"), lambda _, lang: lang.labels("companies", "role"), key="role", look=ANY
    )
    show: str = one(lambda lang: lang.t("Map shows"), kinds, look=Look("segments", quiet=True))
    year: int | None = one(
        lambda lang: lang.t("Year"),
        years,
        default=lambda _, options: list(options)[-1],
        typed=year_of,
        look=Look("slider"),
    )
    origins: tuple[str, ...] = many(lambda lang: lang.t("From"), origins, key="from", look=ANY_TOWN)
    targets: tuple[str, ...] = many(lambda lang: lang.t("To"), targets, key="to", look=ANY_TOWN)

    @property
    def whose(self) -> Whose:
        """Which companies count, and in which year."""
        return {"markets": self.markets, "sectors": self.sectors, "roles": self.roles, "year": self.year}

    def moves(self) -> tuple[region.MovesRow, ...]:
        """The relocations that are chosen, newest first."""
        return region.moves(**self.whose, origins=self.origins, targets=self.targets)
