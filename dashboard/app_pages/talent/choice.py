"""What the reader wants to see of people: from which markets, in which region, in which measure."""

from dataclasses import dataclass
from datetime import date

from dashboard.app_pages.talent.measure import Measure, measures
from dashboard.content import offers
from dashboard.content.choice import Chosen, Look, given, many, one
from dashboard.language import Language
from dashboard.questions import talent
from dashboard.settings import settings

ALL = "all"  # of regions: every one; of markets: all countries together
MOST = 6
SUBJECTS = ("residents", "students", "work", "schools")


def regions(_: Chosen, lang: Language) -> dict[str, str]:
    """All regions, or one for which figures about people are published."""
    markets = (*offers.markets({}, lang), ALL)
    found = talent.regions(subjects=SUBJECTS, markets=markets, measure=Measure.ABSOLUTE)
    return {ALL: lang.t("All regions")} | {row.region: lang.name("regions", row.region) for row in found}


@dataclass(frozen=True)
class Choice:
    """A complete choice; `markets` may be empty, `region` is a code or `all`, `today` tells what is still to come."""

    markets: tuple[str, ...] = many(
        lambda lang: lang.t("Source markets"),
        offers.markets,
        default=lambda _, options: offers.core_markets(options)[:MOST],
        most=MOST,
    )
    region: str = one(lambda lang: lang.t("Region"), regions)
    measure: Measure = one(
        lambda lang: lang.t("Measure"), lambda _, lang: measures(lang), look=Look("segments"), typed=Measure
    )
    today: date = given(lambda: settings().current_date())
