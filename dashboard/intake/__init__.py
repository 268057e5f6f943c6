"""A file of whoever's becomes rows of a table: proposed first, with what would change, what is wrong, what is asked.

`limits`  what a file may be            `text`, `workbook`  rows of text, of either kind of file
`header`  where its table begins        `reading`  the file as a table of the database
`answers`  what whoever imports said    `facts`  what it is compared with
`matching`  which column is which       `words`, `folding`  what codes are called
`numbers`, `dates`  their notations     `values`  cells as the table writes them
`names`, `same`  known ones under another spelling    `ids`  keys of new rows
`needs`  what rows must have and nobody gives
`merging`  what changes                 `validation`  what is wrong, by the file's rows and columns
`intake`  all of it, in this order      `proposal`, `questions`  what comes of it
`whole`  the facts as they would be     `faulty`  the faulty rows as a file     `single`  rows changed by hand
"""
