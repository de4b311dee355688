"""Parts of the road of a case that several walks take, each in somebody's window."""

import re
from datetime import date, timedelta
from urllib.parse import urljoin

from tests.browser.test_walk import Visit
from tests.web.referrals import made

from jaga_web.referrals import queries

INVENTED = "Catatan rekaan untuk uji; tidak ada anak seperti ini."
CHILD = "Melur UJI"
SAID = "Cerita rekaan UJI tentang layang-layang ungu."


class Window(Visit):
    """A window that goes where it is told, and presses and saves there."""

    def go(self, address):
        """To a whole address, or to a path of this site."""
        return self.page.goto(urljoin(self.address, address))

    def press(self, name):
        self.page.get_by_role("button", name=name).first.click()

    def save(self):
        """Send the form that is open."""
        self.page.get_by_role("button", name="Simpan", exact=True).click()
        self.page.locator(".notice.success").wait_for()

    def to_the_step(self, button):
        self.page.get_by_role("button", name=button, exact=True).click()
        self.page.get_by_text("Kasus berpindah langkah.").wait_for()


def in_days(number: int) -> str:
    """A date as a form takes it: forms refuse what does not fit the life of the case."""
    return (date.today() + timedelta(days=number)).isoformat()


def pick(page, legend, *choices):
    """Tick these choices of one question."""
    group = page.get_by_role("group", name=re.compile(f"^{re.escape(legend)}"))
    for choice in choices:
        group.get_by_label(choice, exact=True).check()


def register(sri, address):
    """Who the child is, the registration, safe contact and the risk; on to the assessment."""
    page = sri.page
    page.get_by_role("link", name="Isi nama anak, atau alasan").click()
    page.get_by_role("link", name="Isi identitas").click()
    page.get_by_label("Nama", exact=True).fill(CHILD)
    sri.look("case-3-identity")
    sri.save()
    sri.go(address)
    page.get_by_role("link", name="Jawab isian registrasi").click()
    pick(page, "Jenis kelamin", "Perempuan")
    pick(page, "Apakah anak aman saat ini?", "Ya")
    page.get_by_label("Eksploitasi atau kekerasan seksual anak daring").check()
    pick(page, "Apakah terduga pelaku tinggal serumah", "Tidak")
    pick(page, "Kesediaan anak menerima layanan", "Anak bersedia")
    pick(page, "Apakah ada unsur daring", "Ya")
    sri.look("case-4-registration")
    sri.save()
    page.get_by_role("link", name="Tanyakan cara menghubungi").click()
    pick(page, "Cara menghubungi yang aman", "Telepon")
    sri.save()
    page.get_by_role("link", name="Nilai risikonya.").click()
    pick(page, "Tingkat risiko", "Tinggi")
    page.get_by_label(re.compile("^Alasan")).fill(INVENTED)
    sri.save()
    sri.to_the_step("Mulai asesmen")


def assess(sri):
    """What the child needs and wants; on to the plan."""
    page = sri.page
    page.get_by_role("link", name="Jawab isian asesmen").click()
    for domain in (
        "Keselamatan",
        "Kesehatan",
        "Perasaan dan hubungan",
        "Pendidikan",
        "Keluarga dan pengasuhan",
        "Kebutuhan pokok",
        "Hukum",
        "Keamanan digital",
    ):
        pick(page, domain, "Perlu bantuan")
    page.get_by_label(re.compile("^Ringkasan kebutuhan")).fill(INVENTED)
    sri.save()
    page.get_by_role("link", name="Tanyakan bantuan yang diinginkan").click()
    pick(page, "Bantuan yang diinginkan anak", "Merasa aman", "Teman bicara")
    page.get_by_label("Anak tidak ingin menjawab: Bantuan apa yang kamu inginkan?").check()
    pick(page, "Bagaimana anak diberi tahu", "Dijelaskan lisan dan ditanyakan kembali")
    sri.save()
    sri.to_the_step("Susun rencana")


def make_plan(sri):
    """One goal and one service, and the question for approval."""
    page = sri.page
    page.get_by_role("link", name="Tambah tujuan").click()
    page.get_by_label(re.compile("^Bidang")).select_option("education")
    page.get_by_label(re.compile("^Tujuan")).fill("Kembali ke sekolah (rekaan).")
    sri.save()
    page.get_by_role("link", name="Tambah layanan").click()
    page.get_by_label(re.compile("^Layanan")).select_option("psychosocial")
    pick(page, "Petugas penanggung jawab", "Sri Rekaan")
    page.get_by_label(re.compile("^Paling lambat")).fill(in_days(45))
    sri.look("case-5-service")
    sri.save()
    page.get_by_role("button", name="Ajukan rencana untuk disahkan").click()
    page.get_by_text("Rencana diajukan.").wait_for()


