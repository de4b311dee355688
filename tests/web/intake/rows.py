"""Who may open what in intake; see tests/web/matrix.py."""

from tests.web.intake import targets
from tests.web.matrix import Row, roles

MONITORS = roles("intake_officer", "programme_officer")
HOSTS = roles("counsellor", "programme_officer")
COMPLAINT_KEEPERS = roles("intake_officer", "caseworker", "supervisor", "legal_officer")
READERS = roles("intake_officer", "caseworker", "supervisor")
SUPERVISOR = roles("supervisor")
CUSTODIAN = roles("custodian")
AUDITORS = roles("supervisor", "data_protection_officer")
CASE_READERS = roles(
    "intake_officer", "caseworker", "supervisor", "legal_officer", "counsellor", "registrar"
)


def post(url: str, shows: str = "/reports/", **options: object) -> Row:
    """A form that leads on; the people who read reports may send it unless told otherwise."""
    options = {"roles": READERS, "status": 302, **options}
    return Row(url, shows=shows, method="POST", **options)  # type: ignore[arg-type]


RECORDS: tuple[Row, ...] = (
    Row("intake:monitoring", shows="Berita bukan laporan", roles=MONITORS),
    Row("intake:monitoring_add", shows="Judul dicatat sebagai kode", roles=MONITORS),
    Row(
        "intake:monitoring_add",
        shows="/reports/monitoring/",
        status=302,
        roles=MONITORS,
        method="POST",
        data=targets.NEWS,
    ),
    Row("intake:monitoring_correct", shows="Koran Contoh", roles=MONITORS, target=targets.news),
    Row(
        "intake:monitoring_correct",
        shows="/reports/monitoring/",
        status=302,
        roles=MONITORS,
        method="POST",
        target=targets.news,
        data=targets.NEWS,
    ),
    Row("intake:activities", shows="tanpa nama", roles=HOSTS),
    Row("intake:activity_add", shows="kursi yang terisi", roles=HOSTS),
    Row(
        "intake:activity_add",
        shows="/reports/activities/",
        status=302,
        roles=HOSTS,
        method="POST",
        data=targets.ACTIVITY,
    ),
    Row("intake:activity_paste", shows="Baris CSV", roles=HOSTS),
    Row(
        "intake:activity_paste",
        shows="Tempel satu sampai",
        status=400,
        roles=HOSTS,
        method="POST",
        data={"text": ",".join(targets.ACTIVITY)},
    ),
    Row("intake:activity_correct", shows="Mitra Contoh", roles=HOSTS, target=targets.activity),
    Row(
        "intake:activity_correct",
        shows="/reports/activities/",
        status=302,
        roles=HOSTS,
        method="POST",
        target=targets.activity,
        data=targets.corrected,
    ),
    Row(
        "intake:activity_figures",
        shows="ditunjukkan ke luar",
        roles=HOSTS,
        target=targets.year_with_activity,
    ),
    Row("intake:complaints", shows="Aduan tentang layanan", roles=COMPLAINT_KEEPERS),
    Row("intake:complaint_add", shows="Nama anak tidak diperlukan", roles=COMPLAINT_KEEPERS),
    Row(
        "intake:complaint_add",
        shows="/reports/complaints/",
        status=302,
        roles=COMPLAINT_KEEPERS,
        method="POST",
        data=targets.COMPLAINT,
    ),
    Row(
        "intake:complaint",
        shows="Kata pengadu rekaan",
        roles=COMPLAINT_KEEPERS,
        target=targets.complaint,
    ),
    Row(
        "intake:complaint_move",
        shows="/reports/complaints/",
        status=302,
        roles=COMPLAINT_KEEPERS,
        method="POST",
        target=targets.complaint,
        data={"target": "checked", "reason": targets.REASON},
    ),
    Row(
        "intake:complaint_tell",
        shows="/reports/complaints/",
        status=302,
        roles=COMPLAINT_KEEPERS,
        method="POST",
        target=targets.complaint,
        data={"what": targets.REASON},
    ),
)

REPORTS: tuple[Row, ...] = (
    Row("intake:inbox", shows="Aman sekarang", roles=READERS),
    Row("intake:take_in", shows="Bacakan dulu", roles=READERS),
    post("intake:take_in", data=targets.BY_PHONE),
    Row("intake:referral_in", shows="rujukan masuk", roles=READERS),
    post("intake:referral_in", data=targets.REFERRED),
    Row("intake:report", shows="layang-layang ungu", roles=READERS, target=targets.report),
    post("intake:answer", target=targets.report, data={"body": "Terima kasih, kami membaca."}),
    post("intake:status", target=targets.report, data={"status": "waiting"}),
    post("intake:hand", target=targets.report, data=targets.a_colleague),
    post("intake:callback", target=targets.report, data={"reach": "08x", "window": "sore"}),
    post("intake:receipt", "Enam kata untuk kembali", status=200, target=targets.report),
    post("intake:agree", target=targets.report, data={"how": targets.HOW}),
    post("intake:withdraw", target=targets.agreed_report),
    post(
        "intake:bridge",
        "/",
        target=targets.agreed_report,
        data={"ground": "child"},
    ),
    post("intake:ask_from_report", target=targets.bridged_report, data={"why": targets.REASON}),
    # A case without an owner is seen by whoever assigns cases.
    Row(
        "intake:conversation",
        shows="layang-layang ungu",
        roles=SUPERVISOR,
        hidden=roles("caseworker", "legal_officer"),
        target=targets.bridged_case,
    ),
    post(
        "intake:answer_from_case",
        roles=SUPERVISOR,
        hidden=roles("caseworker", "legal_officer"),
        target=targets.bridged_case,
        data={"body": "Halo, ini pendampingmu."},
    ),
    post(
        "intake:ask_from_case",
        "/cases/",
        roles=SUPERVISOR,
        hidden=roles("caseworker", "legal_officer"),
        target=targets.bridged_case,
        data={"why": targets.REASON},
    ),
    Row("intake:link_requests", shows="Permintaan membuka segel", roles=CUSTODIAN),
    post(
        "intake:link_decide",
        "/reports/links/",
        roles=CUSTODIAN,
        target=targets.request,
        data={"answer": "grant", "reason": targets.REASON},
    ),
    post(
        "intake:link_look",
        "Segel terbuka",
        status=200,
        roles=SUPERVISOR,
        hidden=CASE_READERS - SUPERVISOR,
        target=targets.request_of_the_supervisor,
    ),
    Row("intake:link_reviews", shows="Orang ketiga", roles=AUDITORS),
    post(
        "intake:link_review",
        "/reports/links/reviews/",
        roles=AUDITORS,
        target=targets.granted_request,
        data={"answer": "in_order", "note": targets.REASON},
    ),
)

ROWS: tuple[Row, ...] = RECORDS + REPORTS
