"""What a reporter reads about their report, in their words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jaga_web.channel.models import Report

# Each status says what happens now, and what the reporter may do.
STATUS: dict[str, Promise | str] = {
    Report.RECEIVED: _("Tulisanmu sudah sampai. Belum ada yang membacanya."),
    Report.READ: _("Seseorang sudah membaca tulisanmu."),
    Report.ARRANGING: _("Kami sedang mengatur bantuan untukmu."),
    Report.WAITING: _("Kami bertanya sesuatu. Baca pesannya, lalu jawab kalau kamu mau."),
    Report.HANDED_OVER: _("Sekarang ada orang yang mendampingimu."),
    Report.CLOSED: _("Ini sudah selesai. Kamu masih boleh menulis lagi."),
}
AGES: dict[str, Promise | str] = {
    "6-11": _("di bawah 12 tahun"),
    "12-14": _("12 sampai 14 tahun"),
    "15-17": _("15 sampai 17 tahun"),
    "18+": _("18 tahun atau lebih"),
    "unknown": _("tidak mau bilang"),
}
FRIENDS_AGES: dict[str, Promise | str] = {
    "0-5": _("di bawah 6 tahun"),
    "6-11": _("6 sampai 11 tahun"),
    **{band: words for band, words in AGES.items() if band not in ("6-11", "unknown")},
    "unknown": _("tidak tahu"),
}
# Shorter sentences for those under twelve.
YOUNG = ("0-5", "6-11")
