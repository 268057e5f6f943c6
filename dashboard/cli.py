"""The `pocket` command."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.commands import DataFolder, fail, not_built, use
from dashboard.commands.briefing import briefing
from dashboard.commands.building import build
from dashboard.commands.doctor import doctor
from dashboard.commands.export import export
from dashboard.commands.importing import import_file
from dashboard.commands.kiosk import kiosk
from dashboard.commands.publishing import publish
from dashboard.commands.query import query
from dashboard.commands.serving import prepared, serve, template_fits
from dashboard.commands.sql import sql
from dashboard.commands.translate import translate
from dashboard.commands.versions import app as versions
from dashboard.commands.versions import diff, restore
from dashboard.language import COMPLETE
from dashboard.stand.desk import hashed
from dashboard.warehouse import BuildError, check
from dashboard.warehouse.check import notices
from dashboard.warehouse.fault import counted
from dashboard.warehouse.new_city import Place, new_city
from dashboard.warehouse.truth import facts_folder

app = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__)
app.command()(briefing)
app.command()(build)
app.command()(doctor)
app.command()(export)
app.command("import")(import_file)
app.command()(kiosk)
app.command()(publish)
app.command()(query)
app.command()(sql)
app.command()(translate)
app.command()(diff)
app.command()(restore)
app.add_typer(versions, name="versions")


@app.command()
def run(
    port: Annotated[int | None, typer.Option(help="port to listen on")] = None,
    host: Annotated[str | None, typer.Option(help="address to listen on (default: this machine only)")] = None,
    data: DataFolder = None,
    lang: Annotated[str | None, typer.Option(help=f"where the browser asks for none of {', '.join(COMPLETE)}")] = None,
    mode: Annotated[str | None, typer.Option(help="dashboard, or stand: the loop for a trade fair")] = None,
    profile: Annotated[str | None, typer.Option(help="the stand's profile, such as medica")] = None,
) -> None:
    """Start the dashboard or the stand."""
    asked = {
        "port": port,
        "host": host,
        "data": data and data.resolve(),
        "lang": lang,
        "mode": mode,
        "profile": profile,
    }
    serve(prepared(asked))


@app.command()
def pin() -> None:
    """Ask for a PIN and print its hash, for the setting POCKET_STAFF_PIN."""
    chosen = typer.prompt("PIN (4 to 12 digits)", hide_input=True, confirmation_prompt=True)
    if not (chosen.isdecimal() and 4 <= len(chosen) <= 12):
        raise fail("A PIN has 4 to 12 digits.")
    typer.echo(hashed(chosen))


@app.command("check")
def check_data(folder: Annotated[Path | None, typer.Argument(help="data folder")] = None) -> None:
    """Check a data folder: every fault with file, row, column, value, rule and how to mend it."""
    use(None)
    try:
        faults = check(folder := folder or facts_folder())
        lacking = [] if faults else notices(folder)
    except BuildError as error:
        raise not_built(error) from None
    if faults:
        raise fail("\n".join([*map(str, faults), f"{counted(faults)} in {folder}"]))
    template_fits()
    typer.echo("\n".join([*map(str, lacking), f"{folder}: no faults"]))


@app.command("new-city")
def write_city(
    folder: Annotated[Path, typer.Argument(help="folder to write, new or empty")],
    name: Annotated[str, typer.Option(help="the city's name")],
    country: Annotated[str, typer.Option(help="its country, as ISO 3166 writes it in two letters, such as FR")],
    lat: Annotated[float, typer.Option(min=-90, max=90, help="its latitude in degrees")],
    lon: Annotated[float, typer.Option(min=-180, max=180, help="its longitude in degrees")],
) -> None:
    """Write an empty, valid data folder for another city."""
    try:
        new_city(folder, Place(name, country.upper(), lat, lon))
    except (OSError, ValueError) as error:
        raise fail(error) from None
    typer.echo(f"{folder} is written; its README.md says how to go on. See it: pocket run --data {folder}")


if __name__ == "__main__":
    app()
