"""What there is to say, as plain frozen values: no Streamlit, no HTML, no database behind them.

`link`     where a click leads                 `choice`   what a reader can choose on a page, declared once
`sources`  where figures come from             `figure`   a chart with all that stands around it
`parts`    the other kinds of content          `page`     a page: its choice and its sections
`kept`     content is made once for each choice, language and version of the data

A section is a function of (choice, language). Outlets draw sections (`dashboard/screen`, `dashboard/stand`); none
of them asks the database.
"""
