"""Residents, students, work over time: a panel for each definition and region; what is not drawn, in words."""

from dataclasses import dataclass

from dashboard.app_pages.talent.charts.panels import market_panels
from dashboard.app_pages.talent.choice import ALL, Choice
from dashboard.app_pages.talent.measure import Measure, measures, shown
from dashboard.app_pages.talent.series import Rows, by_definition, definitions
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Definitions, Folded, Nothing, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.questions import talent

SHOWN = 6  # panels of one figure; further definitions are listed below it


@dataclass(frozen=True)
class Subject:
    """How a subject (its code is one of SUBJECTS) is told of, in the reader's language.

    `what` is the subject in a sentence; `others` is the title of the figure with its definitions. A subject with a
    `leading` title has a figure of its own for its leading definition. `key` begins the figures' keys; `total` adds all
    countries together.
    """

    code: str
    key: str
    what: str
    others: str
    leading: str = ""
    total: bool = False


@remembered
def residents(choice: Choice, lang: Language) -> Section:
    """Who lives here."""
    subject = Subject(
        "residents",
        "talent-residents",
        lang.t("residents"),
        lang.t("Residents by other counts"),
        leading=lang.t("Residents by nationality"),
    )
    text = lang.t("Region by region; then every other count, each by itself.")
    return _section(subject, lang.t("Residents"), text, choice, lang)


@remembered
def students(choice: Choice, lang: Language) -> Section:
    """Who studies and goes to school here."""
    subject = Subject(
        "students",
        "talent-students",
        lang.t("students and pupils"),
        lang.t("Students and pupils by other counts"),
        leading=lang.t("Students by nationality"),
    )
    text = lang.t("Who studies, who starts to, and who goes to school here.")
    return _section(subject, lang.t("Students and pupils"), text, choice, lang)


@remembered
def work(choice: Choice, lang: Language) -> Section:
    """Who works here."""
    subject = Subject(
        "work",
        "talent-work",
        lang.t("skilled workers and EU Blue Cards"),
        lang.t("Employees and EU Blue Cards"),
        total=True,
    )
    text = lang.t("Who works here, and who holds an EU Blue Card; all countries together for comparison.")
    return _section(subject, lang.t("Skilled workers and EU Blue Cards"), text, choice, lang)


def _section(subject: Subject, title: str, text: str, choice: Choice, lang: Language) -> Section:
    """The subject as a section; without a market nothing, which the page's beginning says."""
    if not choice.markets:
        return Section(subject.code)
    return Section(subject.code, title, text, told(subject, choice, lang))


def told(subject: Subject, choice: Choice, lang: Language) -> tuple[Part, ...]:
    """The figure of the leading definition, the one of all others, and behind a click every value with its source."""
    rows = talent.series(
        subjects=(subject.code,),
        markets=_markets(subject, choice),
        region=choice.region,
        measure=choice.measure,
    )
    if not rows:
        return (Nothing(_nothing(subject, choice, lang)),)
    leading, others, rest = split(rows, leads=bool(subject.leading))
    titled = ((f"{subject.key}-1", subject.leading, leading), (f"{subject.key}-2", subject.others, others))
    figures = [_panels(key, title, lines, choice.measure, lang) for key, title, lines in titled if lines]
    lists = tuple(_lists((*leading, *others), rest, choice.measure, lang))
    return (*figures, Folded(lang.t("Further values, definitions and sources"), lists)) if figures else lists


def _markets(subject: Subject, choice: Choice) -> tuple[str, ...]:
    return (*choice.markets, ALL) if subject.total else choice.markets


def split(rows: Rows, *, leads: bool) -> tuple[Rows, Rows, Rows]:
    """The rows of the leading definition (if it `leads`), those of the others that are drawn, those that are listed."""
    drawable = [own for own in by_definition(rows) if own[0].drawable]
    leading = [own for own in drawable if leads and own[0].is_main]
    others = [own for own in drawable if own not in leading][:SHOWN]
    drawn = {own[0].position for own in (*leading, *others)}
    rest = tuple(row for row in rows if row.position not in drawn)
    return tuple(row for own in leading for row in own), tuple(row for own in others for row in own), rest


def _panels(key: str, title: str, rows: Rows, measure: Measure, lang: Language) -> Figure:
    """The panels of some definitions."""
    indicators = dict.fromkeys(row.indicator_id for row in rows)
    return Figure(
        key,
        market_panels(rows, measure, lang),
        _caption(title, rows, measure, lang),
        tuple(rows),
        sources_of(rows, counted=lang.t("≈ about, > more than, < fewer than")),
        definitions=tuple(lang.describe("indicator_types", indicator) for indicator in indicators),
        plotted=Plotted(Form.LINES, x=("year",), y=("shown",), by=("market",), panels=("indicator_id", "region")),
    )


def _caption(title: str, rows: Rows, measure: Measure, lang: Language) -> Caption:
    newest = next(row for row in rows if row.is_latest)
    years = [row.year for row in rows]
    return Caption(
        title,
        lang.t(
            "{measure}; each panel is one definition and region on a scale of its own, from zero; {first}–{last}",
            measure=measures(lang)[measure],
            first=min(years),
            last=max(years),
        ),
        lang.n(
            "{count} panel; {name}, {region}: {market} {value} in {year}.",
            "{count} panels; {name}, {region}: {market} {value} in {year}.",
            len(list(by_definition(rows))),
            name=lang.name("indicator_types", newest.indicator_id),
            region=lang.name("regions", newest.region),
            market=lang.name("markets", newest.market),
            value=shown(newest, measure, lang),
            year=newest.year,
        ),
    )


def _lists(drawn: Rows, rest: Rows, measure: Measure, lang: Language) -> list[Part]:
    """What is not drawn, and what the lines that are drawn count, with every value."""
    found: list[Part] = []
    if rest:
        title, subtitle = lang.t("Also published"), lang.t("Single figures, shares and shorter series")
        found.append(Definitions(title, subtitle, definitions(rest, measure, lang)))
    if drawn:
        title, subtitle = lang.t("What the lines count"), lang.t("Every value with its source")
        found.append(Definitions(title, subtitle, definitions(drawn, measure, lang, explained=True)))
    return found


def _nothing(subject: Subject, choice: Choice, lang: Language) -> str:
    """Why a subject has no figure, and where there are some."""
    found = talent.regions(subjects=(subject.code,), markets=_markets(subject, choice), measure=choice.measure)
    if found and choice.region != ALL:
        regions = lang.join([lang.name("regions", row.region) for row in found])
        return lang.t(
            "Nothing is on record here about: {what}. There are figures for: {regions}.",
            what=subject.what,
            regions=regions,
        )
    if choice.measure is not Measure.ABSOLUTE:
        return lang.t("In this measure nothing can be said about: {what}. Try absolute numbers.", what=subject.what)
    return lang.t("For the chosen markets nothing is on record about: {what}.", what=subject.what)
