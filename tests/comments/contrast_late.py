"""Further frames in the manner of `contrast`, written before the last training.

Which of them fail was never looked at while training was written, only their mean: they say how
far the other set's figures carry.
"""

HOSTILE = {
    "contempt": (
        "{g} are the scum of the earth.",
        "{g} are cowards and cheats.",
        "Most {g} are mad.",
    ),
    "dehumanised": ("{g} are beasts.", "{g} are nothing more than lice."),
    "hatred": ("I cannot abide {g}.", "God, I hate {g}.", "I feel nothing but disgust for {g}."),
    "threat": (
        "I'm going to kill the first {g} I meet.",
        "{g} will hang.",
        "Let us burn down the homes of {g}.",
    ),
    "wished harm": ("{g} should be castrated.", "I hope {g} get cancer."),
    "expulsion": ("Get all {g} out of here.", "{g} must be thrown out of Europe."),
    "reference": (
        "Have you seen {g} lately? They are revolting.",
        "{g} live across the road. Somebody should shoot them all.",
    ),
    "question": ("What is wrong with {g}, why are they so vile?", "When will {g} learn to wash?"),
    "denied": ("{g} will never be real citizens.", "{g} have no right to exist."),
    "implicit": ("You can't be human and be one of the {g}.", "I hold my nose when {g} pass."),
    "opinion": ("To me {g} are just filth.", "I'm entitled to my view: {g} are evil."),
    "sworn": ("Damn all {g}.", "{g} are a bloody disgrace."),
    "misspelt": ("I dispise {g}.", "{g} are parastes."),
    "run together": ("{g} aredisgusting.", "Ihate {g}."),
    "apart": ("{g} are t r a s h.",),
    "look-alikes": ("{g} sh0uld b3 sh0t.",),
}

HARMLESS = {
    "neutral": ("The survey asked {g} about their work.", "{g} were in the front row."),
    "praise": ("Nothing beats an evening with {g}.", "{g} are great people."),
    "negated": (
        "{g} are not filth.",
        "I never said that I hate {g}.",
        "I don't want {g} to suffer.",
    ),
    "quoted and denounced": (
        'Calling out "{g} are evil" is our duty.',
        '"I can\'t stand {g}" is how fascists talk.',
        'My boss said "{g} are lazy" and I resigned.',
    ),
    "denounced": ("Those who despise {g} are pathetic.", "Wishing death on {g} is monstrous."),
    "reported harm": ("The gunman killed {g} as they prayed.", "{g} are beaten in these prisons."),
    "allowed": ("{g} may marry whom they like.", "{g} should not be punished for this."),
    "of oneself": ("I am proud to be one of the {g}.",),
    "sworn": ("Damn right, {g} earned it.",),
    "things": ("These shoes are disgusting.", "I hate Mondays."),
    "one person": ("You're a pathetic worm.", "I hate my boss."),
    "other people": ("{o} are the scum of the earth.", "Get all {o} out of here."),
    "short": ("Sad.", "Agreed!", "Who?"),
}
