"""`pocket export`: what a page shows as a file, as a schedule or a script wants it.

Ends with 0 when the file is written, with 1 when that could not be done, with 2 when something else was asked for than
there is; the reason stands on the error output.
"""

from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from dashboard.app_pages import KNOWN, pages_there
from dashboard.commands import FAILURES, fail, use
from dashboard.commands.shown import Unknown, view_of
from dashboard.commands.writing import ending, save
from dashboard.content.view import View
from dashboard.export.formats import NotMade, made, package, page_workbook
from dashboard.export.workbook import TooLong
from dashboard.language import Complete
from dashboard.made import Made
from dashboard.settings import settings

WHOLE = {"xlsx": page_workbook, "zip": package}  # what a page as a whole can be
Ending = Literal["csv", "xlsx", "png", "svg", "zip"]
ENDINGS: tuple[Ending, ...] = get_args(Ending)


def export(
    page: Annotated[str, typer.Argument(help=f"one of {', '.join(KNOWN)}")],
    kind: Annotated[
        Ending | None, typer.Option("--format", help="of the page xlsx or zip; default: as -o ends")
    ] = None,
    figure: Annotated[str | None, typer.Option(help="key of a figure, table or list; without it, the page")] = None,
    param: Annotated[list[str] | None, typer.Option(help="key=value, as in the page's address; several: again")] = None,
    lang: Annotated[Complete | None, typer.Option(help="language of the file (default: POCKET_LANG)")] = None,
    dark: Annotated[bool, typer.Option(help="pictures on dark paper")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="file (default: by what it is), or -")] = None,
    data: Annotated[Path | None, typer.Option(help="data folder (default: the shipped facts)")] = None,
) -> None:
    """Write a figure, a table, a list or a whole page as a file."""
    use(data)
    if page not in (pages := pages_there()):
        raise fail(f"There is no page {page}; pages are {', '.join(pages)}.", 2)
    try:
        shown = view_of(pages[page], param or [], lang or settings().lang)
        if not (format := ending(output, ENDINGS, kind or "")):
            raise Unknown(f"Name a format: --format, or as the ending of -o. There are: {', '.join(ENDINGS)}.")
        file = made(shown, figure, format, dark=dark) if figure else _whole(shown, format)
        save(file, output, shown.version)
    except (NotMade, Unknown) as error:
        raise fail(error, 2) from None
    except (TooLong, *FAILURES) as error:
        raise fail(error) from None


def _whole(shown: View, format: str) -> Made:
    if format not in WHOLE:
        raise NotMade(f"A whole page can be {', '.join(WHOLE)}; --figure names one of {', '.join(shown.exhibits)}")
    return WHOLE[format](shown)
