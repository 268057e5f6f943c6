"""The formats in which a figure, a table or a list is taken along, and a page as a whole."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.content.exhibit import Exhibit
from dashboard.content.sources import Source
from dashboard.content.view import View
from dashboard.drawing import png
from dashboard.export.csv_file import csv_of
from dashboard.export.data_package import zipped
from dashboard.export.picture import WIDTH, picture
from dashboard.export.told import source_line, sources, told
from dashboard.export.workbook import workbook
from dashboard.language import Language
from dashboard.made import Made


class NotMade(LookupError):
    """What is asked for is not there, or cannot be such a file; says what there is."""


@dataclass(frozen=True)
class Format:
    """What kind of file it is, as HTTP says it and in words, and whether only a chart can be one."""

    media_type: str
    words: Callable[[Language], str]
    content: Callable[[View, Exhibit, bool], bytes]
    needs_chart: bool = False

    def suits(self, exhibit: Exhibit) -> bool:
        """Whether the exhibit can be such a file."""
        return exhibit.figure is not None or not self.needs_chart


def fitting(exhibit: Exhibit) -> tuple[str, ...]:
    """The endings of the files that an exhibit can be."""
    return tuple(ending for ending, format in FORMATS.items() if format.suits(exhibit))


def made(view: View, key: str, ending: str, *, dark: bool = False) -> Made:
    """One exhibit of a view as a file; pictures on light or dark paper.

    Raises
    ------
    NotMade
        when the view has no such exhibit, or that cannot be such a file.
    """
    if (exhibit := view.exhibit(key)) is None:
        raise NotMade(f"{view.page.name} shows no {key}; it shows {', '.join(view.exhibits) or 'nothing'}")
    if key not in view.exhibits and ending in FORMATS and FORMATS[ending].needs_chart:
        raise NotMade(f"there is nothing to draw. {view.nothing}".strip())
    if ending not in fitting(exhibit):
        raise NotMade(f"{key} cannot be {ending}; it can be {', '.join(fitting(exhibit))}")
    return Made(f"{view.file(key)}.{ending}", FORMATS[ending].media_type, FORMATS[ending].content(view, exhibit, dark))


def page_workbook(view: View) -> Made:
    """All that the view shows as one workbook."""
    return Made(f"{view.file()}.xlsx", WORKBOOK, workbook(view, list(view.exhibits.values())))


def package(view: View) -> Made:
    """The view as a data package: its tables, and the facts that it shows."""
    return Made(f"{view.file()}.zip", "application/zip", zipped(view))


def _csv(view: View, exhibit: Exhibit, _: bool) -> bytes:
    told_of = [*told(view, exhibit), *((view.lang.t("Source"), _cited(source)) for source in sources(exhibit))]
    return csv_of(exhibit.sheet, view.lang, told_of)


def _cited(source: Source) -> str:
    return ", ".join(filter(None, [source.title, source.publisher, source.url]))


def _workbook(view: View, exhibit: Exhibit, _: bool) -> bytes:
    return workbook(view, [exhibit])


def _svg(view: View, exhibit: Exhibit, dark: bool) -> bytes:
    if exhibit.figure is None:
        raise NotMade(exhibit.key)
    return picture(view, exhibit.figure, source_line(view, exhibit), dark=dark).encode()


def _png(view: View, exhibit: Exhibit, dark: bool) -> bytes:
    return png(_svg(view, exhibit, dark).decode(), WIDTH)


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {
    "csv": Format("text/csv; charset=utf-8", lambda lang: lang.t("table as text"), _csv),
    "xlsx": Format(WORKBOOK, lambda lang: lang.t("workbook with sources"), _workbook),
    "png": Format("image/png", lambda lang: lang.t("picture"), _png, needs_chart=True),
    "svg": Format("image/svg+xml", lambda lang: lang.t("drawing that stays sharp at any size"), _svg, needs_chart=True),
}
