"""Why a telephone, number or address may belong to somebody else than it seems."""

from jaga.lookalikes.model import Ceiling, Known
from jaga.words import Text

KNOWN: tuple[Known, ...] = (
    Known(
        "family_phone",
        Text("Telepon keluarga", "A family phone"),
        Text(
            "Apakah pemakainya serumah dan jumlahnya kecil seperti belanja biasa?",
            "Do the users live together, and are the sums small as in ordinary spending?",
        ),
        ceiling=Ceiling(15, 10, "several people on one telephone"),
    ),
    Known(
        "shop_phone",
        Text(
            "Telepon toko, konter atau warnet", "The telephone of a shop, counter or internet café"
        ),
        Text(
            "Apakah pemakainya banyak, pada jam toko, dan tanpa uang yang berkumpul ke satu orang?",
            "Are users many, in shop hours, and does money not gather with one person?",
        ),
        ceiling=Ceiling(15, 10, "many people on one telephone"),
    ),
    Known(
        "dust",
        Text("Kiriman kecil yang tidak diminta", "Small amounts nobody asked for"),
        Text(
            "Apakah jumlahnya sangat kecil, ke banyak alamat, dan tidak pernah dipakai?",
            "Are the amounts tiny, to many addresses, and never used?",
        ),
        of_lists=True,
    ),
    Known(
        "exchange_pool",
        Text("Alamat bersama milik pedagang aset", "A shared address of an exchange"),
        Text(
            "Apakah alamat itu milik pedagang aset yang dipakai banyak nasabah?",
            "Does the address belong to an exchange that many customers use?",
        ),
        of_lists=True,
    ),
    Known(
        "mistaken_entry",
        Text("Isian daftar yang keliru atau usang", "An entry that is wrong or out of date"),
        Text(
            "Apakah sumber isian membenarkan bahwa isian itu masih berlaku?",
            "Does the source of the entry confirm that it still holds?",
        ),
        of_lists=True,
    ),
    Known(
        "namesake",
        Text("Orang lain dengan data serupa", "Somebody else with like particulars"),
        Text(
            "Apakah nomor identitas dan tanggal lahirnya sama, bukan hanya namanya?",
            "Are the identity number and date of birth the same, and more than the name?",
        ),
        of_lists=True,
    ),
    Known(
        "new_holder",
        Text("Nomor sudah beralih ke orang lain", "The number has passed to somebody else"),
        Text(
            "Apakah nomor itu didaftarkan atas orang ini sesudah tanggal isian?",
            "Was the number registered to this person after the date of the entry?",
        ),
        of_lists=True,
    ),
    Known(
        "survivor",
        Text("Rekening orang yang dirugikan sendiri", "The account of somebody who was harmed"),
        Text(
            "Apakah isian itu tentang korban? Bila ya, lindungi dan jangan hubungi.",
            "Is the entry about somebody harmed? If so, protect them and make no contact.",
        ),
        of_lists=True,
    ),
)
