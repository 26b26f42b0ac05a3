"""Signs of force in the words of a cue and a content, each of which weighs a little by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from counterclaim.language import Sifted, Sought

__all__ = ["CONTENT_SIGNS", "CUE_SIGNS", "NEGATION", "WORD"]

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE
)

_START = r"^\W*(?:that )?\W*"
_OWN = r"(?:it|they|he|she|we|i|(?:its|his|her|their|our|my)(?: own)? [\w' -]{2,30}?)"
_DID = r"(?:had|has|have|was|were|is|are|did|does|do|could|would|will)"


def _signs(table: Mapping[str, str]) -> Sifted:
    return Sifted({name: Sought(pattern, re.IGNORECASE) for name, pattern in table.items()})


CONTENT_SIGNS = _signs(
    {
        "no x did": rf"{_START}(?:no|not (?:a|one)|none of|nobody|nothing|no one|neither)\b"
        rf"[^,;.]{{0,60}}?\b{_DID}\b",
        "begins with no": rf"{_START}(?:no|nobody|nothing|no one|none|neither|never|not)\b",
        "never": r"\bnever\b",
        "own never": rf"{_START}{_OWN}\b[^,;.]{{0,30}}\bnever\b",
        "did nothing": r"\b(?:sold|fired|holds?|held|lost|changed|gave|received|made|did|done|"
        r"taken|took|played|used|sent|signed|touched|hid|hidden|planned) (?:no|nobody|nothing|"
        r"none)\b",
        "own no": rf"{_START}{_OWN}\W+(?:\w+ ){{0,2}}?(?:no|nobody|nothing|none)\b",
        "no such": r"\b(?:not|n['’]t) exist|no such\b",
        "there no": rf"{_START}there (?:\w+ ){{0,2}}?{_DID}(?: been| and \w+)? ?\W?(?:no|never|"
        rf"nobody|"
        r"nothing|not)\b",
        "own not": rf"{_START}{_OWN}\b[^,;.]{{0,40}}(?:\bnot\b|n['’]t\b)",
        "misunderstood": r"\b(?:misunderstood|misquoted|misread|misheard|mistranslated|out of "
        r"context|shortened)\b",
        "not but": r"(?:\bnot|n['’]t) [^,;.]{1,50}(?:,? but\b|, not\b)|, not\b|\band not\b",
        "only": r"\bonly\b",
        "untrue": r"\b(?:false(?! (?:information|intelligence|alarm))|baseless|untrue|"
        r"fabricat\w+|unfounded|fake|a lie|lies|nonsense|"
        r"slander|invented|invention|propaganda|fantas\w+|fairy|rumours?|fiction|hoax|staged|"
        r"theatre|"
        r"poetry|delirium|nothing to do with|coincidence|set up)\b",
        "as ordered": r"\b(?:by the (?:book|rules)|lawful\w*|as planned|according to (?:plan|"
        r"orders)|"
        r"what i was told|military (?:target|objective|infrastructure)s?|fighters|terrorists|"
        r"militants|in self-defence|acted as)\b",
        "will": rf"{_START}(?:[\w' -]{{2,40}} )?(?:will|would|shall|won['’]t|wouldn['’]t)\b",
        "own will": rf"{_START}{_OWN}(?: would| will| shall|['’]ll|['’]d| won['’]t| wouldn['’]t)\b",
        "any will": r"\b(?:would|will|shall)\b|['’]ll\b",
        "until": r"\b(?:until|by (?:midnight|noon|dawn|friday|monday|the end)|from (?:midnight|now|"
        r"tomorrow|monday)|tomorrow|next (?:week|month|year)|within \w+ (?:days|hours|weeks))\b",
        "found out": r"\b(?:will|would|shall) (?:be )?(?:found|punished|answer|pay|held|brought|"
        r"publish\w*|rebuil\w+|return\w*|respon\w+|not rest|fight|defend|strike|continue|"
        r"do everything)\b",
        "question": r"\?",
        "must": r"\b(?:must|ought|has to|have to|needs? to|it (?:was|is) (?:high )?time)\b",
        "should": r"\bshould\b",
        "order": rf"{_START}(?:please )?(?:let|give|go|stop|tell|come|show|bring|send|leave|keep|"
        rf"stay|"
        r"do not|don['’]t|look|put|take|open|free|release|publish|hand|return|withdraw|end)\b",
        "ask him": r"\bask (?:him|her|them|me|the|that|in|who)\b",
        "to do": rf"{_START}(?:[\w'’-]+ ){{0,6}}(?:not )?to (?!be\b|have\b)\w+",
        "for an act": rf"{_START}(?:for|an?|the) (?:[\w-]+ ){{0,3}}?(?:inquiry|investigation|"
        rf"apology|"
        r"release|withdrawal|halt|end|ceasefire|truce|resignation|explanation|restraint|calm|"
        r"meeting)\b",
        "sorrow": r"\b(?:sorry|ashamed|shame|sadden\w*|weep\w*|wept|grie\w+|thoughts|prayers|"
        r"heartbroken|condol\w+|forgiv\w+|pardon|mourn\w*|tragedy|tragic|sorrow\w*|apolog\w+|"
        r"regret\w*|heavy heart|bow\w* (?:our|my|his|her|their))\b",
        "i did": rf"{_START}(?:i|we) (?:\w+ed|shot|hit|gave|took|ran|left|did|was|were|had|made|"
        rf"told)\b",
        "ours": r"\b(?:ours|our own|my own|one of our|by our|my fault|was wrong|were wrong|got it "
        r"wrong|mistakes?|errors?|wrong|fail(?:ed|ure)|too late|too long)\b",
        "nothing to add": r"\b(?:nothing (?:more |further )?to (?:add|say)|no comment|add nothing|"
        r"matter for|part of the investigation|no authority|not answer|took note|takes? note|wait "
        r"for|no information|unavailable|not available|not reachable|for others to|not for (?:me|"
        r"him|"
        r"her|it|us) to|in due course|under investigation|do not ask|don['’]t ask)\b",
        "unverified": r"\b(?:verif\w+|geolocat\w+|corroborat\w+|authentic\w*|no proof|no evidence|"
        r"yet to (?:see|be shown)|too (?:early|soon)|could not swear|not (?:sure|certain|convinced|"
        r"persuaded)|hard to (?:see|believe)|would like to (?:see|meet|know))\b",
        "was warned": r"\b(?:ignored|failed to|(?:was|were|been) (?:told|warned)|knew|known "
        r"(?:since|about)|did not answer|nobody (?:came|rang|listened)|no one (?:came|rang))\b",
        "hid": r"\b(?:hid(?:den|es|ing)?|stolen|stole|theft|loot\w*|plant(?:ed|s)|slammed|locked|"
        r"bought|paid|bribe\w*|forged|tore|buried|cover\w*|lied|betray\w*|smuggl\w*|armed|arms|"
        r"broke|broken|dragged|beat|beaten|forced|behind (?:the|this|it))\b",
        "fired on": r"\b(?:opened fire|shot (?:dead|at|into|first)|fired (?:on|at|into|first)|"
        r"killed "
        r"by|shelled|bombed|attack\w*|execution|massacre|murder\w*|pirates?|piracy|crimes?|"
        r"criminals?|terror\w*|provocation|cemetery|slaughter)\b",
        "you": r"\b(?:you|your|yours)\b",
        "we": r"\b(?:we|our|us|ours|i|my|me|mine)\b",
        "they": rf"{_START}they\b",
        "if": r"\bif\b",
        "number": r"\d",
    }
)
"""What the words that are said show."""

CUE_SIGNS = _signs(
    {
        "insists": r"\b(?:insist|maintain|protest|retort|counter|repl(?:y|ied)|answer|hit back|"
        r"object|rejoin|shot back|hastened)\w*",
        "names": r"\b(?:call|describ|brand|label|dub|qualif|treat)\w*",
        "asks": r"\bask\w*",
        "invites": r"\b(?:invit|appeal|beg|plead|propos|suggest|recommend|advis|expect)\w*",
        "wants": r"\b(?:want|wish|would like)\w*",
        "warns": r"\b(?:warn|caution)\w*",
        "blames": r"\b(?:blam|charg|reproach|attribut|suspect|point|fault|mock|jeer|sneer|scoff|"
        r"ridicul|taunt|fume|rag|blast|slam|storm|cr(?:y|ie))\w*",
        "speaks of": r"\b(?:spoke|speaks?|spoken|speaking|talk\w*)(?: of| about)?$",
        "confirms": r"\b(?:confirm|now (?:say|speak)|own|reveal|disclos|confess|testif)\w*",
        "believes": r"\b(?:believ|think|thought|consider|feel|felt|reckon|suppos)\w*",
        "announces": r"\b(?:announc|declar|decid|order|decree)\w*",
        "not": r"\b(?:not|no|nothing|neither|cannot)\b|n['’]t\b",
        "keeps silent": r"\b(?:avoid|evad|sidestep|dodg|ignor|shrug|walk|hung|silen|kept|stay|"
        r"remain|reserv|wav)\w*",
        "reports": r"\b(?:report|publish|carr(?:y|ied)|according|cit|quot|writ|wrote)\w*",
        "says": r"^(?:\w+ )?(?:said|says|say|saying|added|adds|told|tells)$",
    }
)
"""What the words that cite show, beside the verbs of `cues`."""
