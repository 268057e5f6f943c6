"""Facts brought in and mended: a file of whoever's, or single rows by hand; proposed, weighed, then published.

`page`  both ways, and what comes of either     `work`  what is under way in a session, and what is known of it
`file`  the file and its table                  `columns`  how it was read, which column is which
`asked`  what only whoever imports can answer   `rows`  single rows by hand
`weighing`  what would come of it               `told`  what is wrong     `changes`  what would change
`publish`  make it a version                    `progress`  how far it is     `beside`  fields in a grid
"""
