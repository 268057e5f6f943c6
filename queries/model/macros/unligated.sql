-- How is a text written with each letter by itself?
-- One text per call, in lower case (ß = ss, æ = ae, ﬁ = fi).
create macro unligated(words) as replace(
    replace(
        replace(
            replace(
                replace(replace(replace(replace(words, 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'ﬀ', 'ff'),
                'ﬁ', 'fi'
            ),
            'ﬂ', 'fl'
        ),
        'ﬃ', 'ffi'
    ),
    'ﬄ', 'ffl'
);
