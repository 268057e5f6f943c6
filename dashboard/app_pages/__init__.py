"""The pages, one folder each: `choice.py` says what a reader can choose, the other modules are its sections."""

from dashboard.app_pages import companies, sectors
from dashboard.content.page import AnyPage

PAGES: dict[str, AnyPage] = {page.name: page for page in (sectors.PAGE, companies.PAGE)}
