"""`pocket export`: what a page shows as a file, as a schedule or a script wants it.

Ends with 0 when the file is written, with 1 when that could not be done, with 2 when something else was asked for than
there is; the reason stands on the error output.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from dashboard.app_pages import PAGES
from dashboard.commands import fail
from dashboard.content.choice import fields
from dashboard.content.page import AnyPage
from dashboard.content.view import View, view
from dashboard.export.formats import NotMade, made, package, page_workbook
from dashboard.export.workbook import TooLong
from dashboard.language import Complete
from dashboard.made import Made
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import BuildError, warehouse
from dashboard.warehouse.store import Unpublishable

WHOLE = {"xlsx": page_workbook, "zip": package}  # what a page as a whole can be
Ending = Literal["csv", "xlsx", "png", "svg", "zip"]


def export(
    page: Annotated[str, typer.Argument(help=f"one of {', '.join(PAGES)}")],
    ending: Annotated[Ending, typer.Option("--format", help="xlsx or zip of the whole page, or a figure's format")],
    figure: Annotated[str | None, typer.Option(help="key of a figure, table or list; without it, the page")] = None,
    param: Annotated[list[str] | None, typer.Option(help="key=value, as in the page's address; several: again")] = None,
    lang: Annotated[Complete | None, typer.Option(help="language of the file (default: POCKET_LANG)")] = None,
    dark: Annotated[bool, typer.Option(help="pictures on dark paper")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="file to write, if not one named by what it is")
    ] = None,
    data: Annotated[Path | None, typer.Option(help="data folder (default: the shipped facts)")] = None,
) -> None:
    """Write a figure, a table, a list or a whole page as a file."""
    if page not in PAGES:
        raise fail(f"There is no page {page}; pages are {', '.join(PAGES)}.", 2)
    if data:
        os.environ["POCKET_DATA"] = str(data.resolve())
        settings.cache_clear()
        warehouse.cache_clear()
    try:
        shown = _view(PAGES[page], param or [], lang or settings().lang)
        file = made(shown, figure, ending, dark=dark) if figure else _whole(shown, ending)
        target = output or Path(file.name)
        _write(file.content, target)
    except NotMade as error:
        raise fail(error, 2) from None
    except (OSError, TooLong, BuildError, Unpublishable, ValueError) as error:
        raise fail(error) from None
    typer.echo(f"{target} ({len(file.content) / 1e3:.0f} kB, data version {shown.version})")


def _view(page: AnyPage, pairs: Sequence[str], lang: str) -> View:
    """The page as the parameters choose; what they name in vain ends the command."""
    asked = _asked(pairs)
    known = [key for _, field in fields(page.choice) for key in field.keys]
    if unknown := [key for key in asked if key not in known]:
        raise NotMade(f"{page.name} knows no {', '.join(unknown)}; it knows {', '.join(known)}")
    shown = view(page, asked, language(lang))
    for name, unclear in shown.reading.unclear.items():
        field = dict(fields(page.choice))[name]
        options = field.options(vars(shown.reading.choice), shown.lang) if field.options else {}
        said = ", ".join(one.word for one in unclear)
        raise NotMade(f"{field.key}: {said} means nothing here; it can be {', '.join(options) or 'a whole number'}")
    return shown


def _asked(pairs: Sequence[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign:
            raise NotMade(f"--param {pair}: write it as key=value")
        found.setdefault(key, []).append(value)
    return found


def _whole(shown: View, ending: str) -> Made:
    if ending not in WHOLE:
        raise NotMade(f"A whole page can be {', '.join(WHOLE)}; --figure names one of {', '.join(shown.exhibits)}")
    return WHOLE[ending](shown)


def _write(content: bytes, target: Path) -> None:
    """All or nothing: whoever reads the file meanwhile reads the one before."""
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(target)
    except OSError as error:
        raise fail(f"{target} cannot be written: {error.strerror}") from None
    finally:
        draft.unlink(missing_ok=True)
