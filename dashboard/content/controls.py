"""Several things to choose, side by side."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Controls:
    """Names of fields of the page's choice; those of an inner tuple stay side by side on a phone too."""

    fields: tuple[str | tuple[str, ...], ...]


@dataclass(frozen=True)
class ControlGrid:
    """Names of fields in rows of `abreast` each, all of one width; two abreast on a phone."""

    fields: tuple[str, ...]
    abreast: int = 4
