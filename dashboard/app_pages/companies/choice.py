"""What the reader can choose of companies: a search and filters, an order, a page of the list, one company."""

from dataclasses import dataclass

from dashboard.company_list import card, table
from dashboard.company_list.filters import Filters, View, view_of


@dataclass(frozen=True)
class Choice(Filters):
    """`company`: whose card is open."""

    sort: str = table.sort()
    page: int = table.page()
    company: str = card.company()

    @property
    def view(self) -> View:
        """What the search and the filters ask for."""
        return view_of(vars(self))
