"""Sets of words by which the press, its readers and a page's furniture differ."""

from __future__ import annotations

__all__ = ["COLUMNS", "SETS"]

SETS: dict[str, frozenset[str]] = {
    "first": frozenset("i i'm i've i'd i'll me my mine myself im ive".split()),
    "plural": frozenset("we we're we've us our ours let's lets".split()),
    "second": frozenset("you you're you've you'd your yours yourself u ur youre".split()),
    "report": frozenset(
        "said says told according reported statement spokesman spokeswoman spokesperson minister "
        "officials official authorities police ministry reporters confirmed announced added "
        "agency news reuters percent".split()
    ),
    "chat": frozenset(
        "lol lmao omg wtf haha hahaha btw imo imho yeah yep yes nope hey dude guys ok okay please "
        "thanks sorry oh wow gonna gotta wanna kinda sheeple troll idiot idiots moron stupid crap "
        "hell damn shit fucking fuck bullshit ass bs dumb sad shame disgusting ridiculous pathetic "
        "agree disagree article comment comments post posted poster".split()
    ),
    "stance": frozenset(
        "think believe guess hope wonder know thought love hate why really just actually maybe "
        "probably obviously clearly should never always nobody everyone anyone".split()
    ),
    "short": frozenset(
        "don't can't won't isn't aren't doesn't didn't wasn't it's that's there's what's he's "
        "they're wouldn't shouldn't couldn't haven't hasn't dont cant wont isnt doesnt "
        "thats".split()
    ),
    "legal": frozenset(
        "copyright rights reserved privacy terms subscribe subscriber newsletter newsletters login "
        "register cookies cookie advertise advertisement advertising sitemap rss".split()
    ),
    "present": frozenset(
        "walks walk stands stand sits poses pose speaks looks look gestures holds hold shakes "
        "arrives attends carries carry inspects gathers watches watch waves pictured seen".split()
    ),
    "when": frozenset(
        "monday tuesday wednesday thursday friday saturday sunday january february march april "
        "june july august september october november december yesterday week month".split()
    ),
}
"""Words in small letters with straight apostrophes; no word is in two sets."""

COLUMNS: dict[str, int] = {word: at for at, group in enumerate(SETS.values()) for word in group}
"""The ordinal of the set that a word is in."""
