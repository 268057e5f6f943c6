"""Names of companies as they are compared, and as keys are made of them, in SQL."""

from dashboard.warehouse.large import literal

LEGAL = (
    "ab ag aps as asa bhd bv co company corp corporation dba eg ek ev gbr gmbh holding inc incorporated kabushiki "
    "kaisha kg kgaa kk limited llc llp ltd mbh nv ohg oy oyj plc pte pty pvt sa sarl sas sasu sdn se sl spa spzoo "
    "srl ug"
)
FORMS = literal(f"(^|\\s)({LEGAL.replace(' ', '|')})(\\s|$)")
SPELLED = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "oe"), ("æ", "ae"), ("å", "aa"))


def small(name: str) -> str:
    """SQL: the name in small letters without accents, umlauts spelled out."""
    told = f"lower({name})"
    for sign, spelled in SPELLED:
        told = f"replace({told}, '{sign}', '{spelled}')"
    return f"strip_accents({told})"


def spelled(name: str) -> str:
    """SQL: the name's words between blanks."""
    words = f"regexp_replace(regexp_replace({small(name)}, '[.''’]', '', 'g'), '[^\\p{{L}}\\p{{N}}]+', ' ', 'g')"
    return f"trim({words})"


def plain(name: str) -> str:
    """SQL: the same without legal forms, unless there are no other words."""
    words = bare = spelled(name)
    for _ in range(2):  # of two that stand beside each other the first pass finds one
        bare = f"regexp_replace({bare}, {FORMS}, ' ', 'g')"
    return f"coalesce(nullif(trim(regexp_replace({bare}, '\\s+', ' ', 'g')), ''), {words})"


def slug(name: str, longest: int) -> str:
    """SQL: the name as keys look; empty if none of its letters can stand in one."""
    return f"trim(left(trim(regexp_replace({small(name)}, '[^a-z0-9]+', '-', 'g'), '-'), {longest}), '-')"
