"""The page's title, and the figures at the top."""

from dashboard.app_pages.overview.choice import Choice
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Head, KeyFigures, Section
from dashboard.content.published import published_figure
from dashboard.language import Language
from dashboard.questions import overview
from dashboard.warehouse import warehouse


@remembered
def opening(_: Choice, lang: Language) -> Section:
    """Title with the month of the newest fact, and a key figure for each headline."""
    month = lang.month(*warehouse().as_of)
    head = Head(
        lang.t("The world in pocket format"),
        lang.t("{city} and its source markets · as of {month}", city=lang.city, month=month),
    )
    figures = tuple(published_figure(row, lang.text(row.label), lang) for row in overview.headlines())
    parts: tuple[Part, ...] = (head, KeyFigures(figures)) if figures else (head,)
    return Section("opening", parts=parts)
