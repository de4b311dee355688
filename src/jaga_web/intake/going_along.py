"""What a report hands to its case: the help that was asked for and the safe-contact rules.

They become the first version of answers in the case's own forms, where whoever holds the case
goes on with them. The child's words are not among them.
"""

from jaga.casework import safe_contact
from jaga_web.cases.models import Case, Entry
from jaga_web.channel.models import Report
from jaga_web.people.models import User

# A rule of the channel, and the question of the case's form that asks the same. Whose device it
# is and whom the child trusts have no such question; the panel on the case's page shows them.
QUESTIONS = {
    "when": "contact_when",
    "where": "contact_where",
    "name_to_use": "contact_as",
    "must_not_know": "contact_never",
    "code_word": "contact_word",
}
# A kind of help as the channel asks for it, and as the case's form lists it.
HELP = {
    "listen": "talk",
    "stop": "stop_sharing",
    "remove": "stop_sharing",
    "safe_place": "place",
    "health": "health",
    "law": "legal",
    "school": "school",
    "needs": "money",
    "unsure": "unsure",
}


def first_answers(report: Report) -> dict[tuple[str, str], str]:
    """Section and question of the case's forms, with what the report already tells."""
    rules = safe_contact.read(report.safe_contact)
    answers = {
        ("safe_contact", question): rules[rule]
        for rule, question in QUESTIONS.items()
        if rule in rules
    }
    wanted = dict.fromkeys(HELP[code] for code in report.help_wanted if code in HELP)
    if wanted:
        answers["wishes", "help_wanted"] = " ".join(wanted)
    return answers


def write_first(*, report: Report, case: Case, by: User) -> None:
    """Put them into a case that was just opened."""
    for (section, name), value in first_answers(report).items():
        Entry.objects.create(case=case, section=section, name=name, value=value, version=1, by=by)
