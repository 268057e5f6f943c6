"""Several things to choose in one row."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Controls:
    """Names of fields of the page's choice; those of an inner tuple stay side by side on a phone too."""

    fields: tuple[str | tuple[str, ...], ...]
