-- How is a text written if case, accents and ligatures do not matter?
-- One text per call: lower case without accents (Søstrene = sostrene, Straße = strasse).
create macro plain(words) as replace(
    replace(replace(translate(strip_accents(lower(words)), 'øłđı', 'oldi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'
);
