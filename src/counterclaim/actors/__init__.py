"""Who is who: the shipped table of actors, and the cast of one document.

cast = Cast(page, Knowledge.load())
cast.resolve(start, end)      # -> Resolution(actor, kind, reason)
cast.named(start, end)        # -> mentions in a range, in order
cast.actors()                 # -> list[Actor]
"""

from counterclaim.actors.cast import Cast
from counterclaim.actors.knowledge import Entry, Knowledge
from counterclaim.actors.resolving import tied
from counterclaim.actors.role_phrases import LOCAL_OFFICES, speaks_for_himself
from counterclaim.actors.scene import Resolution
from counterclaim.actors.userfile import with_user_file

__all__ = [
    "LOCAL_OFFICES",
    "Cast",
    "Entry",
    "Knowledge",
    "Resolution",
    "speaks_for_himself",
    "tied",
    "with_user_file",
]
