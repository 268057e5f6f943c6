"""A formula, with what its letters mean."""

import re
from dataclasses import dataclass

from dashboard.content.part import Part

SIGNS = {r"\sum": "Σ", r"\in": "∈", r"\,": " "}
INDEX = re.compile(r"_\{(.*?)\}|_(\w)")
FRACTION = re.compile(r"\\frac\{((?:[^{}]|\{[^{}]*\})*)\}\{((?:[^{}]|\{[^{}]*\})*)\}")


@dataclass(frozen=True)
class Formula(Part):
    """The formula in LaTeX, a few sentences on it, and (name, explanation) of what goes into it."""

    latex: str
    intro: str
    items: tuple[tuple[str, str], ...] = ()

    @property
    def typed(self) -> list[str]:
        """Its equations as they are typed, where nothing sets LaTeX: `S = (Σ(i) w(i) p(i)) / (Σ(i) w(i))`."""
        return [_typed(one) for one in self.latex.split(r"\qquad")]


def _typed(latex: str) -> str:
    """Of the little LaTeX that content uses: fractions, sums, indices."""
    text = FRACTION.sub(r"(\1) / (\2)", latex)
    for sign, letter in SIGNS.items():
        text = text.replace(sign, letter)
    text = INDEX.sub(lambda found: f"({found[1] or found[2]})", text)
    return " ".join(text.split())
