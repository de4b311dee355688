"""With the six words: read, write again, change, agree, say who one is, delete.

Wrong, expired and unknown words get the same page after the same work: one Argon2id, one query.
"""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from jaga.casework import safe_contact
from jaga.errors import BadInput
from jaga_web.channel import queries, receipts
from jaga_web.channel import reporter_actions as actions
from jaga_web.channel.pages import Visit, page
from jaga_web.channel.returning import draw_status, found, of_page, state_of
from jaga_web.channel.told import IDENTITY


@page("GET", "POST")
def answer(visit: Visit) -> HttpResponse:
    """Type the six words; read the answer."""
    if not visit.sent:
        return visit.draw("code", {}, form=("code", {}))
    form = visit.form("code")
    visit.limited(form, "code")
    mark = receipts.mark_of(visit.one("code"))
    number = queries.by_mark(mark)
    if number is None:
        return visit.draw("code", {"wrong": True}, form=("code", {}), status=400)
    report = found(number, mark)
    if report.receipt_confirmed_at is None:
        actions.confirm(report=report)
    return draw_status(visit, report, mark)


@page("POST")
def say(visit: Visit) -> HttpResponse:
    """Write again."""
    report, mark = of_page(visit)
    body = visit.one("body")
    try:
        actions.say(report=report, body=body)
    except BadInput as refused:
        said = refused.say(visit.language)
        return draw_status(visit, report, mark, error=said, typed=body)
    return draw_status(visit, report, mark, _("Pesanmu terkirim."))


@page("POST")
def rules(visit: Visit) -> HttpResponse:
    """Change how one may be answered; also the way back from the other steps."""
    report, mark = of_page(visit)
    if visit.one("step") == "back":
        return draw_status(visit, report, mark)
    if visit.one("step") == "do":
        answers = {rule.name: visit.one(rule.name) for rule in safe_contact.RULES}
        actions.set_rules(report=report, answers=answers)
        return draw_status(visit, report, mark, _("Sudah diubah."))
    answers = safe_contact.read(report.safe_contact)
    content = {"rules": [(rule, answers.get(rule.name, "")) for rule in safe_contact.RULES]}
    return visit.draw("rules", content, form=state_of(report, mark))


@page("POST")
def identity(visit: Visit) -> HttpResponse:
    """Say who one is, after the words about the duty that begins then."""
    report, mark = of_page(visit)
    error = ""
    if visit.one("step") == "do":
        said = {name: visit.one(name) for name in IDENTITY}
        try:
            actions.tell_identity(report=report, identity=said)
        except BadInput as refused:
            error = refused.say(visit.language)
        else:
            return draw_status(visit, report, mark, _("Terima kasih. Ini kami simpan terkunci."))
    content = {"error": error, "given": report.identity_given_at is not None}
    status = 400 if error else 200
    return visit.draw("identity", content, form=state_of(report, mark), status=status)


@page("POST")
def agree(visit: Visit) -> HttpResponse:
    """Agree that somebody carries it as a case; or take that back."""
    report, mark = of_page(visit)
    step = visit.one("step")
    if step not in ("do", "undo"):
        return visit.draw("agree", {"report": report}, form=state_of(report, mark))
    try:
        actions.agree(report=report, to=step == "do")
    except BadInput as refused:
        return draw_status(visit, report, mark, error=refused.say(visit.language))
    report.refresh_from_db()
    note = _("Kamu setuju. Kamu masih boleh berubah pikiran.")
    return draw_status(visit, report, mark, note if step == "do" else _("Persetujuanmu ditarik."))


@page("POST")
def delete(visit: Visit) -> HttpResponse:
    """Say what stays; then delete everything else."""
    report, mark = of_page(visit)
    if visit.one("step") != "do":
        return visit.draw("delete", {"report": report}, form=state_of(report, mark))
    if actions.take_back(report=report):
        said = _("Tulisanmu dan semua pesan sudah musnah. Enam katamu tidak berlaku lagi.")
    else:
        said = _(
            "Enam katamu tidak berlaku lagi. Yang wajib disimpan menurut hukum kami kunci, lalu "
            "kami musnahkan sesudah kewajiban itu selesai."
        )
    return visit.tell(_("Sudah dihapus"), said)
