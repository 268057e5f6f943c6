"""`pocket build`: a data folder's warehouse file. A module of its own because servers run it beside their visitors,
where what other commands need would take longer to load than the building takes."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands import DataFolder, fail, not_built, use
from dashboard.settings import settings
from dashboard.warehouse import BuildError, check
from dashboard.warehouse import build as build_file
from dashboard.warehouse.build import data_version
from dashboard.warehouse.fault import as_plain, counted
from dashboard.warehouse.shelf import Shelf
from dashboard.warehouse.truth import facts_folder


def build(
    data: DataFolder = None,
    to: Annotated[Path | None, typer.Option(help="file to write")] = None,
    internal: Annotated[bool, typer.Option(help="with internal rows")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="faults as JSON on the output, too")] = False,
) -> None:
    """Check a data folder, if it was not yet, and write its warehouse file."""
    use(None)
    try:
        version = data_version(folder := data or facts_folder())
        shelf = Shelf(folder, to.parent if to else settings().store, public=not internal)
        target = to or shelf.file(version)
        if faults := [] if shelf.checked(version) else check(folder):
            if as_json:
                typer.echo(json.dumps(list(map(as_plain, faults))))
            raise fail("\n".join([*map(str, faults), f"{counted(faults)} in {folder}; nothing built"]))
        build_file(folder, target, public=not internal)
    except BuildError as error:
        raise not_built(error) from None
    typer.echo(f"{target} ({target.stat().st_size / 1e6:.1f} MB, data version {version})")


if __name__ == "__main__":
    typer.run(build)
