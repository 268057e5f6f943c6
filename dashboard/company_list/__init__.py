"""The list of companies, wherever a page shows it.

`filters`  a search and filters, each declared once       `table`   the rows that they leave, a page at a time
`card`     all that is on record about one company
"""
