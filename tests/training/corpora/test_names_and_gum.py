import pytest
from training.corpora.gum import gum, mentions, read_conllu
from training.corpora.kinds import Kinds, weapons
from training.corpora.names import joined, uner_ewt, wnut17

from training.corpora import validate


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(document):
    validate(document)
    return [(document.text[a:b], label) for a, b, label in document.spans["entities"]]


def row(number, word, tag, head, misc="_"):
    return f"{number}\t{word}\t{word}\tX\t{tag}\t_\t{head}\tdep\t_\t{misc}"


GUM = "\n".join(
    (
        "# newpar_block = head",
        "# text = President Ilse Varn visited Spain.",
        row(1, "President", "NNP", 4, "Entity=(1-person-new-nn-cf1-1-coref"),
        row(2, "Ilse", "NNP", 1),
        row(3, "Varn", "NNP", 1, "Entity=1)"),
        row(4, "visited", "VBD", 0),
        row(5, "Spain", "NNP", 4, "Entity=(2-place-new-nn-cf1-1-coref-Spain)|SpaceAfter=No"),
        row(6, ".", ".", 4),
        "",
        "# newpar",
        "# text = She called the country's tanks old.",
        row(1, "She", "PRP", 2, "Entity=(1-person-giv-nn-cf1-1-ana)"),
        row(2, "called", "VBD", 0),
        row(3, "the", "DT", 6, "Entity=(3-object-new-nn-cf1-1-sgl(2-place-giv-nn-cf1-1-coref"),
        "4-5\tcountry's\t_\t_\t_\t_\t_\t_\t_\t_",
        row(4, "country", "NN", 6, "Entity=2)"),
        row(5, "'s", "POS", 4),
        row(6, "tanks", "NNS", 2, "Entity=3)"),
        row(7, "old", "JJ", 2, "SpaceAfter=No"),
        row(8, ".", ".", 2),
        "",
    )
)


@pytest.fixture
def document(tmp_path):
    put(tmp_path / "gum/GUM_own_visit.conllu", GUM)
    (one,) = gum(tmp_path)
    return one


def test_the_text_is_put_together_from_its_tokens(document):
    assert document.name == "gum/GUM_own_visit"
    assert document.text == (
        "President Ilse Varn visited Spain.\n\nShe called the country's tanks old."
    )


def test_names_lose_their_title_and_states_are_told_from_places(document):
    assert found(document) == [("Ilse Varn", "person"), ("Spain", "state")]


def test_weapons_are_unknown_because_nobody_marked_them(document):
    assert [document.text[a:b] for a, b in document.unknown["entities"]] == ["tanks"]


def test_a_mention_points_to_its_nearest_earlier_one(document):
    def words(span):
        return span and document.text[span[0] : span[1]]

    assert [(words(a), words(b)) for a, b in document.links["coreference"]] == [
        ("President Ilse Varn", None),
        ("Spain", None),
        ("She", "President Ilse Varn"),
        ("the country", "Spain"),
    ]


def test_mentions_that_close_and_open_in_one_cell():
    raw = "\n".join(
        (
            row(
                1,
                "North",
                "NNP",
                0,
                "Entity=(7-organization-new-n-c-1-coref(1-place-new-n-c-1-sgl)",
            ),
            row(2, "Desk", "NNP", 1, "Entity=7)"),
        )
    )
    _, tokens = read_conllu(raw)
    assert [(m.first, m.last, m.entity, m.kind) for m in mentions(tokens)] == [
        (0, 1, 7, "organization"),
        (0, 0, 1, "place"),
    ]


def test_a_mention_that_never_closes_or_opens_is_left_out():
    raw = (
        row(1, "A", "NNP", 0, "Entity=(1-person-new-n") + "\n" + row(2, "B", "NNP", 1, "Entity=9)")
    )
    assert mentions(read_conllu(raw)[1]) == []


UNER = """# newdoc id = own-1
# sent_id = 1
# text = Ilse Varn left Spain .
1\tIlse\tB-PER\t-\t-
2\tVarn\tI-PER\t-\t-
3\tleft\tO\t-\t-
4\tSpain\tB-LOC\t-\t-
5\t.\tO\t-\t-

# sent_id = 2
# text = Lurin Dockers sang
1\tLurin\tB-ORG\t-\t-
2\tDockers\tI-ORG\t-\t-
3\tsang\tO\t-\t-

# newdoc id = own-2
# text = Nothing here
1\tNothing\tO\t-\t-
2\there\tO\t-\t-
"""


def test_uner_by_document(tmp_path):
    put(tmp_path / "uner_ewt/en_ewt-ud-dev.iob2", UNER)
    put(tmp_path / "uner_ewt/en_ewt-ud-test.iob2", "")
    first, second = uner_ewt(tmp_path)
    assert first.name == "uner_ewt/dev/own-1"
    assert found(first) == [
        ("Ilse Varn", "person"),
        ("Spain", "state"),
        ("Lurin Dockers", "organisation"),
    ]
    assert second.spans == {"entities": []}


WNUT = """Ilse\tB-person
plays\tO
Stormfall\tB-product
!\tO

I\tO
'm\tO
in\tO
Lurin\tB-location
"""


def test_wnut_posts_are_joined_and_products_unknown(tmp_path):
    put(tmp_path / "wnut17/wnut17train.conll", WNUT)
    put(tmp_path / "wnut17/emerging.dev.conll", "")
    (document,) = wnut17(tmp_path)
    assert document.text == "Ilse plays Stormfall!\n\nI'm in Lurin"
    assert found(document) == [("Ilse", "person"), ("Lurin", "place")]
    assert [document.text[a:b] for a, b in document.unknown["entities"]] == ["Stormfall"]


def test_tags_are_joined():
    tagged = [(0, 1, "B-x"), (2, 3, "I-x"), (4, 5, "I-y"), (6, 7, "O"), (8, 9, "B-y")]
    assert list(joined(tagged)) == [(0, 3, "x"), (4, 5, "y"), (8, 9, "y")]
    assert list(joined([])) == []


@pytest.mark.parametrize(
    ("name", "coarse", "kind"),
    [
        ("France", "place", "state"),
        ("the United Kingdom", "organisation", "state"),
        ("Reuters", "organisation", "outlet"),
        ("Lurin Herald", "organisation", "outlet"),
        ("Hezbollah", "organisation", "armed_group"),
        ("Marsh Brigade", "organisation", "armed_group"),
        ("Lurin Airport", "place", "facility"),
        ("Airport", "place", "place"),
        ("Jordan", "person", "person"),
        ("us", "organisation", "organisation"),
        ("Lurin Bakers", "organisation", "organisation"),
    ],
)
def test_kinds(name, coarse, kind):
    assert Kinds().refine(name, coarse) == kind


def test_petrarch_names_are_armed_groups(tmp_path):
    path = "plover_cameo/petrarch2/petrarch2/data/dictionaries/Phoenix.MilNonState.actors.txt"
    put(
        tmp_path / path, "# head\nMARSH_COLUMN_ [OWNREB] # x\n+COLUMN_OF_THE_MARSH_(CM)_\n+ALONE_\n"
    )
    kinds = Kinds(tmp_path)
    assert kinds.known("Marsh Column") == "armed_group"
    assert kinds.known("Column of the Marsh") == "armed_group"
    assert kinds.known("Alone") is None, "single words are too often common nouns"


def test_words_for_weapons():
    text = "Two drones and a rifle lay by the shellfish"
    assert [text[a:b] for a, b in weapons(text)] == ["drones", "rifle"]
