"""The page's title and filters, and the key figures of what is chosen."""

from dashboard.app_pages.relations.choice import Choice
from dashboard.app_pages.relations.words import day_of
from dashboard.content.controls import Controls
from dashboard.content.kept import remembered
from dashboard.content.parts import Head, KeyFigure, KeyFigures, Section
from dashboard.language import Language
from dashboard.questions import relations
from dashboard.questions.relations import InstitutionsRow, ProjectsRow, SummaryRow
from dashboard.values import Quantity

MONTHS = 18  # the calendar reaches this far ahead


@remembered
def opening(_: Choice, lang: Language) -> Section:
    """Title and filters."""
    head = Head(
        lang.t("Relations"), lang.t("Dates, institutions and projects that join the city with its source markets")
    )
    return Section("opening", parts=(head, Controls(("markets", "kinds", "theme", ("first", "last")))))


@remembered
def numbers(choice: Choice, lang: Language) -> Section:
    """Dates coming and past, institutions of all kinds, projects."""
    dates = relations.summary(months=MONTHS, **choice.events)[0]
    institutions = relations.institutions(markets=choice.markets, kinds=(), first=choice.first, last=choice.last)
    projects = relations.projects(markets=choice.markets, theme=choice.lens)
    figures = [_past(dates, choice, lang)]
    figures += [_institutions(row, lang) for row in institutions[:1]]
    figures += [_projects(row, lang) for row in projects[:1]]
    figures.insert(0 if dates.coming_soon else len(figures), _coming(dates, choice, lang))  # no page opens with a 0
    return Section("numbers", parts=(KeyFigures(tuple(figures)),))


def nearest(choice: Choice, when: str, lang: Language) -> str:
    """`ProWein, 15. März 2026`: the soonest coming (`next`) or newest past (`last`) event; empty if there is none."""
    rows = [row for row in relations.nearest(**choice.events) if row.when_code == when]
    return "".join(f"{lang.text(row.title)}, {day_of(row, lang)}" for row in rows)


def _figure(number: int, label: str, meta: str, lang: Language) -> KeyFigure:
    return KeyFigure(lang.number(number), label, meta, quantity=Quantity(number))


def _coming(dates: SummaryRow, choice: Choice, lang: Language) -> KeyFigure:
    soon, ahead = dates.coming_soon, nearest(choice, "next", lang)
    label = lang.n("date in the coming {months} months", "dates in the coming {months} months", soon, months=MONTHS)
    meta = lang.t("next: {event}", event=ahead) if ahead else lang.t("none on record after that either")
    return _figure(soon, label, meta, lang)


def _past(dates: SummaryRow, choice: Choice, lang: Language) -> KeyFigure:
    parts = [f"{dates.first_year}–{dates.last_year}"] if dates.past else []
    if dates.past_for_all:
        count = lang.number(dates.past_for_all)
        more = lang.t("{count} more for all countries", count=count)
        parts.append(more if choice.markets else lang.t("{count} of them for all countries", count=count))
    label = lang.n("past date on record", "past dates on record", dates.past)
    return _figure(dates.past, label, "; ".join(parts), lang)


def _institutions(row: InstitutionsRow, lang: Language) -> KeyFigure:
    label = lang.n("institution with a known year", "institutions with a known year", row.dated)
    meta = lang.t("{count} more without; the city’s desks count", count=lang.number(row.undated))
    return _figure(row.dated, label, meta, lang)


def _projects(row: ProjectsRow, lang: Language) -> KeyFigure:
    label = lang.n("project of several countries", "projects of several countries", row.projects)
    meta = lang.t(
        "{project}: {partners} partners from {countries} countries",
        project=lang.text(row.name),
        partners=lang.number(row.partners),
        countries=lang.number(row.countries),
    )
    return _figure(row.projects, label, meta, lang)
