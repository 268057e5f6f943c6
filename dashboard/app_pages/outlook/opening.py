"""The page's title, the weights, and what narrows the ranking."""

from dashboard.app_pages.outlook.choice import USUAL, Choice
from dashboard.app_pages.outlook.components import COMPONENTS
from dashboard.content.action import Action
from dashboard.content.kept import remembered
from dashboard.content.parts import Beside, Control, Head, Note, Section
from dashboard.language import Language
from dashboard.link import go


@remembered
def opening(choice: Choice, lang: Language) -> Section:
    """Title, sliders and filters."""
    codes = [component.code for component in COMPONENTS]
    explained = lang.t(
        "Five components, each from facts on record. Move a weight, and the order follows; 0 leaves a component out."
    )
    alike = Action(
        lang.t("Equal weights"),
        go("outlook", **dict.fromkeys(codes, "")),
        ":material/undo:",
        disabled=all(weight == USUAL for weight in choice.weights),
    )
    return Section(
        "opening",
        parts=(
            Head(lang.t("Outlook"), lang.t("Where the next arrivals may come from")),
            Note(explained, label=lang.t("What you can weigh")),
            Beside(tuple((Control(code),) for code in codes), (1,) * len(codes)),
            alike,
            Beside(((Control("markets"),), (Control("sectors"),), (Control("least"),)), (1.2, 1.2, 1)),
        ),
    )
