"""The line of sources under what is shown, and the full list that one tap on it opens."""

from functools import partial

from dashboard.content.sources import Sources
from dashboard.language import Language
from dashboard.screen.figure import noted
from dashboard.screen.html import block
from dashboard.screen.passage import Passage
from dashboard.screen.seen import dialog


def sources_line(sources: Sources, title: str, lang: Language, key: str) -> Passage:
    """The line of sources of what is no figure; one tap opens the full list."""
    opens = partial(put_sources, sources, title, lang)
    return Passage.opener(noted(sources, lang), f"{key}-sources", opens, kind="pw-sources")


def put_sources(sources: Sources, title: str, lang: Language) -> None:
    """Open the full list of sources in a dialog."""
    words = {
        "title": lang.t("Title"),
        "publisher": lang.t("Publisher"),
        "published": lang.t("Published"),
        "tertiary": lang.t("not a publisher's own report"),
    }
    rows = [{**vars(source), "published": source.when(lang)} for source in sources.found]

    def listed() -> None:
        block("sources", title=title, counted=sources.counted, sources=rows, words=words)

    dialog(lang.t("Sources"), listed, width="large")