def approve(bagus, address, heading, picture):
    """A second person's yes to what waits on the page of the case."""
    page = bagus.page
    bagus.go(address)
    page.get_by_role("heading", name=heading).wait_for()
    bagus.look(picture)
    page.get_by_role("button", name="Sahkan", exact=True).click()
    page.get_by_text("Keputusan tercatat.").wait_for()


def ask_closure(sri):
    """The questions of the closure, and the asking."""
    page = sri.page
    page.get_by_role("link", name="Jawab isian penutupan").click()
    pick(page, "Apakah anak aman sekarang?", "Ya")
    pick(page, "Tujuan rencana", "Semua tercapai")
    pick(page, "Anak tahu cara kembali meminta bantuan", "Ya")
    sri.save()
    for part in page.locator("details.part").all():
        part.evaluate("part => { part.open = true }")
    sri.look("case-8-before-closure")
    page.locator("#closing-code").select_option("goals_reached")
    page.locator("#closing-words").fill(INVENTED)
    page.get_by_role("button", name="Ajukan penutupan").first.click()
    page.get_by_text("Penutupan diajukan.").wait_for()


def record_consent(window, case, partner):
    """The child's own yes to a referral, where no caregiver is safe."""
    page = window.page
    window.go(f"/referrals/consents/of-case/{case.pk}/")
    window.look("referral-1-consent-asked")
    for name, value in (
        ("purpose", "referral"), ("capacity", "yes"), ("caregiver", "unsafe"),
        ("assent", "yes"), ("basis", "own"),
    ):  # fmt: skip
        page.locator(f"#{name}").select_option(value)
    window.press("Lihat jawaban tabel")
    page.get_by_role("heading", name="Jawaban tabel").wait_for()
    page.locator("#partner").select_option(str(partner.pk))
    page.get_by_label("Yang perlu diketahui mitra").check()
    page.get_by_label("Kelompok umur").check()
    page.get_by_label("Cara menghubungi yang aman").check()
    page.locator("#explained").fill("Dengan gambar, pelan-pelan, di ruang tenang (UJI).")
    page.locator("#language").fill("Indonesia")
    page.locator("#answers").fill(made.WORDS)
    until = queries.today() + timedelta(days=60)
    page.locator("#valid_until").fill(until.isoformat())
    window.look("referral-2-consent-answered")
    page.get_by_role("button", name="Catat", exact=True).click()
    page.get_by_text("Persetujuan tercatat.").wait_for()


def send(window, planned=""):
    """Draft a referral from the consent that is open, for a service of the plan, and send it."""
    page = window.page
    page.get_by_role("link", name="Susun rujukan").click()
    page.locator("#service").select_option("psychological:counselling")
    if planned:
        page.locator("#planned_service").select_option(label=planned)
    page.get_by_label("Kelompok umur").check()
    page.get_by_role("checkbox", name="Yang perlu diketahui mitra").check()
    page.locator("#note").fill(made.NOTE)
    window.look("referral-4-draft")
    window.press("Simpan rancangan")
    page.get_by_role("heading", name="Inilah yang akan dilihat mitra").wait_for()
    window.look("referral-5-preview")
    window.press("Kirim kepada mitra")
    page.get_by_text("Rujukan terkirim.").wait_for()
    window.look("referral-6-sent")


def take_in(officer):
    """A call: the honest words are read aloud first, then what was told is written down."""
    page = officer.page
    page.goto(f"{officer.address}/reports/in/")
    page.get_by_text("Bacakan dulu, sebelum bertanya").wait_for()
    page.get_by_label("Kalimat itu sudah saya bacakan").check()
    page.get_by_label("Masuk lewat").select_option("phone")
    page.get_by_label("Tidak aman").check()
    page.get_by_label("Tentang siapa").select_option("me")
    page.get_by_label("Usia anak").select_option("12-14")
    page.get_by_label("Aku ingin ada yang mendengarkan").check()
    page.get_by_label("Dengan kata-katanya sendiri").fill(SAID)
    page.get_by_label("Kapan aman untukmu?").fill("sore sesudah sekolah")
    officer.look("intake-1-phone")
    page.get_by_role("button", name="Simpan laporan").click()
    page.get_by_text("Batas 24 jam untuk menjawab berjalan").wait_for()
