"""A server of ours: its settings looked at before it starts, then served until a signal ends it."""

import os
import sys
from collections.abc import Mapping
from importlib import import_module

import typer
from pydantic import ValidationError

from dashboard.access.local import LOOPBACK
from dashboard.access.rules import WrongSignIn, read
from dashboard.assets import missing_files
from dashboard.commands import fail, not_built, wrong_settings
from dashboard.settings import PACKAGE, Settings, settings
from dashboard.stand.desk import stand
from dashboard.stand.profiles import ProfileError
from dashboard.warehouse import BuildError, warehouse
from dashboard.warehouse.base import Unpublishable
from dashboard.warehouse.engine.address import address


def prepared(asked: Mapping[str, object]) -> Settings:
    """Put what was asked for into the settings; they, with whole paths, if the server they name can start."""
    for name, value in asked.items():
        if value is not None:
            os.environ[f"POCKET_{name.upper()}"] = str(value)
    settings.cache_clear()
    try:
        chosen = settings()
    except ValidationError as error:
        raise wrong_settings(error) from None
    if not chosen.data.is_dir():
        raise fail(f"There is no folder {chosen.data} with facts; --data or POCKET_DATA names it.")
    for name in ("data", "store", "profiles", "template", "sign_in"):  # the kiosk starts its server in another folder
        if (path := getattr(chosen, name)) is not None:
            os.environ[f"POCKET_{name.upper()}"] = str(path.resolve())
    settings.cache_clear()
    if missing := missing_files():
        raise fail("Missing: " + ", ".join(map(str, missing)) + ". Restore it from the repository or install anew.")
    template_fits()
    sign_in_fits()
    stand_fits()
    engine_fits()
    return settings()


def template_fits() -> None:
    """End here if briefings cannot be made on the operator's template."""
    deck = import_module("dashboard.briefing.deck") if settings().template else None
    try:
        if deck:
            deck.check_template(settings().template)
    except ValueError as error:
        raise fail(error) from None


def engine_fits() -> None:
    """End here if what the settings name for an engine elsewhere cannot be, or nobody answers there."""
    chosen = settings()
    if chosen.engine == "duckdb":
        return
    if not chosen.lake:
        raise fail(f"POCKET_ENGINE={chosen.engine} needs POCKET_LAKE, to which `pocket publish` writes.")
    try:
        address(chosen.engine_url)
        warehouse()
    except Unpublishable as error:
        raise fail("\n".join(["It cannot be started.", *map(str, error.faults)])) from None
    except BuildError as error:
        raise not_built(error) from None


def stand_fits() -> None:
    """End here if the stand has no such profile."""
    try:
        if settings().mode == "stand":
            stand()
    except ProfileError as error:
        raise fail(error) from None


def sign_in_fits() -> None:
    """End here if staff could not sign in as the operator's file says, or would be whoever comes by."""
    chosen = settings()
    if chosen.staff and chosen.sign_in:
        raise fail("Set either POCKET_SIGN_IN or POCKET_STAFF: where staff signs in, nobody is staff without.")
    if chosen.staff and chosen.host not in LOOPBACK:
        raise fail(f"POCKET_STAFF=local needs POCKET_HOST=127.0.0.1: at {chosen.host} other machines reach the server.")
    try:
        if chosen.sign_in:
            read(chosen.sign_in, chosen.prefix)
    except (OSError, WrongSignIn) as error:
        raise fail(error) from None


def serve(chosen: Settings) -> None:
    """Serve in this process until a signal ends it; Ctrl+C is an ordinary end (exit code 130)."""
    sys.argv = [str(PACKAGE / "server.py")]  # Streamlit looks for .streamlit/config.toml beside what was started
    import_module("dashboard.journal").write_lines()  # loads much
    server = import_module("dashboard.stand.server" if chosen.mode == "stand" else "dashboard.server")
    try:
        where: dict[str, object] = {"server.port": chosen.port, "server.address": chosen.host}
        where |= {"logger.hideWelcomeMessage": chosen.log == "json"}
        where |= {"server.baseUrlPath": chosen.prefix, "server.maxUploadSize": chosen.max_file_mb}
        where["secrets.files"] = [str(chosen.sign_in)] if chosen.sign_in and chosen.mode == "dashboard" else []
        server.app.run(config=where)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
