"""`pocket versions`, `pocket diff`, `pocket restore`: what the facts were, how that differs, and the way back.

They end with 1 where that could not be done, with 2 where something else was asked for than there is, and with 3 where
the store cannot be written; the reason stands on the error output.
"""

import getpass
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import duckdb
import typer

from dashboard.commands import fail, not_built, use
from dashboard.commands.changes import as_json, in_words
from dashboard.language import Complete
from dashboard.settings import settings
from dashboard.versions import Faulty, NoVersion, Superseded, Version
from dashboard.versions import versions as kept
from dashboard.versions.change import Difference
from dashboard.versions.diff import FIRST, Which, compared
from dashboard.versions.headlines import headlines
from dashboard.warehouse import BuildError
from dashboard.warehouse.readable import Unreadable

app = typer.Typer(help="Every version of the facts: number, day, who, and why.")
DataFolder = Annotated[Path | None, typer.Option("--data", help="data folder (default: the facts that are served)")]
Json = Annotated[bool, typer.Option("--json", help="for programs")]
Number = Annotated[int, typer.Argument(help="number of a version, as `pocket versions` lists them")]


@app.callback(invoke_without_command=True)
def versions(context: typer.Context, data: DataFolder = None, as_json: Json = False) -> None:
    """List every version of the facts, the newest first."""
    use(data)
    if context.invoked_subcommand:
        return
    with _told():
        kept().newest()  # notes what has changed on disk
        listed = kept().all()
    if as_json:
        typer.echo(json.dumps([{**asdict(one), "when": one.when.isoformat()} for one in listed], ensure_ascii=False))
    else:
        typer.echo("\n".join(map(_line, listed)))


@app.command("export")
def export_version(
    number: Number, folder: Annotated[Path, typer.Argument(help="folder to write, new or empty")]
) -> None:
    """Write a version as a plain data folder."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise fail(f"{folder} is not empty; name a new folder.", 2)
    with _told():
        kept().export(number, folder)
    typer.echo(f"{folder}: version {number}")


def restore(
    number: Number,
    why: Annotated[str, typer.Option(help="the reason, for whoever reads the list of versions")],
    who: Annotated[str, typer.Option(help="your name (default: that of your account)")] = "",
    data: DataFolder = None,
) -> None:
    """Make an earlier version the facts again; what is there now stays a version."""
    use(data)
    with _told():
        newest = kept().newest().number
        version = kept().restore(number, who=who or getpass.getuser(), why=why)
    if version.number == newest:
        typer.echo(f"The facts are what version {number} was: there is nothing to do.")
    else:
        typer.echo(f"Version {version.number} is what version {number} was.")


def diff(
    old: Annotated[str, typer.Argument(help="number of a version, or a data folder")],
    new: Annotated[str, typer.Argument(help="the same, to compare it with")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="CSV for every cell that differs")] = None,
    rows: Annotated[int, typer.Option(min=0, help="rows of each kind that are told of a table")] = FIRST,
    lang: Annotated[Complete | None, typer.Option(help="language of the key figures (default: POCKET_LANG)")] = None,
    data: DataFolder = None,
    as_json_: Json = False,
) -> None:
    """Say what differs between two versions: rows, cells, and what that did to the key figures."""
    use(data)
    with _told():
        kept().newest()
        first, second = _which(old), _which(new)
        with compared(kept(), first, second, public=False) as comparison:
            told = headlines(kept(), settings().store, first, second, lang or settings().lang)
            found = Difference(comparison.changes(rows), comparison.files, told)
            if output:
                comparison.write(output)
    typer.echo(as_json(found) if as_json_ else in_words(found))


def _which(word: str) -> Which:
    return int(word) if word.isdecimal() else Path(word)


def _line(one: Version) -> str:
    on_disk = "the beginning" if one.is_first else "changed on disk"
    said = f"{one.who}: {one.why}" if one.who else on_disk if one.kind == "files" else one.why
    return f"{one.number:>6}  {one.when.astimezone():%Y-%m-%d %H:%M}  {one.kind:8}{said}"


@contextmanager
def _told() -> Iterator[None]:
    """End the command with the reason where something is not possible."""
    try:
        yield
    except NoVersion as error:
        raise fail(f"{str(error.args[0]).capitalize()}; `pocket versions` lists them.", 2) from None
    except BuildError as error:
        raise not_built(error) from None
    except (Faulty, Superseded, Unreadable, ValueError, OSError, duckdb.Error) as error:
        raise fail(error) from None
