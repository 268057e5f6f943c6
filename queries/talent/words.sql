-- By which words is an event, an institution or a signal recognised as one about talent?
-- One row per word or beginning of a word, lower case, in the order of the table; lang: the language it is of. A text is
-- about talent if its English or its German wording contains one of them.
select
    talent_words.word,
    talent_words.lang
from talent_words
order by talent_words.rowid
