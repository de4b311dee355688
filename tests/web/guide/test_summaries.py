"""The summaries on paper: what they tell, what they must never tell, and that they are readable."""

import re
import subprocess
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from tests.web.referrals import made

from jaga.errors import Refused
from jaga.pages.pdf import pdf
from jaga_web.audit.models import Event
from jaga_web.cases import actions as cases
from jaga_web.cases.models import Goal, Identity, Service
from jaga_web.guide import actions, summaries
from jaga_web.referrals.consent_actions import withdraw_consent

NAME, SCHOOL = "Sekar Rekaan UJI", "SMP Contoh Rekaan"


@pytest.fixture
def case(person):
    holder = person("caseworker")
    case = cases.open_case(
        organisation=holder.organisation, source="direct", by=holder, age_band="12-14"
    )
    Identity.objects.create(case=case, name=NAME, school=SCHOOL)
    goal = Goal.objects.create(case=case, area="education", words="kembali belajar", by=holder)
    Goal.objects.create(case=case, area="health", words="tidak jadi", state="dropped", by=holder)
    Service.objects.create(
        case=case, goal=goal, code="health", due_on=date(2026, 12, 7), state="planned", by=holder
    )
    return case


def words(document) -> str:
    """Everything the document says, in its language."""
    return " ".join(re.findall(r"Text\(id='(.*?)', en=", repr(document)))


def test_the_childs_leaflet_tells_the_plan_and_whom_to_call(case):
    said = words(summaries.for_child(case, "id", date(2026, 11, 30)))
    assert "kembali belajar" in said
    assert "tidak jadi" not in said.replace("tidak jadi,", "")
    assert "7 Desember 2026" in said
    assert "129" in said
    assert "bukan salahmu" in said


def test_the_childs_leaflet_harms_nobody_who_carries_it(case):
    said = words(summaries.for_child(case, "id", date(2026, 11, 30))).lower()
    for telling in (NAME, SCHOOL, case.number, case.pseudonym, case.organisation.name):
        assert telling.lower() not in said
    for word in ("kekerasan", "seksual", "eksploitasi", "korban", "polisi:", "kasus"):
        assert word not in said


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_is_a_tagged_pdf_of_one_page_that_repeats(case, language):
    made = pdf(summaries.for_child(case, language, date(2026, 11, 30)), leaflet=True)
    assert made == pdf(summaries.for_child(case, language, date(2026, 11, 30)), leaflet=True)
    for mark in (b"/StructTreeRoot", b"pdfuaid", b"/Lang"):
        assert mark in made
    assert made.count(b"/Type /Page\n") + made.count(b"/Type/Page\n") <= 1


def test_making_one_leaves_an_event_and_no_name_in_it(case, person):
    actions.print_for_child(case=case, language="id", by=person("caseworker"))
    event = Event.objects.latest("seq")
    assert (event.verb, event.subject) == ("guide.child_summary_made", f"case:{case.pk}")
    assert event.detail == {}


def test_only_who_holds_the_case_or_assigns_cases_prints(case, person, other_organisation):
    assert actions.print_for_child(case=case, language="id", by=person("supervisor"))
    with pytest.raises(PermissionDenied):
        actions.print_for_child(case=case, language="id", by=person("caseworker", name="lain"))
    with pytest.raises(PermissionDenied):
        actions.print_for_child(
            case=case, language="id", by=person("supervisor", organisation=other_organisation)
        )


def test_the_page_hands_it_out_under_a_neutral_name(case, signed_in):
    answer = signed_in("caseworker").post(f"/guide/child/{case.pk}/", {"language": "en"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="rencana.pdf"'
    assert answer.content.startswith(b"%PDF")


def test_its_text_can_be_read_out(case, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(summaries.for_child(case, "id", date(2026, 11, 30)), leaflet=True))
    try:
        ended = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    except FileNotFoundError:
        pytest.skip("no pdftotext: reading the leaflet's text")
    assert "Yang kita sepakati" in ended.stdout.decode()


@pytest.fixture
def referral(organisation):
    return made.sent_to(made.partner_of(organisation), organisation)


def test_the_partners_paper_tells_what_was_disclosed_and_no_more(referral):
    identity = Identity.objects.get(case=referral.case)
    document = summaries.for_partner(referral, "id", date(2026, 11, 30))
    said = words(document)
    assert made.NOTE in said
    assert referral.pseudonym in said
    for untold in (identity.name, referral.case.number, referral.case.pseudonym):
        assert untold
        assert untold not in said
    assert b"pdfuaid" in pdf(document, leaflet=True)


def test_once_a_consent_is_taken_back_no_paper_is_printed(referral):
    holder = referral.case.owner
    assert actions.print_for_partner(referral=referral, language="id", by=holder)
    withdraw_consent(consent=referral.consent, wanted_by="child", by=holder)
    referral.refresh_from_db()
    with pytest.raises(Refused):
        actions.print_for_partner(referral=referral, language="id", by=holder)
