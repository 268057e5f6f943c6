"""Addresses as logs and metrics name them: a few dozen, without what people type, choose or upload."""

from dashboard.app_pages import KNOWN
from dashboard.content.page import FIRST_PAGE
from dashboard.readdress import OTHERS
from dashboard.screen.html import prefix
from dashboard.staff import NAMES

CORE = ("stream", "health", "host-config", "upload_file")  # of Streamlit's own, below /_stcore
FILES = ("ahead", "still", "calendar.ics")


def place(path: str) -> str:
    """`/market`, `/figures/…`, `/_stcore/upload_file/…`; what is none of ours is `other`."""
    parts = [part for part in path.removeprefix(f"/{prefix()}" if prefix() else "").split("/") if part]
    if not parts or parts == [FIRST_PAGE]:
        return "/"
    if parts[0] == "_stcore":
        return f"/_stcore/{parts[1]}" if parts[1:2] and parts[1] in CORE else "/_stcore/…"
    if len(parts) == 1 and parts[0] in (*KNOWN, *NAMES):
        return f"/{parts[0]}"
    room = parts[0].removesuffix(".json")
    if room in (*OTHERS, *FILES):
        return f"/{room}" if len(parts) == 1 else f"/{room}/…"
    return "other"


def is_page(path: str) -> bool:
    """Whether it is the address of a page of ours, as we write it."""
    return place(path).strip("/") in (*KNOWN, *NAMES, "")
