"""What a briefing can be: slides, paper, a card, a file for the pocket."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.language import Language


@dataclass(frozen=True)
class Format:
    """One of them: what it is called, and who makes it, as `module:function` (a function of a Brief and a Report);
    whether it can be dark; the ending of its files."""

    title: Callable[[Language], str]
    maker: str
    ending: str
    dark: bool = False


FORMATS: Mapping[str, Format] = {
    "pptx": Format(
        lambda lang: lang.t("PowerPoint, charts to edit"), "dashboard.briefing.deck:deck", "pptx", dark=True
    ),
    "pdf": Format(lambda lang: lang.t("PDF, two pages"), "dashboard.briefing.paper:paper", "pdf"),
    "card": Format(lambda lang: lang.t("PDF, pocket card to fold"), "dashboard.briefing.paper:card", "pdf"),
    "html": Format(lambda lang: lang.t("Pocket file for the phone"), "dashboard.briefing.pocket:pocket", "html"),
}
