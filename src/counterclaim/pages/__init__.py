"""Pages: bytes to :class:`Page`, from HTML or from flattened text with no mark-up at all."""

from counterclaim.pages.page import Page
from counterclaim.pages.reading import MAX_BYTES, read_document

__all__ = ["MAX_BYTES", "Page", "read_document"]
