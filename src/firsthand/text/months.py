"""Months: how English spells the months and feasts of the Hijri and the Jalali calendar."""

from firsthand.text.timewords import Rule

# "al-", "ul ", "el-", "us-" and the like, with any of the signs for ayn and hamza left out or in.
_AL = r"(?:[- ]?[ae]l[- ]|[- ]?[ui]l[- ]|[- ]?[aeui](?:l|th|s|dh)[- ]|[- ])"
_A = r"['’‘ʿʻ`]?"
_FIRST = rf"(?:{_AL}?(?:aww?al|oo?la|ula)| I| 1)"
_DHU = r"(?:Dh?u['’]?(?:[- ]?[ae]?l)?[- ]?|Z[iu]l[- ]?)"
_SECOND = rf"(?:{_AL}?(?:th[aā]n[iy]a?|s[aā]n[iy]|akh?i?r(?:a|ah)?|akhar)| II| 2)"

HIJRI_MONTHS = (
    r"M[ou]harr?am",
    r"Saf[ae]r",
    rf"Rab[ie]{_A}{_FIRST}",
    rf"Rab[ie]{_A}{_SECOND}",
    rf"J[uoa]ma+d[aei]?{_FIRST}",
    rf"J[uoa]ma+d[aei]?{_SECOND}",
    r"Rajab",
    rf"Sha{_A}a?ban",
    r"Rama(?:d|dh|z|ḍ)[aā]n",
    r"Shaww?al",
    rf"{_DHU}[QK]{_A}a?{_A}i?da?h?",
    rf"{_DHU}H[aie]jj?(?:ah|a|eh)?",
)
JALALI_MONTHS = (
    "Farvardin",
    "Ordibehesht",
    "Kh[ou]rdad",
    "Tir",
    "A?mordad",
    "Shahrivar",
    "Mehr",
    "Aban",
    "Azar",
    "Dey",
    "Bahman",
    "Esfand",
)
FOREIGN_MONTHS = tuple(
    (name, number)
    for names in (HIJRI_MONTHS, JALALI_MONTHS)
    for number, name in enumerate(names, start=1)
)

# Month, first day and number of days; Eid al-Fitr and Eid al-Adha are kept on three days and four.
FEASTS = {
    rf"Eid{_AL}Fitr": (10, 1, 3),
    rf"Eid{_AL}(?:Adh|Azh|Ad|Az)a": (12, 10, 4),
    r"Ashura": (1, 10, 1),
    r"Arba['’]?een": (2, 20, 1),
    r"(?:Nowruz|Nowrooz|Nawruz|Newroz)": (1, 1, 1),
}
_NOWRUZ = list(FEASTS)[-1]

_DAY = r"(?P<day>(?:30|31|[12]\d|0?[1-9])(?:st|nd|rd|th)?)"
_YEAR = r"(?P<year>1[2-4]\d\d)(?:,? ?(?:AH|A\.H\.|AP|SH|H\.))?(?![\d%]|[.,:]\d)"
_RELATION = r"(?:(?P<relation>last|this|next) (?:year['’]s )?)?"


def _spell(names: tuple[str, ...]) -> str:
    return rf"(?P<other_month>(?=(?-i:[A-Z]))(?:{'|'.join(names)}))"


def _make_rules(form: str, names: tuple[str, ...]) -> tuple[Rule, ...]:
    """Make the rules of a calendar; a month alone may be a person's name."""
    month = _spell(names)
    return (
        Rule(
            f"{form} date",
            "date",
            form,
            rf"(?:the )?{_DAY}(?: of| day of)?[- ]{month},?[- ]{_YEAR}",
        ),
        Rule(f"{form} date, month first", "date", form, rf"{month} {_DAY},? {_YEAR}"),
        Rule(f"{form} month and year", "date", form, rf"{month},?(?: of)? {_YEAR}"),
        Rule(f"{form} day and month", "date", form, rf"(?:the )?{_DAY}(?: of| day of)? {month}"),
    )


FOREIGN_RULES = (
    *_make_rules("hijri", HIJRI_MONTHS),
    *_make_rules("jalali", JALALI_MONTHS),
    Rule(
        "month of Ramadan",
        "date",
        "hijri",
        rf"(?:(?<=\b(?:in|of)\s)|(?<=during\s)|(?<=since\s)|(?<=until\s)){_RELATION}"
        rf"(?:(?:the )?(?:holy )?(?:Muslim )?month of )?(?P<other_month>(?-i:{HIJRI_MONTHS[8]}))"
        rf"(?! [A-Z])",
    ),
    Rule(
        "feast",
        "date",
        "hijri",
        rf"{_RELATION}(?P<feast>{'|'.join(name for name in FEASTS if name != _NOWRUZ)})",
    ),
    Rule("Nowruz", "date", "jalali", rf"{_RELATION}(?P<feast>{_NOWRUZ})"),
)
