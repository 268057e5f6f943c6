"""The pieces every page is made of: figure, key figures, source list, filters, state of the page."""
