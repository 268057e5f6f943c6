"""A file that a command writes."""

import os
from collections.abc import Collection
from pathlib import Path

import typer

from dashboard.commands import fail
from dashboard.commands.shown import Unknown

OUT = Path("-")  # the output, as commands in a pipe name it


def ending(target: Path | None, known: Collection[str], asked: str = "") -> str:
    """The one of the known endings that is asked for, or that the file's name has; empty if neither says one.

    Raises
    ------
    Unknown
        when the file's name says another than is asked for.
    """
    told = target.suffix.removeprefix(".").lower() if target else ""
    if told in known and asked not in ("", told):
        raise Unknown(f"{target} would not be what its name says: {asked} is asked for. Leave one of the two out.")
    return asked or (told if told in known else "")


def save(content: bytes, target: Path, version: str) -> None:
    """Write it and say so, with the version of its data."""
    if target == OUT:
        typer.get_binary_stream("stdout").write(content)
        return
    write(content, target)
    typer.echo(f"{target} ({len(content) / 1e3:.0f} kB, data version {version})")


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
