"""The 38 provinces of 2025 as tiles of one size: column, row (from the north-west), short name.

A layout of our own. Each province has the same room, so that the eye weighs counts and not
hectares, and a small province is as easy to find as a large one. Codes are those of Kemendagri
(Kepmendagri 300.2.2-2138/2025), which the case forms use too.
"""

TILES: dict[str, tuple[int, int, str]] = {
    "11": (0, 0, "Aceh"),
    "12": (1, 1, "Sumut"),
    "14": (2, 2, "Riau"),
    "21": (3, 2, "Kepri"),
    "13": (1, 2, "Sumbar"),
    "15": (2, 3, "Jambi"),
    "17": (1, 4, "Bengkulu"),
    "16": (2, 4, "Sumsel"),
    "19": (3, 3, "Babel"),
    "18": (2, 5, "Lampung"),
    "36": (3, 6, "Banten"),
    "31": (4, 6, "Jakarta"),
    "32": (4, 7, "Jabar"),
    "33": (5, 7, "Jateng"),
    "34": (5, 8, "DIY"),
    "35": (6, 7, "Jatim"),
    "51": (7, 7, "Bali"),
    "52": (8, 7, "NTB"),
    "53": (9, 7, "NTT"),
    "61": (5, 3, "Kalbar"),
    "62": (6, 3, "Kalteng"),
    "63": (6, 4, "Kalsel"),
    "64": (7, 3, "Kaltim"),
    "65": (7, 2, "Kaltara"),
    "71": (10, 2, "Sulut"),
    "75": (9, 2, "Gorontalo"),
    "72": (9, 3, "Sulteng"),
    "76": (8, 4, "Sulbar"),
    "73": (8, 5, "Sulsel"),
    "74": (9, 5, "Sultra"),
    "82": (11, 3, "Malut"),
    "81": (11, 5, "Maluku"),
    "96": (12, 3, "P.B. Daya"),
    "92": (12, 4, "P. Barat"),
    "91": (14, 3, "Papua"),
    "94": (13, 4, "P. Tengah"),
    "95": (14, 4, "P. Peg."),
    "93": (14, 5, "P. Selatan"),
}
