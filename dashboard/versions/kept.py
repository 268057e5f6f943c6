"""The versions of the facts that are served here, in the store of the settings."""

import hashlib
from functools import lru_cache
from pathlib import Path

from dashboard.settings import settings
from dashboard.versions.store import Versions
from dashboard.warehouse.build import build, data_version
from dashboard.warehouse.shelf import Shelf
from dashboard.warehouse.truth import facts_folder


def versions() -> Versions:
    """The versions of the facts that the settings name. Raises StoreError."""
    return versions_of(facts_folder(), settings().store)


@lru_cache(maxsize=4)
def versions_of(facts: Path, store: Path) -> Versions:
    """The versions of a data folder; each folder has its own in the store."""

    shelf = Shelf(facts, store, public=True)

    def known(folder: Path) -> bool:
        """Whether there is a warehouse file of it: then it was checked."""
        return shelf.checked(data_version(folder))

    def built(folder: Path) -> None:
        if not shelf.holds(data_version(folder)):
            build(folder, shelf.file(data_version(folder)), public=True)

    return Versions(store / "versions" / _label(facts, store), facts, known=known, build=built)


def _label(facts: Path, store: Path) -> str:
    """By where the folder lies, unless that is in the store itself, which may be moved."""
    if facts.parent == store:
        return facts.name
    return f"{facts.name}-{hashlib.sha256(str(facts.resolve()).encode()).hexdigest()[:8]}"
