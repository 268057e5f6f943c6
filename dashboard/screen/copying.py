"""A button that copies the address of what is shown: every choice is in it, so it is the view itself."""

from dashboard.language import Language
from dashboard.screen.component import component

_COMPONENT = component("copying")


def copy_link(lang: Language, *, key: str) -> None:
    """Draw the button; what it answers stands below it."""
    _COMPONENT(key=key, data={"says": copying_words(lang)})


def copying_words(lang: Language) -> dict[str, str]:
    """What it says."""
    return {
        "copy": lang.t("Copy link"),
        "copied": lang.t("Copied"),
        "failed": lang.t("This browser does not let the page copy. The address is selected: copy it yourself."),
    }
