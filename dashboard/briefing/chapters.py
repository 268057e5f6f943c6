"""Which pages have a briefing, and which of their sections are in it, in the order in which a reader wants them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.app_pages import PAGES
from dashboard.app_pages.outlook.choice import pair_code
from dashboard.briefing.brief import LONGEST, Brief, Chapter, counted
from dashboard.briefing.unknown import unknown
from dashboard.content.choice import read
from dashboard.content.desk import Desk
from dashboard.content.own_file import OwnFile
from dashboard.content.page import Aside
from dashboard.content.parts import Control, Entries, Note, Section, flat
from dashboard.content.view import View, view
from dashboard.language import Language
from dashboard.values import Market


class NoBriefing(ValueError):
    """There is no briefing of that page, or no chapter of that name in it; says what there is."""


@dataclass(frozen=True)
class Plan:
    """A chapter to be made: its key and title, and what makes its sections of a view."""

    key: str
    title: Callable[[Language], str]
    make: Callable[[View], Sequence[Section]]


def _of(*keys: str) -> Callable[[View], list[Section]]:
    """The sections of the view's own page with these keys."""
    return lambda view: [section for section in view.sections if section.key in keys]


def _desk(view: View) -> list[Section]:
    """Who looks after the market."""
    found = tuple(part for section in view.sections for part in flat(section.parts) if isinstance(part, Desk))
    return [Section("desk", view.lang.t("Your desk"), parts=found)] if found else []


def _outlook(view: View) -> list[Section]:
    """The market's highest scores, and the reasons of the first."""
    [market] = _markets(view)
    page, lang = PAGES["outlook"], view.lang
    asked = {"markets": [market]}
    choice = read(page.choice, asked, lang).choice
    if market not in choice.markets or not (rows := choice.leaders()):
        return []
    pair = pair_code(rows[0].market, rows[0].sector_id)
    aside = page.asides["of"](read(page.choice, {**asked, "of": [pair]}, lang).choice, lang)
    reasons = aside.parts if isinstance(aside, Aside) else ()
    title = lang.t("Reasons: {pair}", pair=aside.title) if isinstance(aside, Aside) else ""
    ranking = [section for section in page.made(choice, lang) if section.key == "ranking"]
    return [*ranking, Section("reasons", title, parts=reasons)]


def _unknown(view: View) -> list[Section]:
    missing = [section.missing for section in view.sections if section.missing]
    return [unknown(_markets(view), missing, view.lang)]


def _markets(view: View) -> tuple[str, ...]:
    """The markets that the view is about; none: all."""
    choice = view.reading.choice
    one = getattr(choice, "market", "")
    return (one,) if isinstance(one, Market) else tuple(getattr(choice, "markets", ()))


UNKNOWN = Plan("unknown", lambda lang: lang.t("What we don’t know"), _unknown)
PLANS: Mapping[str, tuple[Plan, ...]] = {
    "market": (
        Plan("figures", lambda lang: lang.t("Key figures"), _of("figures")),
        Plan("trend", lambda lang: lang.t("How many companies"), _of("counts")),
        Plan("sectors", lambda lang: lang.t("Sectors and how they shift"), _of("sectors")),
        Plan("newest", lambda lang: lang.t("Newest arrivals and expansions"), _of("news", "milestones")),
        Plan("relations", lambda lang: lang.t("Relations and coming dates"), _of("network")),
        Plan("occasions", lambda lang: lang.t("Occasions"), _of("occasions")),
        Plan("talent", lambda lang: lang.t("Talent"), _of("people")),
        Plan("trade", lambda lang: lang.t("Trade and investment"), _of("trade")),
        Plan("outlook", lambda lang: lang.t("Outlook"), _outlook),
        Plan("desk", lambda lang: lang.t("Your desk"), _desk),
        UNKNOWN,
    ),
    "compare": (
        Plan("compared", lambda lang: lang.t("Compared"), _of("compared")),
        Plan("scorecard", lambda lang: lang.t("Scorecard"), _of("scorecard")),
        Plan("sectors", lambda lang: lang.t("Sectors"), _of("sectors")),
        UNKNOWN,
    ),
    "sectors": (
        Plan("matrix", lambda lang: lang.t("Who works in which sector"), _of("matrix")),
        Plan("shift", lambda lang: lang.t("What came when"), _of("shift")),
        UNKNOWN,
    ),
    "outlook": (
        Plan("ranking", lambda lang: lang.t("The highest scores"), _of("ranking", "stability")),
        Plan("matrix", lambda lang: lang.t("All scores"), _of("matrix")),
        Plan("everywhere", lambda lang: lang.t("Signals for all markets"), _of("everywhere")),
        Plan("formula", lambda lang: lang.t("How it is computed"), _of("formula")),
        UNKNOWN,
    ),
}


def brief(
    page: str, asked: Mapping[str, Sequence[str]], lang: Language, *, chapters: Sequence[str] = (), note: str = ""
) -> Brief:
    """The briefing on what an address of the page asks for; `chapters`: keys of those wanted (none: all).

    Chapters that have nothing to say are left out; what the page misses is said in the last one.

    Raises
    ------
    NoBriefing
        when the page has none, or no such chapter.
    """
    plans = planned(page)
    if strange := [key for key in chapters if key not in {plan.key for plan in plans}]:
        known = ", ".join(plan.key for plan in plans)
        raise NoBriefing(f"There is no chapter {', '.join(strange)} in the briefing of {page}; there are: {known}.")
    shown = view(PAGES[page], asked, lang)
    made = [_chapter(plan, shown) for plan in plans if not chapters or plan.key in chapters]
    return Brief(shown, tuple(one for one in made if one.sections), note.strip()[:LONGEST])


def planned(page: str) -> tuple[Plan, ...]:
    """What can be in the briefing of a page. Raises NoBriefing when it has none."""
    if page not in PLANS:
        raise NoBriefing(f"There is no briefing of {page}; there is one of: {', '.join(PLANS)}.")
    return PLANS[page]


def _chapter(plan: Plan, view: View) -> Chapter:
    said = [section for section in plan.make(view) if any(not isinstance(part, Note) for part in section.parts)]
    return Chapter(plan.key, plan.title(view.lang), tuple(_shortened(section, view.lang) for section in said))


def _shortened(section: Section, lang: Language) -> Section:
    """The section without what nobody can choose on paper, its lists as long as they stand on the page."""
    kept = [part for part in flat(section.parts) if not isinstance(part, Control | OwnFile)]
    return replace(section, parts=tuple(_first(part, lang) if isinstance(part, Entries) else part for part in kept))


def _first(part: Entries, lang: Language) -> Entries:
    """The entries that stand on the page, and how many there are."""
    if len(part.found) <= part.shown:
        return part
    count = len(part.found)
    subtitle = " · ".join(filter(None, [part.subtitle, counted(part.shown, count, lang)]))
    return replace(part, found=part.found[: part.shown], subtitle=subtitle, of=count)
