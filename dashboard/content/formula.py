"""A formula, with what its letters mean."""

from dataclasses import dataclass

from dashboard.content.part import Part


@dataclass(frozen=True)
class Formula(Part):
    """The formula in LaTeX, a few sentences on it, and (name, explanation) of what goes into it."""

    latex: str
    intro: str
    items: tuple[tuple[str, str], ...] = ()
