"""The words of a notice about a breach (UU 27/2022 PDP art. 46 [S]), to be filled in by people.

The notice says which data, when and how, and what is done about it. It never says that somebody
is known to a child-protection service on the outside of anything, and it goes the safe way.
"""

from jaga.words import Text

SAFE_WAY = Text(
    "Aturan kontak aman lebih kuat daripada cara biasa. Anak yang tinggal dengan orang yang "
    "mungkin menyakitinya tidak diberi tahu lewat surat, telepon, atau akun keluarga. Sampaikan "
    "langsung, oleh pendampingnya, pada saat yang aman.",
    "The safe-contact rules outrank the usual way. A child who lives with somebody who may harm "
    "them is not told by letter, by telephone or through the family's account. Tell them in "
    "person, through whoever accompanies them, when it is safe.",
)

NOTICE = Text(
    "Kami menulis tentang data Anda yang ada pada kami.\n\n"
    "Apa yang terjadi: {what}\n"
    "Kapan kami mengetahuinya: {found}\n"
    "Apa yang sudah dan akan kami lakukan: {remedy}\n\n"
    "Apa yang dapat Anda lakukan: tanyakan kepada pendamping Anda data mana saja yang "
    "terkena, dan minta bantuan bila Anda merasa tidak aman. Kami minta maaf; menjaga data "
    "Anda adalah tugas kami, bukan tugas Anda.\n\n"
    "Pemberitahuan ini juga disampaikan kepada: {authority}",
    "We write about data of yours that we keep.\n\n"
    "What happened: {what}\n"
    "When we found out: {found}\n"
    "What we have done and will do: {remedy}\n\n"
    "What you can do: ask whoever accompanies you which data it concerns, and ask for help "
    "if you feel unsafe. We are sorry; looking after your data is our duty, not yours.\n\n"
    "This notice also goes to: {authority}",
)

FIRST_AID = (
    Text("Hentikan kebocorannya dahulu.", "Stop the leak first."),
    Text(
        "Tentukan data siapa yang terkena, dan apakah seseorang menjadi tidak aman karenanya.",
        "Find out whose data it concerns, and whether anybody is in danger through it.",
    ),
    Text(
        "Bila keselamatan anak terancam, hubungi pendampingnya sekarang, sebelum surat apa pun.",
        "If a child's safety is at stake, call whoever accompanies them now, before any letter.",
    ),
)
