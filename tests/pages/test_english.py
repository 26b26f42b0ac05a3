"""Pages that are not in English say so; they are read all the same."""

import pytest

from counterclaim.pages import read_document

ENGLISH = (
    "Twelve soldiers were killed when a depot near Karvel blew up, the army of Sarvia said. "
    "Tolmara denied that it had fired anything at the town."
)
FOREIGN = {
    "German": (
        "Das Ministerium teilte am Dienstag mit, dass zwölf Soldaten bei einem Angriff auf das "
        "Lager in Karvel getötet worden seien. Es war in der Nacht, so der Sprecher, und an der "
        "Grenze habe es weitere Tote gegeben. Tolmara wies das zurück."
    ),
    "Dutch": (
        "Het ministerie zei dinsdag dat twaalf soldaten zijn gedood bij een aanval in Karvel. "
        "De regering van Tolmara ontkent dat het leger er iets mee te maken had of dat er schoten "
        "zijn gelost. We weten het niet, was de reactie."
    ),
    "Danish": (
        "Ministeriet oplyste tirsdag, at tolv soldater var blevet dræbt i et angreb på en by ved "
        "grænsen, og at det har bedt om hjælp til de sårede. Der er ikke tale om et uheld."
    ),
    "French": (
        "Le ministère a annoncé mardi que douze soldats avaient été tués dans une frappe sur le "
        "dépôt de Karvel. Tolmara a démenti toute implication et parle d'un accident."
    ),
    "Arabic": (
        "قالت وزارة الدفاع يوم الثلاثاء إن اثني عشر جنديا قتلوا في غارة جوية على مستودع في مدينة "
        "كارفيل ونفت تولمارا أي علاقة لها بالهجوم وقالت إنه حادث عرضي وقع في الليل"
    ),
    "Russian": (
        "Министерство обороны сообщило во вторник, что двенадцать солдат погибли в результате "
        "удара по складу в Карвеле. Толмара отвергла причастность и говорит о несчастном случае, "
        "который произошёл ночью."
    ),
}


def codes(text: str) -> list[str]:
    return [
        p.code for p in read_document(text.encode(), name="p.txt", published="2031-01-02").problems
    ]


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_told(language: str) -> None:
    assert codes(FOREIGN[language]) == ["CC906"]


@pytest.mark.parametrize(
    "text", [ENGLISH, f"{ENGLISH}\n\n«{FOREIGN['Russian'][:60]}», a rebel said.", "Ja. Nein.", "42"]
)
def test_english_and_too_few_words_are_not(text: str) -> None:
    assert codes(text) == []


def test_a_page_of_another_language_keeps_its_text_and_the_comments_do_not_count() -> None:
    comments = "\n\nComments (1)\n\nJan K.\n2 January 2031 10:00\n" + FOREIGN["German"]
    page = read_document(f"{ENGLISH}{comments}".encode(), name="p.txt", published="2031-01-02")
    assert [p.code for p in page.problems] == []
    foreign = read_document(FOREIGN["French"].encode(), name="p.txt", published="2031-01-02")
    assert foreign.document.text == FOREIGN["French"]
    assert foreign.problems[0].severity == "warning"
