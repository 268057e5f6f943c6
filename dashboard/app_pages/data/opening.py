"""The page's title, and how much there is."""

from dashboard.app_pages.data.checks import results
from dashboard.app_pages.data.choice import Choice
from dashboard.content.kept import remembered
from dashboard.content.parts import Head, KeyFigure, KeyFigures, Section
from dashboard.language import Language
from dashboard.questions import data
from dashboard.values import Quantity
from dashboard.warehouse import warehouse


@remembered
def opening(_: Choice, lang: Language) -> Section:
    """Title, and the facts, their sources, disagreements and checks in numbers."""
    head = Head(lang.t("Data"), lang.t("What we know, how old it is, and who says so"))
    [found] = data.summary()
    month, faultless = lang.month(*warehouse().as_of), [rows.empty for rows in results().values()]
    version = lang.t("version {version}", version=warehouse().package.raw["version"])
    figures = (
        _figure(found.facts, lang.t("facts"), lang.t("each with its source, as of {month}", month=month), lang),
        _figure(found.sources, lang.t("sources that facts name"), _secondhand(found, lang), lang),
        _figure(found.conflicts, lang.t("values with several sources that differ"), lang.t("shown as a range"), lang),
        _figure(sum(faultless), lang.t("of {count} checks passed", count=len(faultless)), version, lang),
    )
    return Section("opening", parts=(head, KeyFigures(figures)))


def _figure(number: int, label: str, meta: str, lang: Language) -> KeyFigure:
    return KeyFigure(lang.number(number), label, meta, quantity=Quantity(number))


def _secondhand(found: data.SummaryRow, lang: Language) -> str:
    """How many there are on the list; how many of those named are none at first hand, and how many are gone."""
    listed = lang.t("of {count} on the list", count=lang.number(found.listed))
    tertiary = lang.n("{count} mirror, wiki or forum", "{count} mirrors, wikis and forums", found.tertiary)
    return " · ".join(
        [listed, tertiary, *([lang.t("{count} no longer found", count=found.gone)] if found.gone else [])]
    )
