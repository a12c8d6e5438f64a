"""Time words: the rules of English by which words speak of time, written as patterns.

A blank in a pattern stands for any blank in the text, at most one line break; `@name` stands for
the piece of that name below. Groups carry the fields of a TimeExpression.
"""

from typing import Literal, NamedTuple, TypeAlias

Sort: TypeAlias = Literal["date", "time", "duration", "set", "reference"]


class Rule(NamedTuple):
    """A named pattern, the sort of expression it finds and the form by which it is resolved."""

    name: str
    sort: Sort
    form: str
    pattern: str


def _spell(names: str, ending: str = "") -> str:
    """Allow names with a capital or in capitals only: "may" and "march" are verbs."""
    return "|".join(f"{word}{ending}|{word.upper()}{ending}" for word in names.split())


_MONTHS = "January February March April May June July August September October November December"
_SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_SHORT_DAYS = "Mon Tues Tue Weds Wed Thurs Thur Thu Fri Sat Sun"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER = (
    rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?: \d/[2-9]|\.\d+)?|(?:{_TENS})[- ](?:{_ONES})|{_TENS}"
    rf"|(?:(?:{_ONES}|an?) )?(?:hundred|dozen)|{_TEENS}|{_ONES}|half an?"
    rf"|an?(?: couple(?: of)?)?|couple of"
)
_VAGUE = (
    r"several|(?:a |the |these |those |very |quite a )?few|some|many|a number of|countless"
    r"|(?:dozens|scores|hundreds|thousands) of"
)
_UNITS = "second|minute|hour|day|week|weekend|fortnight|month|quarter|year|decade|century|night"
_ABOUT = (
    "about|around|nearly|almost|over|more than|less than|at least|up to|roughly|approximately"
    "|at most|fewer than|just over|only|barely|as little as"
)
_FIRST = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_ORDINAL_DAYS = (
    rf"{_FIRST}|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth"
    rf"|twentieth|twenty-(?:{_FIRST})|thirtieth|thirty-first"
)
_NUMBERED_DAY = r"(?:3[01]|[12]\d|0?[1-9])"

# Only after these is a bare number an hour: "at four in the morning".
_AT_HOUR = "|".join(rf"(?<=\b{word}\s)" for word in "at around about by before after until".split())

PIECES = {
    "month": rf"(?P<month>(?-i:{_spell(_MONTHS)}|{_spell(_SHORT_MONTHS, '[.]?')})(?![a-z]))",
    "fullmonth": rf"(?P<month>(?-i:{_spell(_MONTHS)}|{_spell(_SHORT_MONTHS, '[.]')})(?![a-z]))",
    "suremonth": "(?P<month>(?-i:"
    + _spell(_MONTHS.replace("May ", "").replace("March ", ""))
    + "|March))",
    "weekday": rf"(?P<weekday>(?-i:{_spell(_DAYS)}))",
    # "Wednesday afternoon, July 9": the part of the day is not kept.
    "weekdayof": rf"(?:(?P<weekday>(?-i:{_spell(_DAYS)}|{_spell(_SHORT_DAYS, '[.]?')}))"
    r"(?: (?:morning|afternoon|evening|night))?,? )?",
    "day": rf"(?P<day>{_NUMBERED_DAY}(?:st|nd|rd|th)?)(?![\d%]|[.,:]\d)",
    "uptoday": r"(?:(?: ?[-–] ?| (?:to|and|through|until|or) )"
    rf"(?P<day_until>{_NUMBERED_DAY}(?:st|nd|rd|th)?)(?![\d%]|[.,:]\d))?",
    "year": rf"(?P<year>(?:1[5-9]|20)\d\d|nineteen[- ](?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_TEENS}))"
    r"(?![\d%]|[.,:]\d)",
    "unit": rf"(?P<unit>{_UNITS})",
    "units": rf"(?P<unit>{_UNITS.replace('century', 'centurie|century')})s?",
    "manyunits": rf"(?P<unit>{_UNITS.replace('century', 'centurie').replace('second|', '')})s",
    "bigunit": rf"(?P<unit>{_UNITS.replace('second|minute|hour|', '').replace('|night', '')})",
    "part": r"(?P<part>(?:early |mid-|late )?(?:morning|afternoon|evening|night)"
    r"|(?:before )?dawn|daybreak|sunrise|dusk|sunset|noon|midnight|midday|noontime)",
    "number": rf"(?P<number>{_NUMBER})",
    "amount": rf"(?:(?:between )?(?P<number>{_NUMBER})(?:(?P<half> and a half)"
    rf"| ?(?:to|and|or|-|–) ?(?P<number_until>{_NUMBER}))?|(?P<vague>{_VAGUE}))",
    # "a week or so", "a year or two".
    "orso": r"(?P<half_more> and a half)?(?: or (?:so|two|more))?",
    "dayword": rf"(?P<day>{_ORDINAL_DAYS})(?![- ]?\w+-)",
    "about": rf"(?:(?P<modifier>{_ABOUT}) )?",
    "more": r"(?:(?:more|full|consecutive|straight|additional|long|whole|or so|business"
    r"|working) )?",
    "stage": r"(?:(?:the )?(?P<modifier>early|mid|middle|late|later|earlier"
    r"|(?:beginning|start|end)(?= of|-)|first half|second half|latter half"
    r"|around(?! in| of| the))(?: in| of| on|-| )(?: ?the)? ?)?",
    "relation": r"(?P<relation>last|this past|past|previous|preceding|prior|this coming|coming"
    r"|next|following|upcoming|this|current|that same|same|that|latest)",
    "season": r"(?P<season>spring|summer|autumn|fall|winter)",
    "ordinal": r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th|last|latest)",
    "hour": rf"(?:ten|eleven|twelve|{_ONES})",
    "zone": r"(?: (?:local time|local|GMT|UTC|(?-i:[A-Z]{1,3}T)))?",
}

