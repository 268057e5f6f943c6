"""A file that a command writes."""

import os
from collections.abc import Collection
from pathlib import Path

import typer

from dashboard.commands import fail
from dashboard.commands.shown import Unknown
from dashboard.made import Made

OUT = Path("-")  # the output, as commands in a pipe name it
KINDS = ("csv", "docx", "html", "json", "pdf", "png", "pptx", "svg", "xlsx", "zip")  # endings that promise something


def ending(target: Path | None, known: Collection[str], asked: str = "") -> str:
    """The one of the known endings that is asked for, or that the file's name has; empty if neither says one.

    Raises
    ------
    Unknown
        when the file's name says another than is asked for.
    """
    told = target.suffix.removeprefix(".").lower() if target else ""
    if told in KINDS and told not in (known if asked == "" else (asked,)):
        wanted = asked or "one of " + ", ".join(sorted(known))
        raise Unknown(f"{target} would not be what its name says: {wanted} is asked for.")
    return asked or (told if told in known else "")


def save(made: Made, output: Path | None, version: str) -> None:
    """Write it and say so, with the version of its data; where no file is named, under its own name."""
    if output == OUT:
        typer.get_binary_stream("stdout").write(made.content)
        return
    target = Path(made.name) if output is None else output / made.name if output.is_dir() else output
    write(made.content, target)
    typer.echo(f"{target} ({len(made.content) / 1e3:.0f} kB, data version {version})")


def write(content: bytes, target: Path) -> None:
    """All or nothing: whoever reads the file meanwhile reads the one before."""
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(target)
    except OSError as error:
        raise fail(f"{target} cannot be written: {error.strerror}") from None
    finally:
        draft.unlink(missing_ok=True)
