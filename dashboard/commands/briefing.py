"""`pocket briefing`: the briefing on a market or a page, or the monthly set of all core markets.

Ends with 0 when all is written, with 1 when that could not be done, with 2 when something else was asked for than there
is; the reason stands on the error output.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from dashboard.app_pages import PAGES
from dashboard.briefing.chapters import PLANS, NoBriefing, planned
from dashboard.briefing.formats import FORMATS
from dashboard.briefing.job import NothingToSay
from dashboard.briefing.job import briefing as made
from dashboard.briefing.piece import silent
from dashboard.commands import FAILURES, fail, use
from dashboard.commands.shown import Unknown, view_of
from dashboard.commands.writing import OUT, ending, save
from dashboard.language import COMPLETE
from dashboard.settings import settings
from dashboard.warehouse import warehouse
from dashboard.workshop.order import Refused

MONTHLY = ("pptx", "pdf")  # what the set of all core markets is made of, if nothing else is asked for
ENDINGS = {format.ending for format in FORMATS.values()}
Wish = tuple[list[str], str, str]  # pairs of key and value, language, format


def briefing(
    market: Annotated[list[str] | None, typer.Option(help="a market's code, such as JP; several: again")] = None,
    page: Annotated[str, typer.Option(help=f"another page than the market's: {', '.join(PLANS)}")] = "market",
    param: Annotated[list[str] | None, typer.Option(help="key=value, as in the page's address; several: again")] = None,
    lang: Annotated[list[str] | None, typer.Option(help="de or en (default: POCKET_LANG; with --all both)")] = None,
    kind: Annotated[list[str] | None, typer.Option("--format", help="pptx, pdf, card, html; or as -o ends")] = None,
    section: Annotated[list[str] | None, typer.Option(help="only these, such as trend; several: again")] = None,
    note: Annotated[str, typer.Option(help="a note to the reader")] = "",
    dark: Annotated[bool, typer.Option(help="slides on a dark ground")] = False,
    all_markets: Annotated[bool, typer.Option("--all", help="of all core markets, into the folder of -o")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="file, or -; with --all a folder")] = None,
    data: Annotated[Path | None, typer.Option(help="data folder (default: the shipped facts)")] = None,
) -> None:
    """Write a briefing, or those of all core markets."""
    use(data)
    named = [f"market={one}" for one in market or []]
    pairs = [[*(param or []), one] for one in named] if page == "market" and named else [[*(param or []), *named]]
    try:
        planned(page)
        kinds = kind or ([] if all_markets else _kinds(output))
        wishes = list(_wishes(pairs, lang or [], kinds, all_markets=all_markets, page=page))
        target = _target(output, wishes, into=all_markets)
        brief = partial(_write, page, sections=tuple(section or ()), note=note, dark=dark, target=target)
        missing = [wish for wish in wishes if not brief(wish, go_on=len(wishes) > 1)]
    except (NoBriefing, Unknown, Refused) as error:
        raise fail(error, 2) from None
    except FAILURES as error:
        raise fail(error) from None
    if missing:
        raise fail(f"{len(missing)} of {len(wishes)} could not be made.")


def _kinds(output: Path | None) -> list[str]:
    """The format that a file's name says, if it says one."""
    return list(filter(None, [ending(output, ENDINGS)]))


def _wishes(
    pairs: Sequence[Sequence[str]], langs: Sequence[str], kinds: Sequence[str], *, all_markets: bool, page: str
) -> Iterator[Wish]:
    """What is to be made: each market in each language and format."""
    if all_markets and (any(pairs) or page != "market"):
        raise Unknown("--all is the set of all core markets; it goes with no --market, --page or --param.")
    if page == "market" and not (any(pairs) or all_markets):
        raise Unknown("Name a market, such as --market JP, or ask for --all.")
    if strange := [code for code in langs if code not in COMPLETE]:
        raise Unknown(f"There is no briefing in {', '.join(strange)}; languages are {', '.join(COMPLETE)}.")
    if strange := [kind for kind in kinds if kind not in FORMATS]:
        raise Unknown(f"There is no format {', '.join(strange)}; there are: {', '.join(FORMATS)}.")
    for chosen in pairs:
        view_of(PAGES[page], chosen, settings().lang)  # what means nothing is said before anything is written
    core = [[f"market={market}"] for market in warehouse().markets.values() if market.core]
    for chosen in core if all_markets else pairs:
        for lang in langs or (COMPLETE if all_markets else (settings().lang,)):
            for kind in kinds or (MONTHLY if all_markets else ("pptx",)):
                yield list(chosen), lang, kind


def _target(output: Path | None, wishes: Sequence[Wish], *, into: bool) -> Path | None:
    """The folder, which is made, or the file. Raises Unknown where one file cannot be all that is wished, or not of
    that name."""
    if into and output == OUT:
        raise Unknown("The set is several files; name a folder with -o.")
    if into and output:
        output.mkdir(parents=True, exist_ok=True)
    elif output is None or output.is_dir():
        pass
    elif len(wishes) > 1:
        raise Unknown("-o names one file; leave it out, or ask for one market, one language and one format.")
    else:
        ending(output, ENDINGS, FORMATS[wishes[0][2]].ending)
    return output


def _write(
    page: str, wish: Wish, *, sections: tuple[str, ...], note: str, dark: bool, target: Path | None, go_on: bool
) -> bool:
    """Whether it is written; `go_on`: one of a set of which there is nothing to say is only told."""
    pairs, lang, kind = wish
    shown = view_of(PAGES[page], pairs, lang)
    try:
        file = made(page, shown.query, lang, kind, sections, note, dark=dark and FORMATS[kind].dark, report=silent)
    except NothingToSay as error:
        if not go_on:
            raise
        typer.echo(f"{', '.join(pairs)}, {lang}, {kind}: {error}", err=True)
        return False
    save(file, target, shown.version)
    return True
