"""Words of page templates."""

import pytest

from counterclaim.pages.cues import (
    CUES,
    SKIPPED_TAGS,
    cue_bits,
    has_cue,
    is_hidden,
    kin,
    template_words,
)


@pytest.mark.parametrize(
    ("attributes", "words"),
    [
        ({}, ""),
        ({"href": "/a", "title": "b"}, ""),
        ({"class": "story-body wide"}, "story-body wide"),
        ({"id": "main", "class": "story"}, "story main"),
        ({"role": "main", "style": "x"}, "main"),
        ({"itemprop": "author", "rel": "author"}, "author author"),
    ],
)
def test_what_a_template_calls_an_element(attributes: dict[str, str], words: str) -> None:
    assert template_words(attributes) == words


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("comment-17", {"comment"}),
        ("userPost", {"body"}),
        ("photo_credit", {"caption", "byline"}),
        ("x1", set()),
        ("", set()),
    ],
)
def test_cues_in_words(words: str, names: set[str]) -> None:
    assert {name for name in CUES if has_cue(cue_bits(words), name)} == names


def test_like_elements_share_tag_and_class_without_digits() -> None:
    assert kin("li", "comment-12 odd") == kin("li", "comment-13 even") == "li comment-"
    assert kin("li", "comment") != kin("div", "comment")
    assert kin("p", "") == "p "


@pytest.mark.parametrize(
    ("tag", "attributes", "hidden"),
    [
        ("script", {}, True),
        ("p", {}, False),
        ("p", {"class": "hidden"}, False),
        ("p", {"hidden": ""}, True),
        ("p", {"style": "display : none"}, True),
        ("p", {"style": "color: red"}, False),
        ("span", {"aria-hidden": "true"}, True),
        ("div", {"aria-hidden": "true"}, False),
        ("span", {"aria-hidden": "false"}, False),
    ],
)
def test_what_is_not_shown(tag: str, attributes: dict[str, str], hidden: bool) -> None:
    assert is_hidden(tag, attributes) is hidden
    assert all(is_hidden(skipped, attributes) for skipped in SKIPPED_TAGS)
