"""Who may open what in intake; see tests/web/matrix.py."""

from tests.web.intake import targets
from tests.web.matrix import Row, roles

MONITORS = roles("intake_officer", "programme_officer")
HOSTS = roles("counsellor", "programme_officer")
COMPLAINT_KEEPERS = roles("intake_officer", "caseworker", "supervisor", "legal_officer")

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

ROWS: tuple[Row, ...] = RECORDS
