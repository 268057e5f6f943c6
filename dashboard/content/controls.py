"""Several things to choose, side by side."""

from dataclasses import dataclass

from dashboard.content.part import Part


@dataclass(frozen=True)
class Controls(Part):
    """Names of fields of the page's choice; those of an inner tuple stay side by side on a phone too."""

    fields: tuple[str | tuple[str, ...], ...]


@dataclass(frozen=True)
class ControlGrid(Part):
    """Names of fields in rows of `abreast` each, all of one width; two abreast on a phone."""

    fields: tuple[str, ...]
    abreast: int = 4
