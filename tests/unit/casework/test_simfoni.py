"""The paste pack: what to type, what does not fit, and that all of it is assumed."""

from datetime import date

from jaga.casework import codes, simfoni

ON = date(2026, 6, 1)


def pack(found=None, *, identity=None, region="33", language="id"):
    return simfoni.lines(
        found or {}, on=ON, region=region, identity=identity or {}, language=language
    )


def of(made, field):
    return [(line.value, line.note) for line in made if line.field == field]


def test_codes_become_the_words_of_the_other_list_and_say_where_they_are_broader():
    made = pack({"form": ["sexual", "neglect"], "place": ["online", "lodging"], "sex": ["f"]})
    assert of(made, "form") == [("Penelantaran", ""), ("Kekerasan seksual", "")]
    assert of(made, "place") == [("Tempat lain", "Penginapan: kode Simfoni lebih luas")]
    assert of(made, "sex") == [("Perempuan", "")]
    assert of(made, "province") == [("Jawa Tengah", "")]


def test_what_has_no_match_is_left_to_a_person():
    [(value, note)] = of(pack({"age_band": ["12-14"]}), "age")
    assert value == "-"
    assert "tidak ada padanan" in note


def test_what_is_not_known_says_so():
    made = pack({"sex": ["unknown"]}, region="", language="en")
    assert of(made, "sex") == of(made, "form") == [("not known", "")]
    assert of(made, "province") == [("not known", "")]


def test_every_line_is_marked_as_assumed_and_every_pack_says_so():
    made = pack({"form": ["sexual"]}, identity={"name": "Ratih Rekaan"})
    assert {line.mark for line in made} == {"assumed"}
    text = simfoni.as_text(made, "JGA-2026-000001", "id")
    assert "periksa ke KemenPPPA" in text
    assert simfoni.VERSION in text


def test_only_what_identity_names_is_told_and_never_nik_school_or_village():
    everything = dict.fromkeys(
        ["name", "address", "phone", "nik", "school", "village", "caregivers"], "Rekaan 7"
    )
    named = [line.field for line in pack(identity=everything) if line.value == "Rekaan 7"]
    assert named == ["name", "address", "phone"]


def test_every_field_asks_one_of_our_lists_in_a_scheme_there_is():
    for field in simfoni.FIELDS:
        assert field.list in codes.lists()
        assert codes.scheme_codes(field.scheme)
