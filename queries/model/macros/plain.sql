-- How is a text written if case, accents, ligatures and the letters' width do not matter?
-- One text per call: lower case without accents (Søstrene = sostrene, Straße = strasse, ＭＩＴＳＵ = mitsu, ﬁlm = film); wide
-- and unbroken blanks (12288, 160, 8239) are plain ones, what has no width (8203, 8204, 8205, 8288, 65279, 173) is left out.
create macro plain(words) as unligated(
    translate(
        strip_accents(lower(words)),
        'øłđıａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９'
        || chr(12288) || chr(160) || chr(8239)
        || chr(8203) || chr(8204) || chr(8205) || chr(8288) || chr(65279) || chr(173),
        'oldiabcdefghijklmnopqrstuvwxyz0123456789   '
    )
);
