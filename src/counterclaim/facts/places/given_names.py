"""Common given names of the languages in the news; the word after one is a surname."""

__all__ = ["GIVEN_NAMES"]

GIVEN_NAMES = frozenset(
    """
    aaron abbas abdallah abdel abdo abdul abdullah abigail abraham abu adam adel adrian
    ahmad ahmed aisha akram alan albert alejandro aleksandr aleksei alex alexander alexandra
    alexei alfred ali alice alison allan allen amanda amber amina amir amy ana anatoly andre
    andrea andreas andrei andrew andrey andy angela anita ann anna anne annie anthony
    antoine antonio anton arnold arthur ashley ashraf audrey ayman aziz barack barbara barry
    bashar bashir beatrice ben benedict benjamin bernard beth betty bill billy bob bobby
    boris brad bradley brandon brenda brendan brett brian bruce bruno bryan burhan caitlin
    cameron carl carla carlos carmen carol caroline carolyn catherine cathy cesar charles
    charlie charlotte cheryl chloe chris christian christina christine christopher cindy
    claire clara claude claudia cody colin connie craig cristina curtis cynthia dale dan
    daniel danielle danny darren darryl dave david dawn dean deborah debra denis denise
    dennis derek diana diane diego dmitri dmitriy dmitry don donald donna doris dorothy doug
    douglas dylan earl ed eddie edgar edith edward edwin eileen elena eli elijah elizabeth
    ella ellen emily emma emmanuel enrique eric erica erik ernest ethan eugene eva evan eve
    evelyn fabio fadi fahd faisal farid farouk fatima felix fernando fiona florence frances
    francesco francis francisco francois frank fred frederick gabriel gareth gary gavin
    gemma gennady geoffrey george gerald gerard gilbert gina giovanni gladys glen glenn
    gloria gordon grace graham greg gregory guillermo guy habib hadi hafez hamid hannah hans
    harold harriet harry haruki hasan hashim hassan hazel heather hector heidi helen helena
    henri henry herbert hiroshi holly howard hugh hugo hussein hussain ian ibrahim igor ilya
    imad imran ingrid irene irina isaac isabel isabella ismail ivan jack jackie jacob
    jacqueline jacques jaime jake jamal james jamie jan jane janet janice jared jason javier
    jay jean jeff jeffrey jenna jennifer jeremy jerome jerry jesse jessica jesus jill jim
    jimmy jo joan joanna joe joel johan johann johannes john johnny jon jonathan jorge jose
    joseph josh joshua joy joyce juan judith judy julia julian julie julio justin kamal
    karen karim karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth
    kevin khaled khalid khalil kimberly kirill kofi kyle larry laura lauren laurence
    lawrence lee leila leo leon leonard leonid leslie liam linda lindsay lisa liz lloyd
    logan louis louise lucas lucy luis luke lynn magdalena mahdi maher mahmoud majid manuel
    marc marco marcus margaret maria marian marie marilyn mario marion mark marta martha
    martin marvin mary maryam mason massoud matt matthew maureen maurice max maya megan
    mehmet melanie melissa michael michel michelle miguel mikhail mike mohamed mohammad
    mohammed molly monica moses mostafa muhammad mukhtar murad murat musa mustafa nabil
    nadia nancy naomi nasser natalia natalie natasha nathan neil nelson nicholas nick nicola
    nicolas nicole nigel nikita nikolai nina nizar noah noor nora norman olga oleg oliver
    olivia omar oscar osama osman otto owen pablo pamela pascal pat patricia patrick paul
    paula pauline pavel pedro penny peter phil philip philippe phillip pierre priya qasim
    rachel rafael rahim raj ralph ramon ramzi randy rania rashid raul ray raymond rebecca
    recep reza ricardo richard rick rita robert roberto robin rodney rodrigo roger roland
    roman ron ronald rory rosa rose ross roy ruben russell ruth ryan saad sadiq saeed said
    salah saleh salem salim sally salman sam samantha sami samir samuel sandra santiago sara
    sarah saud scott sean sebastian sergei sergey sergio seth shane shannon sharon shaun
    sheila shirley simon sofia sonia sophia sophie stan stanislav stanley stefan stella
    stephanie stephen steve steven stewart stuart sue susan suleiman suzanne svetlana sylvia
    tamara tanya tara tariq tatiana ted terence teresa terry theodore theresa thomas tiffany
    tim timothy tina todd tom tommy tony tracy trevor tyler usama valentina valerie vanessa
    vera veronica vicki victor viktor vincent vitaly vladimir vyacheslav walid wallace
    walter warren wayne wendy wesley will willem william yahya yasmin yasser yevgeny yuri
    yusuf yves zachary zahra zainab zaki
    """.split()
)
"""Lower case; names that are first of all places ("Virginia", "Jordan") are left out."""
