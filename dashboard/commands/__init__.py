"""Commands of `pocket` that are long enough for a module of their own, and what they share."""

import os
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from typst import TypstError

from dashboard.settings import KEYS, SECRET, settings
from dashboard.warehouse import BuildError, public_warehouse
from dashboard.warehouse.base import Unpublishable

# What ends a command with a message; `NotDrawn`, which a chart raises that cannot be drawn, is a ValueError.
FAILURES = (OSError, BuildError, Unpublishable, ValueError, TypstError)

DataFolder = Annotated[Path | None, typer.Option("--data", help="data folder (default: the shipped facts)")]


def fail(message: object, code: int = 1) -> typer.Exit:
    """Print a message for people and end with this exit code."""
    typer.echo(str(message), err=True)
    return typer.Exit(code)


def not_built(error: BuildError) -> typer.Exit:
    """Print why nothing could be built, or checked, and how to mend it; end with that error's own code."""
    return fail(f"{error}\n    -> {error.mend}", error.code)


def use(data: Path | None) -> None:
    """Take the facts of this folder, if one is named. Ends the command where a setting cannot be."""
    if data:
        os.environ["POCKET_DATA"] = str(data.resolve())
        settings.cache_clear()
        public_warehouse.cache_clear()
    try:
        settings()
    except ValidationError as error:
        raise wrong_settings(error) from None


def wrong_settings(error: ValidationError) -> typer.Exit:
    """Print the settings that cannot be, a line each, and end."""
    return fail("\n".join(map(_told, error.errors())))


def _told(error: ErrorDetails) -> str:
    """A setting that cannot be, in one line; of a secret only its name."""
    name = "_".join(["POCKET", *map(str, error["loc"])]).upper()
    is_secret = set(error["loc"]) & set(SECRET) or KEYS.search(str(error["input"]))
    given = "" if is_secret else f" = {error['input']}"
    return f"{name}{given}: {error['msg']}."
