-- By which words is an event, an institution or a signal recognised as one about talent?
-- One row per word or beginning of a word, lower case; lang: the language it is of. A text is about talent if its English
-- or its German wording contains one of them.
select
    words.word,
    words.lang
from (
    values
    ('talent', 'en'), ('skill', 'en'), ('student', 'en'), ('pupil', 'en'), ('apprentic', 'en'), ('vocational', 'en'),
    ('training', 'en'), ('graduate', 'en'), ('study advice', 'en'),
    ('talent', 'de'), ('fachkräft', 'de'), ('studier', 'de'), ('schüler', 'de'), ('auszubild', 'de'),
    ('ausbildung', 'de'), ('berufskolleg', 'de'), ('absolvent', 'de'), ('studienberatung', 'de')
) as words (word, lang)
