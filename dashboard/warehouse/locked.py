"""A published file opened for questions only: no other file, no extension, no setting is within their reach."""

from pathlib import Path

import duckdb

LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "lock_configuration": True,
}


def opened(path: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection that can do nothing but read this file."""
    return duckdb.connect(path, read_only=True, config=LOCKED)
