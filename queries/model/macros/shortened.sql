-- How is a plain text written if ae, oe and ue are a, o and u, so that both spellings of an umlaut are one?
-- One text per call. words: as the macro plain gives them.
create macro shortened(words) as replace(replace(replace(words, 'ae', 'a'), 'oe', 'o'), 'ue', 'u');
