"""The page's title and what can be chosen."""

from dashboard.app_pages.compare.choice import LEAST, Choice
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Control, Head, Nothing, Section
from dashboard.language import Language


@remembered
def opening(choice: Choice, lang: Language) -> Section:
    """Title, markets, and below them what they are compared by."""
    head = Head(lang.t("Compare"), lang.t("Two to six source markets by any published figure"))
    return Section("opening", parts=(head, Control("markets"), _compared_by(choice, lang)))


def _compared_by(choice: Choice, lang: Language) -> Part:
    if len(choice.markets) < LEAST:
        return Nothing(lang.t("Choose at least two source markets above; then their figures stand here side by side."))
    if not choice.indicator:
        return Nothing(lang.t("For these markets no figure has been published often enough to be compared over time."))
    base = (Control("base"),) if choice.base else ()
    return Beside(
        ((Control("indicator"),), (Control("region"),), (Control("mode"),), base),
        (2.2, 1.3, 2.2, 0.9),
    )
