"""Pages about games and shows, where teams beat and singers hit and nobody is harmed.

Words of sport and of the stage are counted over a page; on one with many different ones, only a
sentence that also has a word of real harm holds events of violence ("two fans were killed outside
the stadium").
"""

import re
from functools import lru_cache

from counterclaim.pages import Page

__all__ = ["in_earnest", "is_contest"]

_SPORT = re.compile(
    r"\b(?:"
    r"(?P<football>midfielders?|goalkeepers?|goalless|strikers?|kick-?off|half-?time|offside|"
    r"equali[sz]ers?|corner kick|free[- ]kick|penalty (?:area|box|kick|shoot-?out)|hat-?trick|"
    r"relegat(?:ed|ion)|premiership|premier league|champions league|world cup|fixtures?)|"
    r"(?P<american>quarterbacks?|touchdowns?|linebackers?|cornerbacks?|interceptions?|fumbles?|"
    r"end zone|field goals?|nfl|nba|nhl|mlb|super bowl|playoffs?|play-offs?|postseason|preseason|"
    r"rebounds?|free throws?|three-pointers?|3-pointers?|layups?|point guard|home ?runs?|innings?|"
    r"pitchers?|batters?|outfield(?:er)?|shortstop|puck|goaltenders?|goalies?|netminders?|"
    r"shut-?outs?|face-?offs?|power play)|"
    r"(?P<others>wickets?|bowlers?|batsm[ae]n|test match|all-rounder|scrums?|try line|fly-half|"
    r"grand slam|break points?|match points?|tie-?break(?:er)?|straight sets|unseeded|seeded|"
    r"(?:men|women)['\N{RIGHT SINGLE QUOTATION MARK}]s (?:singles|doubles)|"
    r"(?:australian|french|us|u\.s\.) open|wimbledon|pga|golfers?|birdies?|bogeys?|fairways?|"
    r"(?:over|under)[- ]par|putts?|olympi(?:c|cs|an)|"
    r"grand prix|pole position|peloton|knockout|heavyweight|medall?ists?)|"
    r"(?P<stage>albums?|songwriters?|songs?|lyrics|singers?|rappers?|pop star|guitarists?|"
    r"drummers?|vocals|vocalist|playlist|soundtrack|gigs?|hit single|box office|movies?|sitcoms?|"
    r"soap opera|screenplay|screenwriter|actress|sequel|prequel|film-?makers?|red carpet|"
    r"nominees?|oscars?|grammys?|emmys?|baftas?|golden globes?|video games?|gamers|gameplay|"
    r"playstation|xbox)|"
    r"(?P<show>tracks?|bands?|concerts?|charts?|films?|episodes?|audiences?|awards?|"
    r"nominat(?:ed|ion)s?|festival|theatres?|theaters?|performances?|premi[eè]red?|co-?stars?|"
    r"starring|tv show|debut|"
    r"celebrit(?:y|ies)|viewers|presenter|comedian|comedy|drama|musical|hits|duet|stage)|"
    r"(?P<teams>teammates?|team-mates?|head coach|coach(?:es|ed)?|referees?|umpires?|roster|"
    r"defenders?|squads?|line-?up|captaincy|clubs?|stadium|season|leagues?|tournaments?|"
    r"teams?|players?|games?|match(?:es)?|wins?|winless|fans|contract|transfer|"
    r"championships?|semi-?finals?|quarter-?finals?|finals|unbeaten|undefeated|underdogs?)|"
    r"(?P<play>scored|scoring|scoreless|goals?|points|assists|drew level|overtime|extra time|"
    r"first half|second half|first quarter|second quarter|third quarter|fourth quarter|"
    r"starting (?:eleven|xi)|substitutes?|victory over|defeat (?:to|by|at)|won \d|lost \d)|"
    r"(?P<score>\d{1,3}[-\N{EN DASH}]\d{1,3}(?: (?:win|loss|victory|defeat|draw|lead|record))?)"
    r")\b"
)
"""Words of sport and of the stage by kind, in small letters; those that stand elsewhere too
("season", "points") count only as one kind among others."""

_PLAIN = frozenset({"teams", "play", "score", "show"})
"""Kinds whose words stand on other pages, too."""

_DIFFERENT, _OWN, _PER_WORDS = 6, 2, 60
"""A page about a game or a show has so many different words of it, so many of them of no other
field, and one in so many words at least; more of them than words of harm."""

_HARM = re.compile(
    r"\b(?:kill(?:ed|ing|s)|dead|death toll|d(?:ied|ies)|murder\w*|wounded|"
    r"hospitali[sz]ed|bodies|gunm[ae]n|gunfire|gunshots?|shooter|bomb(?:s|ed|er|ers|ing|ings)?|"
    r"blasts?|explosions?|explosives?|missiles?|rockets?|grenades?|shelling|air ?strikes?|drones?|"
    r"troops|soldiers?|militants?|rebels?|terroris[mt]s?|hostages?|kidnap\w*|abduct\w*|"
    r"police|arrest\w*|riot(?:s|ers|ing)?|stabbed|knife|massacre|war crimes?)\b",
    re.IGNORECASE,
)
"""Words of harm that no game is told with; what is left out ("shot", "beat", "attack") is."""

_WORD = re.compile(r"\w+")


def is_contest(page: Page) -> bool:
    """Whether the page's article is about a game or a show."""
    told = {"headline", "body", "update", "caption"}
    ranges = tuple(block.span.range for block in page.blocks if block.kind in told)
    return _about_game(page.document.text, ranges)


# Claims and facts ask the same of a page, one right after the other.
@lru_cache(4)
def _about_game(text: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    found: dict[str, str] = {}
    times = 0
    for start, end in ranges:
        # A pattern of small letters skips words that begin otherwise four times as fast as one
        # that takes letters of either case.
        for match in _SPORT.finditer(text[start:end].lower()):
            times += 1
            kind = match.lastgroup or ""
            found["score" if kind == "score" else match.group()] = kind
    own = sum(kind not in _PLAIN for kind in found.values())
    if len(found) < _DIFFERENT or own < _OWN:
        return False
    words = sum(len(_WORD.findall(text, start, end)) for start, end in ranges)
    # An attack on a concert is told with more words of harm than of music.
    harms = sum(len(_HARM.findall(text, start, end)) for start, end in ranges)
    return times * _PER_WORDS >= words and times > harms


def in_earnest(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` has a word of real harm."""
    return _HARM.search(text, start, end) is not None
