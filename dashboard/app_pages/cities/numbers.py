"""The answer in words and in numbers: where most of them are, and who has most of them for the length of its list."""

from dashboard.app_pages.cities.across import across
from dashboard.app_pages.cities.choice import ALL, Choice
from dashboard.charts.base import FEW
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Findings, KeyFigure, KeyFigures, Note, Section
from dashboard.language import Language
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


def _findings(rows: tuple[CountsRow, ...], choice: Choice, lang: Language) -> list[str]:
    """Who has most, and who for the length of its list; the second says nothing where every site counts."""
    if not rows[0].companies_cities:
        return [lang.t("No site of this choice is in the list of any of these cities.")]
    found = [_longest(rows, lang) if choice.is_open else _most(rows, lang)]
    if choice.is_open:
        found.append(lang.t("Choose a market, sector, theme or topic to see which city its companies prefer."))
    else:
        found.append(_densest(rows, lang))
    if choice.since != ALL:
        found.append(lang.t("Sites whose year of arrival is not known are left out, in the lists as well."))
    return found


def _longest(rows: tuple[CountsRow, ...], lang: Language) -> str:
    """Whose list is the longest, where every site counts."""
    named = _named([row for row in rows if row.place == 1], lang)
    told = {"count": lang.number(rows[0].companies), "total": lang.number(rows[0].companies_cities)}
    return lang.t("Longest list: {cities}, with {count} of {total} sites.", cities=named, **told)


def _most(rows: tuple[CountsRow, ...], lang: Language) -> str:
    first = [row for row in rows if row.place == 1]
    told = {"count": lang.number(first[0].companies), "total": lang.number(rows[0].companies_cities)}
    if len(first) > 1:
        named = _named(first, lang)
        return lang.t("Level with most sites of this choice, {count} of {total} each: {cities}.", cities=named, **told)
    return lang.t("{city} lists most sites of this choice: {count} of {total}.", city=_named(first, lang), **told)


def _densest(rows: tuple[CountsRow, ...], lang: Language) -> str:
    """Who has most of them among all the sites of its list."""
    first = [row for row in rows if row.share_place == 1]
    told = {
        "share": lang.percent(first[0].share, 1),
        "all": lang.percent(rows[0].share_cities, 1),
    }
    named = _named(first, lang)
    text = (
        lang.t("Level for the length of their lists: {cities}, {share} of the sites each.", cities=named, **told)
        if len(first) > 1
        else lang.t(
            "For the length of its list {city} is ahead: {share} of its sites against {all} in all cities together.",
            city=named,
            **told,
        )
    )
    few = lang.t("few cases, read with care")
    return f"{text} ({few})" if any(row.companies < FEW for row in first) else text


def _named(rows: list[CountsRow], lang: Language) -> str:
    return lang.join([lang.name("places", row.city) for row in rows])


def _figures(rows: tuple[CountsRow, ...], choice: Choice, lang: Language) -> list[KeyFigure]:
    """All sites, then those of the first cities."""
    total, some = rows[0].companies_cities, rows[0].cities
    label = lang.n("site of this choice", "sites of this choice", total)
    meta = lang.t("in {some} of {all} cities", some=lang.number(some), all=lang.number(len(rows)))
    figures = [KeyFigure(lang.number(total), label, meta, quantity=Quantity(total))]
    return figures + [_figure(row, choice, lang) for row in rows[:3]]


def _figure(row: CountsRow, choice: Choice, lang: Language) -> KeyFigure:
    """One city's sites; how specialised it is, where something is chosen."""
    meta = lang.t("sites in its list")
    if not choice.is_open:
        share = lang.percent(row.share, 1)
        meta = lang.t("{share} of {count} sites in its list", share=share, count=lang.number(row.in_list))
    if not choice.is_open and row.companies:
        quotient = "× " + lang.number(row.specialisation, 1, fixed=True)
        told = lang.t("location quotient {value}", value=quotient)
        few = lang.t("few cases") if row.companies < FEW else ""
        meta = "; ".join(filter(None, [meta, told, few]))
    return KeyFigure(lang.number(row.companies), lang.name("places", row.city), meta, quantity=Quantity(row.companies))
