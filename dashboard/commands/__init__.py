"""Commands of `pocket` that are long enough for a module of their own."""

import typer


def fail(message: object, code: int = 1) -> typer.Exit:
    """Print a message for people and end with this exit code."""
    typer.echo(str(message), err=True)
    return typer.Exit(code)
