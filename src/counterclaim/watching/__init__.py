"""Feeds and pages watched as they change: new claims, changed stories, contradictions."""

from counterclaim.watching.feeds import Item, older, parse_feed, parse_opml
from counterclaim.watching.news import News, atom_feed, json_feed, news_of
from counterclaim.watching.politeness import Pace
from counterclaim.watching.robots import Robots
from counterclaim.watching.visiting import Visitor
from counterclaim.watching.watcher import Trouble, Watcher

__all__ = [
    "Item",
    "News",
    "Pace",
    "Robots",
    "Trouble",
    "Visitor",
    "Watcher",
    "atom_feed",
    "json_feed",
    "news_of",
    "older",
    "parse_feed",
    "parse_opml",
]
