"""`pocket doctor`: what this machine is like for the dashboard, and what to change."""

import json
from typing import Annotated

import typer

from dashboard.commands import DataFolder, condition, elsewhere, served, use
from dashboard.commands.look import Look, Value
from dashboard.commands.sandbox import sandbox

WIDTH = 24  # of a name, in letters
LOOKS = (
    condition.versions, condition.machine, condition.store, condition.facts, elsewhere.engine, served.served,
    condition.files, sandbox, served.changed,
)  # fmt: skip


def doctor(
    data: DataFolder = None,
    as_json: Annotated[bool, typer.Option("--json", help="for programs")] = False,
) -> None:
    """Say how this machine, the store and the facts are, and what to change (exit code 1: something must be)."""
    use(data)
    found = tuple(look() for look in LOOKS)
    fine = not any(advice.must for look in found for advice in look.advice)
    typer.echo(_json(found, fine=fine) if as_json else _text(found, fine=fine))
    if not fine:
        raise typer.Exit(1)


def _json(found: tuple[Look, ...], *, fine: bool) -> str:
    change = [{"about": look.title, "must": one.must, "text": one.text} for look in found for one in look.advice]
    told = {look.title: look.found for look in found}
    return json.dumps({"fine": fine, **told, "change": change}, indent=1, ensure_ascii=False)


def _text(found: tuple[Look, ...], *, fine: bool) -> str:
    lines = []
    for look in found:
        lines += [look.title, *(f"  {name:{WIDTH}}{_said(value)}" for name, value in look.found.items())]
        lines += [] if look.found else ["  as they come"]
    every = [one for look in found for one in look.advice]
    for title, must in (("must be changed", True), ("could be better", False)):
        some = [f"  - {one.text}" for one in every if one.must == must]
        lines += [title, *some] if some else []
    return "\n".join([*lines, "All is fine." if fine else "Something must be changed; see above."])


def _said(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "not installed" if value is None else str(value)
