"""How the score is made, in full."""

from dashboard.app_pages.outlook.choice import Choice
from dashboard.app_pages.outlook.components import COMPONENTS
from dashboard.content.formula import Formula
from dashboard.content.kept import remembered
from dashboard.content.parts import Folded, Section
from dashboard.language import Language

SCORE = r"S = \frac{\sum_{i \in K} w_i\, p_i}{\sum_{i \in K} w_i} \qquad C = \frac{\sum_{i \in K} w_i}{\sum_i w_i}"


@remembered
def formula(_: Choice, lang: Language) -> Section:
    """The formula and what each component measures, behind a click."""
    intro = lang.t(
        "S is the score, C the confidence, K the components that are known for a market in a sector, w their weights "
        "and p their levels: the share of the other markets (or of the other pairs of market and sector) with a lower "
        "value, ties counted half. A score says where much is moving at once. It is no forecast of single companies, "
        "and it knows only what is on record here."
    )
    items = tuple((component.title(lang), component.measure(lang)) for component in COMPONENTS)
    return Section("formula", parts=(Folded(lang.t("How the score is made"), (Formula(SCORE, intro, items),)),))
