"""A button that changes what is chosen, or leads elsewhere."""

from dataclasses import dataclass

from dashboard.content.part import Part
from dashboard.link import Go


@dataclass(frozen=True)
class Action(Part):
    """A quiet button: its words, where it leads, an icon (`:material/undo:`). Only screens draw it."""

    label: str
    towards: Go
    icon: str = ""
    disabled: bool = False
