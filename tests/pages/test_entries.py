"""Live blogs and threads in HTML."""

from counterclaim.pages import Page, read_document


def entry(clock: str, stamp: str, head: str, text: str) -> str:
    return (
        f'<div class="entry-item"><time datetime="{stamp}">{clock}</time><h3>{head}</h3>'
        f"<p>{text}</p></div>"
    )


ENTRIES = [
    (
        "14:30",
        "2021-04-03T14:30:00+02:00",
        "Tug reaches ferry",
        "The coastguard says that a tug has reached the ferry and that a line is aboard.",
    ),
    (
        "13:05",
        "2021-04-03T13:05:00+02:00",
        "Lights out",
        "Passengers have told the Post by telephone that the lights are out on all the decks.",
    ),
    (
        "12:10",
        "2021-04-03T12:10:00+02:00",
        "Ferry adrift",
        "A ferry with about 300 people aboard is adrift off Tessaly, the coastguard said.",
    ),
]


def blog(entries: list[tuple[str, str, str, str]], between: str = "") -> Page:
    body = between.join(entry(*one) for one in entries)
    page = (
        "<!doctype html><html><body><h1>Ferry adrift: live</h1>"
        f"<div class='live-blog'>{body}</div></body></html>"
    )
    return read_document(page.encode(), name="x")


def told(page: Page) -> list[tuple[int | None, str | None]]:
    """Sequence and time of each update, in text order, once each."""
    found: list[tuple[int | None, str | None]] = []
    for block in page.blocks:
        if block.kind == "update" and (not found or found[-1][0] != block.sequence):
            found.append((block.sequence, block.time.value if block.time else None))
    return found


def test_entries_are_updates_newest_first() -> None:
    page = blog(ENTRIES)
    assert page.document.order == "newest-first"
    assert told(page) == [
        (3, "2021-04-03T14:30+02:00"),
        (2, "2021-04-03T13:05+02:00"),
        (1, "2021-04-03T12:10+02:00"),
    ]
    times = {block.time.evidence for block in page.blocks if block.kind == "update" and block.time}
    assert times == {"time-element"}


def test_entries_oldest_first() -> None:
    page = blog(ENTRIES[::-1])
    assert page.document.order == "oldest-first"
    assert [rank for rank, _ in told(page)] == [1, 2, 3]


def test_an_entry_s_heading_belongs_to_it() -> None:
    page = blog(ENTRIES)
    block = page.block_at(page.text.index("Lights out"))
    assert block is not None
    assert (block.kind, block.sequence) == ("update", 2)


def test_advertisements_between_entries_do_no_harm() -> None:
    assert len(told(blog(ENTRIES, between='<div class="ad"><a href="/x">Buy nets</a></div>'))) == 3


def test_paragraphs_with_markers_need_no_list() -> None:
    page = read_document(
        (
            b"<!doctype html><html><body><h1>Ferry adrift off Tessaly</h1>"
            b"<p><b>UPDATE 2:</b> The coastguard says that a tug has reached the ferry.</p>"
            b"<p><b>UPDATE 1:</b> Passengers say that the lights are out on all the decks.</p><hr>"
            b"<p>A ferry with about 300 people aboard is adrift off Tessaly, "
            b"the coastguard said on Saturday.</p>"
            b"<p>Her owners said that there was no danger to anyone on board.</p>"
            b"</body></html>"
        ),
        name="x",
    )
    ranks = [b.sequence for b in page.blocks if b.kind in ("update", "body")]
    assert ranks == [2, 1, 0, 0]
    assert page.document.order == "newest-first"
