"""The answer in words and in numbers: where most of them are, and who has most of them for the length of its list."""

from dashboard.app_pages.cities.across import across
from dashboard.app_pages.cities.choice import ALL, Choice
from dashboard.app_pages.cities.kept import Rows, comparable, compared, is_few, number, told_of_others, why_not
from dashboard.charts.base import FEW
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Findings, KeyFigure, KeyFigures, Note, Section
from dashboard.language import NOTHING, Language
from dashboard.questions import cities
from dashboard.questions.cities import CountsRow
from dashboard.values import Quantity


@across
@remembered
def numbers(choice: Choice, lang: Language) -> Section:
    """Findings, key figures, and how to read them."""
    rows = cities.counts(**choice.asked)
    parts: list[Part] = [Findings(tuple(_findings(rows, choice, lang)))]
    if rows[0].companies_cities:
        parts.append(KeyFigures(tuple(_figures(rows, choice, lang))))
    parts.append(Note(_read_with_care(lang), label=lang.t("Read with care")))
    return Section("numbers", parts=tuple(parts))


def _read_with_care(lang: Language) -> str:
    return lang.t(
        "Each city’s list is a documented sample, and they are not equally deep: counts compare lists, not cities. "
        "Shares of the lists are safer; below stands how deep each list is."
    )


def _findings(rows: Rows, choice: Choice, lang: Language) -> list[str]:
    """Who has most, and who for the length of its list; the second says nothing where every site counts."""
    return [*_answers(compared(rows), choice, lang), *told_of_others(rows, lang)]


def _answers(rows: Rows, choice: Choice, lang: Language) -> list[str]:
    """What is to be said of the cities that are compared; nothing where there is none."""
    if not rows:
        return []
    if not any(map(number, rows)):
        return [lang.t("No site of this choice is in the list of any of these cities.")]
    if choice.is_open:
        found = [_longest(rows, lang)]
        found.append(lang.t("Choose a market, sector, theme or topic to see which city its companies prefer."))
    else:
        found = [_most(rows, lang), *_densest(rows, lang)]
    if choice.since != ALL:
        found.append(lang.t("Sites whose year of arrival is not known are left out, in the lists as well."))
    return found


def _longest(rows: Rows, lang: Language) -> str:
    """Whose list is the longest, where every site counts."""
    named = _named([row for row in rows if row.rank == 1], lang)
    told = {"count": lang.number(number(rows[0])), "total": lang.number(rows[0].companies_cities)}
    return lang.t("Longest list: {cities}, with {count} of {total} sites.", cities=named, **told)


def _most(rows: Rows, lang: Language) -> str:
    """Who has most sites of the choice; that it has all is another sentence."""
    first = [row for row in rows if row.rank == 1]
    count, total, named = number(first[0]), rows[0].companies_cities, _named(first, lang)
    if count == total == 1:
        return lang.t("The only site of this choice is in the list of {city}.", city=named)
    told = {"count": lang.number(count), "total": lang.number(total)}
    if count == total:
        return lang.t("All {count} sites of this choice are in the list of {city}.", city=named, count=told["count"])
    if len(first) > 1:
        return lang.t("Level with most sites of this choice, {count} of {total} each: {cities}.", cities=named, **told)
    return lang.t("The list of {city} has the most sites of this choice: {count} of {total}.", city=named, **told)


def _densest(rows: Rows, lang: Language) -> list[str]:
    """Who has most of them among all the sites of its list; cities with few of them are not ranked by that."""
    few = [row for row in rows if is_few(row)]
    if len(rows) < 2:  # the others do not keep what is chosen, which is said
        return []
    if not comparable(rows):
        named = _named(few, lang)
        return [lang.t("Too few to compare shares, fewer than {few} such sites: {cities}.", few=FEW, cities=named)]
    text = _ahead([row for row in rows if not is_few(row)], lang)
    if not few:
        return [text]
    out = lang.t("Not ranked, with fewer than {few} such sites: {cities}.", few=FEW, cities=_named(few, lang))
    return [f"{text} {out}"]


def _ahead(ranked: list[CountsRow], lang: Language) -> str:
    """Who is ahead by share, or who is level."""
    first = [row for row in ranked if row.share == max(one.share or 0 for one in ranked)]
    named, share = _named(first, lang), lang.percent(first[0].share, 1)
    if len(first) > 1:
        told = {"cities": named, "share": share}
        return lang.t("Level for the length of their lists: {cities}, {share} of the sites each.", **told)
    others = lang.percent(first[0].share_others, 1)
    return lang.t(
        "For the length of its list {city} is ahead: {share} of its sites, against {others} in the other cities.",
        city=named,
        share=share,
        others=others,
    )


def _named(rows: list[CountsRow], lang: Language) -> str:
    return lang.join([lang.name("places", row.list_city) for row in rows])


def _figures(rows: Rows, choice: Choice, lang: Language) -> list[KeyFigure]:
    """All sites, then those of the first cities."""
    total, some = rows[0].companies_cities, rows[0].cities
    label = lang.n("site of this choice", "sites of this choice", total)
    meta = lang.t("in {some} of {all} cities", some=lang.number(some), all=lang.number(len(rows)))
    figures = [KeyFigure(lang.number(total), label, meta, quantity=Quantity(total))]
    return figures + [_figure(row, choice, lang, quotient=comparable(rows)) for row in rows[:3]]


def _figure(row: CountsRow, choice: Choice, lang: Language, *, quotient: bool) -> KeyFigure:
    """One city's sites; how specialised it is, where something is chosen."""
    label, count = lang.t("list of {city}", city=lang.name("places", row.list_city)), number(row)
    if row.lacks:
        return KeyFigure(NOTHING, label, why_not(row, lang))
    return KeyFigure(
        lang.number(count), label, _of_list(row, choice, lang, quotient=quotient), quantity=Quantity(count)
    )


def _of_list(row: CountsRow, choice: Choice, lang: Language, *, quotient: bool) -> str:
    """How many that is of its list; share and quotient only where they rest on more than a few."""
    if choice.is_open:
        return lang.t("sites in its list")
    count = lang.number(row.in_list)
    if is_few(row):
        return lang.t("of {count} sites in its list", count=count)
    share = lang.t("{share} of {count} sites in its list", share=lang.percent(row.share, 1), count=count)
    times = "× " + lang.number(row.specialisation, 1, fixed=True)
    return f"{share}; " + lang.t("location quotient {value}", value=times) if quotient else share
