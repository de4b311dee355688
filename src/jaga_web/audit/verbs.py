"""Every verb of the audit chain, with the sentence shown to whoever reads it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERBS: dict[str, Promise | str] = {
    "audit.anchored": _("Mengekspor jangkar jejak audit"),
    "people.signed_in": _("Masuk"),
    "people.signed_out": _("Keluar"),
    "people.sign_in_refused": _("Percobaan masuk ditolak"),
    "people.code_refused": _("Kode sekali pakai ditolak"),
    "people.password_chosen": _("Memilih kata sandi sendiri"),
    "people.factor_enrolled": _("Mendaftarkan faktor kedua"),
    "people.person_added": _("Menambahkan staf"),
    "people.person_deactivated": _("Menonaktifkan staf"),
    "people.person_reactivated": _("Mengaktifkan kembali staf"),
    "people.access_reset": _("Mengatur ulang akses staf"),
    "people.language_chosen": _("Mengganti bahasa"),
    "people.demo_seeded": _("Membuat staf peraga"),
    "alerts.run_taken_in": _("Memasukkan hasil penyaringan"),
    "alerts.renewed": _("Memperbarui peringatan dari penyaringan berikutnya"),
    "alerts.new_evidence_noted": _("Mencatat bukti baru setelah keputusan"),
    "alerts.read": _("Membaca peringatan"),
    "alerts.exported": _("Mengunduh daftar peringatan"),
    "alerts.assigned": _("Menugaskan peringatan"),
    "alerts.look_alike_checked": _("Memeriksa penjelasan wajar"),
    "alerts.decision_proposed": _("Mengusulkan keputusan"),
    "alerts.decision_approved": _("Mengesahkan keputusan"),
    "alerts.decision_returned": _("Mengembalikan usulan keputusan"),
    "alerts.snoozed": _("Menunda peringatan"),
    "alerts.unsnoozed": _("Mengakhiri penundaan"),
    "alerts.handed_over": _("Menyerahkan peringatan ke kasus"),
    "cases.read": _("Membaca kasus"),
    "cases.opened": _("Membuka kasus"),
    "cases.assigned": _("Menugaskan kasus"),
    "cases.closed": _("Menutup kasus"),
    "figures.downloaded": _("Mengunduh angka terlindung"),
}