# Each rule stands on its own; of overlapping finds the one that starts first, then the longest,
# then the one that stands first here is taken.
RULES = (
    Rule(
        "ISO date",
        "date",
        "calendar",
        r"(?<![\d-])(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3]\d)"
        r"(?:[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?Z?)?(?![\d-])",
    ),
    Rule(
        "day, month and year",
        "date",
        "calendar",
        r"@stage@weekdayof(?:the )?@day@uptoday(?: of|,)?[ -]@month,?[ -]@year",
    ),
    Rule(
        "day and month",
        "date",
        "calendar",
        r"@stage@weekdayof(?:the )?@day@uptoday(?: of)?[ -]@fullmonth",
    ),
    Rule(
        "month, day and year",
        "date",
        "calendar",
        r"@stage@weekdayof@month (?:the )?@day@uptoday,? @year",
    ),
    Rule(
        "month and day",
        "date",
        "calendar",
        r"(?:(?P<relation>last|next) )?@stage@weekdayof@month (?:the )?@day@uptoday"
        r"(?! (?:percent|per cent|people))"
        r"(?:,? (?P<year_relation>last|this|next) year)?",
    ),
    Rule(
        "month and day in words",
        "date",
        "calendar",
        r"@weekdayof@fullmonth (?:the )?@dayword(?:,? @year)?",
    ),
    Rule(
        "day in words of a month",
        "date",
        "calendar",
        r"@weekdayof(?:the )?@dayword of @fullmonth(?:,? @year)?",
    ),
    Rule("month and year", "date", "calendar", r"@stage@month,?(?: of)?[ -]@year"),
    Rule(
        "month of a named year",
        "date",
        "calendar",
        r"@stage@month,?(?: of)? (?P<year_relation>last|this|next) year",
    ),
    Rule(
        "last or next month of that name",
        "date",
        "calendar",
        r"@stage(?P<relation>last|this past|past|this coming|this|next) @month",
    ),
    Rule("month", "date", "calendar", r"@stage@suremonth(?!(?-i: (?:for|of the) [A-Z]))"),
    Rule("month after a preposition", "date", "calendar", r"(?<=\b(?:in|of|by)\s)@stage@month"),
    Rule("month after a time word", "date", "calendar", r"(?<=\b(?:since|until)\s)@stage@month"),
    Rule(
        "numbers with strokes",
        "date",
        "strokes",
        r"(?<![\d/.])(?P<first>\d{1,2})(?P<stroke>[/.])(?P<second>\d{1,2})(?P=stroke)"
        r"(?P<year>(?:19|20)\d\d)(?![\d/])",
    ),
    Rule(
        "years of a range",
        "date",
        "calendar",
        r"(?<![\d$£€#.,:/-])@year(?: ?[-–] ?| to )(?P<year_until>(?:1[5-9]|20)\d\d|\d\d)(?![\d-])",
    ),
    Rule("fiscal year", "date", "calendar", r"@stagefiscal(?: year)? @year"),
    Rule(
        "year",
        "date",
        "calendar",
        r"(?<![\d$£€#.,:/-])@stage(?:(?:the )?year )?@year(?![-/]\d)",
    ),
    Rule(
        "decade",
        "date",
        "decade",
        r"(?:the )?@stage(?P<decade>(?:1[5-9]|20)\d0|['’]?[2-9]0)['’]?s",
    ),
    Rule(
        "decade in words",
        "date",
        "decade",
        r"the @stage(?:nineteen[- ])?"
        rf"(?P<decade>{_TENS.replace('ty', 'ties')})",
    ),
    Rule(
        "century",
        "date",
        "century",
        r"(?:the )?@stage(?P<century>\d\d(?:st|nd|rd|th)|nineteenth|twentieth|twenty-first)"
        r"[- ]century",
    ),
    Rule(
        "weekday",
        "date",
        "weekday",
        r"(?!around \w+['’]s)(?:the (?=previous|following))?"
        r"@stage(?:(?P<relation>last|this past|past|this coming|coming|next|this|following|that"
        r"|previous) )?@weekday(?:['’]s)?(?: @part)?",
    ),
    Rule(
        "weekday of a week",
        "date",
        "weekday",
        r"@weekday(?:,? of)? (?P<relation>last|this|next) week",
    ),
    Rule(
        "named day",
        "date",
        "named day",
        r"@stage(?P<named>the day before yesterday|the day after tomorrow|today|yesterday"
        r"|tomorrow)(?:['’]s)?(?: @part)?",
    ),
    Rule(
        "part of a named day",
        "time",
        "named day",
        r"@stage(?P<named>this|that same|that|the same|the next|the following|the previous|last"
        r"|every) @part",
    ),
    Rule("tonight or overnight", "time", "named day", r"@stage(?P<named>tonight|overnight)"),
    Rule("the day before or after", "date", "named day", r"(?P<named>the day (?:before|after))"),
    Rule(
        "part of a day",
        "time",
        "part",
        r"(?:the )?(?:(?P<early_hours>(?:early|small|wee) (?:morning )?hours)|@part)(?: of)?",
    ),
    Rule(
        "clock",
        "time",
        "clock",
        r"(?<![\d:.,])(?P<hour>0?\d|1[0-2])(?:[:.](?P<minute>[0-5]\d))? ?"
        r"(?P<half_day>[ap]\.m\.|[ap]m)@zone",
    ),
    Rule(
        "clock of 24 hours",
        "time",
        "clock",
        r"(?<![\d:.,/])(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d)(?![:\d])@zone"
        r"|[:.](?P<minute_local>[0-5]\d) local time)",
    ),
    Rule(
        "military clock",
        "time",
        "clock",
        r"(?<![\d:.,])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?(?:hours|hrs|GMT|UTC|local time)",
    ),
    Rule(
        "hour of a part of a day",
        "time",
        "clock",
        rf"(?:{_AT_HOUR})(?P<hour>@hour|0?\d|1[0-2])(?:[:.](?P<minute>[0-5]\d))?(?: o['’]clock)?"
        r" (?P<half_day>in the morning|in the afternoon|in the evening|at night)",
    ),
    Rule("full hour", "time", "clock", r"(?P<hour>@hour|1[0-2]|\d) o['’]clock"),
    Rule("named unit", "date", "unit", r"(?:the )?@stage(?:the )?@relation @bigunit(?:['’]s)?"),
    Rule(
        "unit running",
        "date",
        "unit",
        r"(?:the )?(?P<modifier>early|late|later|earlier|beginning|start|end|middle)(?: in| of)"
        r" the @bigunit(?! (?:before|after|of))",
    ),
    Rule("end of the year", "date", "unit", r"(?P<unit>year)(?:['’]s|-| )(?P<modifier>end)(?!-)"),
    Rule("weekend", "date", "unit", r"(?:the )?(?P<unit>weekend)"),
    Rule(
        "units before or after",
        "date",
        "offset",
        r"@about@amount @more@units@orso (?P<relation>ago|from now|hence|earlier|later|afterwards"
        r"|previously|(?:before|after)(?=\s*(?:[,.;:)]|$|and\b|but\b)))(?! (?:than|which))",
    ),
    Rule("bare units ago", "date", "offset", r"@manyunits (?P<relation>ago)"),
    Rule(
        "latest units",
        "duration",
        "latest",
        r"(?:the |these )?(?P<relation>last|past|previous|preceding|this past|coming|next|following"
        r"|latest|recent|first) (?:@amount )?@more@units",
    ),
    Rule("rate", "set", "set", r"(?:(?<=[\ds]\s)|(?<=once\s)|(?<=twice\s)|(?<=ion\s))an? @unit"),
    Rule(
        "duration",
        "duration",
        "duration",
        r"@about(?!a second)@amount @more@units@orso(?:['’](?!s))?(?! old)",
    ),
    Rule("duration with a hyphen", "duration", "duration", r"@number-@unit(?:-long)?(?![- ]old)"),
    Rule("bare units", "duration", "duration", r"@manyunits(?:-long)?(?! old)"),
    Rule(
        "every unit",
        "set",
        "set",
        r"(?P<every>every|each) (?:other )?(?:@amount )?(?:@units|@weekday|@season|@month)"
        r"(?: @part)?",
    ),
    Rule("weekdays", "set", "set", r"@weekday(?:s| (?P<part>morning|afternoon|evening|night)s)"),
    Rule(
        "adverb of repetition",
        "set",
        "set",
        r"(?P<set>daily|nightly|weekly|fortnightly|monthly|quarterly|annually|yearly|annual|hourly)",
    ),
    Rule(
        "quarter",
        "date",
        "quarter",
        r"(?:the )?(?:(?:fiscal|company['’]s) )?@ordinal[- ](?P<unit>quarter|half)"
        r"(?: of (?:fiscal )?@year| of (?P<year_relation>last|this|next) year)?",
    ),
    Rule(
        "quarter of a year named before",
        "date",
        "quarter",
        r"(?:the )?(?:@year|(?P<year_relation>last|this|next) year['’]s"
        r"|(?P<year_back>year-(?:ago|earlier))) (?:fiscal )?@ordinal[- ](?P<unit>quarter|half)",
    ),
    Rule(
        "season",
        "date",
        "season",
        r"(?:(?P<relation>last|this past|past|this coming|this|next) |the "
        r"|(?<=\bin\s)|(?<=\bsince\s))"
        r"(?:(?P<modifier>early|late|mid)[- ])?@season(?! of (?!the year|last|this|next|\d{4}))"
        r"(?:(?:,? of)? @year| of (?P<year_relation>last|this|next) year)?",
    ),
    Rule(
        "holiday",
        "date",
        "holiday",
        r"(?:(?P<relation>last|this|next) )?(?P<holiday>Christmas Eve|Christmas(?: Day)?"
        r"|New Year['’]s (?:Day|Eve)|Boxing Day|May Day|Halloween|Valentine['’]s Day)"
        r"(?:,? @year)?",
    ),
    Rule(
        "reference to the present",
        "reference",
        "reference",
        r"(?P<present>now|currently|current|nowadays|at present|presently|at the moment|right now"
        r"|these days|to date|so far)",
    ),
    Rule(
        "vague reference to the past",
        "reference",
        "reference",
        rf"(?P<past>recently|recent|lately|previously|formerly"
        rf"|in the past(?! (?:\w+ ){{0,3}}(?:{_UNITS})s?\b)|the other day|long ago"
        r"|the recent past|the past)",
    ),
    Rule(
        "vague reference to the future",
        "reference",
        "reference",
        r"(?P<future>soon(?! as)|shortly(?! (?:after|before))|(?:in )?the"
        r" (?:near |foreseeable )?future|the coming days|future"
        r"|eventually)",
    ),
    Rule(
        "since then", "reference", "reference", r"(?P<then>since then|at the time(?! of)|by then)"
    ),
)
