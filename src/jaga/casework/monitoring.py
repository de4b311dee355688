"""What is noted of news about violence against children: codes alone, no name and no quotation.

An entry of media monitoring is not a report and never becomes a case: nobody asked for help, and
a newspaper's account is not a child's word. It is counted apart.
"""

from jaga.words import Text

# What a headline tells of, in place of the headline, which may name a child, a parent, a school.
TITLES: dict[str, Text] = {
    "event": Text("Peristiwa baru diberitakan", "A new event is reported"),
    "arrest": Text("Penangkapan atau penetapan tersangka", "An arrest or a suspect is named"),
    "trial": Text("Persidangan", "A trial"),
    "ruling": Text("Putusan pengadilan", "A ruling"),
    "restitution": Text("Restitusi atau pemulihan", "Restitution or recovery"),
    "policy": Text("Kebijakan atau anggaran", "Policy or budget"),
    "study": Text("Kajian atau angka", "A study or figures"),
    "identity_told": Text(
        "Pemberitaan membuka identitas anak", "The coverage reveals a child's identity"
    ),
}
KINDS: dict[str, Text] = {
    "online": Text("Eksploitasi seksual anak daring", "Online child sexual exploitation"),
    "travel": Text(
        "Eksploitasi seksual anak dalam perjalanan dan wisata",
        "Child sexual exploitation in travel and tourism",
    ),
    "trafficking": Text("Perdagangan anak", "Trafficking of children"),
    "marriage": Text("Perkawinan anak", "Child marriage"),
    "exploitation": Text("Eksploitasi seksual anak lainnya", "Other child sexual exploitation"),
    "sexual_violence": Text("Kekerasan seksual lainnya", "Other sexual violence"),
    "physical": Text("Kekerasan fisik", "Physical violence"),
    "emotional": Text("Kekerasan psikis", "Emotional violence"),
    "neglect": Text("Penelantaran", "Neglect"),
    "other": Text("Lainnya", "Other"),
}
