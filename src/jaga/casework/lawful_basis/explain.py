"""How it is explained to a child of this age, in the words of those who do it.

Source: own knowledge of Caring for Child Survivors (2012) and of case management practice;
assent is sought below five too, in a manner that suits the child.
"""

from jaga.words import Text

EXPLAIN: dict[str, Text] = {
    "0-5": Text(
        "Dengan bermain dan gambar, kalimat paling pendek: siapa saya, apa yang terjadi sesudah "
        "ini, siapa yang menemani. Baca wajah dan tubuhnya: berpaling atau menangis berarti tidak. "
        "Catat apa yang Anda lakukan dan apa yang terlihat.",
        "With play and pictures, in the shortest sentences: who I am, what happens next, who stays "
        "with you. Read face and body: turning away or crying means no. Write down what you did "
        "and what you saw.",
    ),
    "6-11": Text(
        "Kalimat pendek, satu hal sekali waktu, dengan contoh dari harinya. Katakan bahwa tidak "
        "pun boleh. Minta ia menceritakan kembali dengan kata-katanya.",
        "Short sentences, one thing at a time, with examples from the child's day. Say that no is "
        "fine. Ask the child to tell it back in own words.",
    ),
    "12-14": Text(
        "Jelaskan apa yang diberitahukan, kepada siapa, untuk apa, dan apa yang dapat salah. Beri "
        "waktu berpikir dan bertanya tanpa orang lain di ruangan, bila ia mau.",
        "Explain what is told, to whom, why, and what can go wrong. Give time to think and to ask "
        "with nobody else in the room, if the child wants that.",
    ),
    "15-17": Text(
        "Bicara seperti kepada orang dewasa yang lelah: lengkap, jujur, tanpa istilah. Bahas juga "
        "siapa di rumah yang tidak boleh tahu dan cara menarik kembali.",
        "Talk as to a tired adult: complete, honest, without jargon. Speak too of who at home "
        "must not know, and of how to take it back.",
    ),
    "18+": Text(
        "Jelaskan lengkap dan jujur, dengan cara menarik kembali; keputusan sepenuhnya miliknya.",
        "Explain completely and honestly, with how to take it back; the decision is theirs alone.",
    ),
}
NOT_NOW = Text(
    "Tunggu sampai ia tenang dan aman; jangan membujuk. Catat mengapa belum ditanya dan kapan "
    "ditanya lagi.",
    "Wait until the child is calm and safe; do not persuade. Write down why you did not ask, and "
    "when you ask again.",
)
UNCLEAR = Text(
    "Cari dahulu cara yang cocok baginya: gambar, isyarat, pendamping. Disabilitas saja bukan "
    "alasan untuk tidak bertanya.",
    "Find the way that suits the child first: pictures, signs, a companion. A disability alone is "
    "no reason not to ask.",
)


def how_to_explain(age: str, capacity: str) -> Text:
    """The words for this age band, with what to mind when capacity is not clear."""
    words = EXPLAIN[age]
    more = {"not_now": NOT_NOW, "unknown": UNCLEAR}.get(capacity)
    return words if more is None else Text(f"{more.id} {words.id}", f"{more.en} {words.en}")
