"""What the child's door promises, sentence by sentence, each with the test that would break.

The page and the tests are made from this one table, so no promise stands that nothing holds.
"""

from dataclasses import dataclass

from jaga.words import Text


@dataclass(frozen=True)
class Promise:
    """One sentence to whoever reports, and the test (file::name) that fails when it is broken."""

    words: Text
    test: str


PROMISES: tuple[Promise, ...] = (
    Promise(
        Text(
            "Kami tidak menyimpan dari mana kamu membuka halaman ini.",
            "We do not keep where you open this page from.",
        ),
        "tests/web/channel/test_door.py::test_no_address_of_a_machine_is_stored_or_logged",
    ),
    Promise(
        Text(
            "Halaman ini tidak menaruh kuki di ponselmu.",
            "This page puts no cookie on your phone.",
        ),
        "tests/web/channel/test_door.py::test_no_answer_sets_or_depends_on_a_cookie",
    ),
    Promise(
        Text(
            "Tidak ada pihak lain yang tahu kamu membuka halaman ini dari kami.",
            "Nobody else learns from us that you opened this page.",
        ),
        "tests/web/channel/test_door.py::"
        "test_every_page_is_neutral_and_names_no_other_server_but_the_way_out",
    ),
    Promise(
        Text(
            "Tulisanmu baru disimpan setelah kamu menekan kirim.",
            "What you write is kept only once you press send.",
        ),
        "tests/web/channel/test_walk.py::test_nothing_is_stored_before_send_is_pressed",
    ),
    Promise(
        Text(
            "Kewajiban kami kepada polisi kami katakan sebelum kamu menulis.",
            "We tell you our duty towards the police before you write.",
        ),
        "tests/web/channel/test_walk.py::"
        "test_the_duty_and_what_deletion_cannot_undo_are_said_before_anything_is_written",
    ),
    Promise(
        Text(
            "Setiap petugas yang membuka laporanmu tercatat.",
            "Every one of us who opens your report is written down.",
        ),
        "tests/web/intake/test_inbox.py::test_a_look_is_logged_once_a_day_and_counts_as_exposure",
    ),
    Promise(
        Text(
            "Alamat situs yang kamu tulis tidak kami buka.",
            "We do not open the web address that you write.",
        ),
        "tests/web/intake/test_inbox.py::test_an_address_of_the_net_is_text_and_no_link",
    ),
    Promise(
        Text(
            "Laporanmu tidak menjadi kasus tanpa langkahmu, kecuali hukum mewajibkan.",
            "Your report becomes no case without your own step, unless the law demands it.",
        ),
        "tests/web/intake/test_bridge.py::test_without_the_childs_step_an_officer_opens_nothing",
    ),
    Promise(
        Text(
            "Kalau hukum mewajibkan, penyelia mencatat alasannya.",
            "If the law demands it, a supervisor writes down why.",
        ),
        "tests/web/intake/test_bridge.py::test_a_supervisor_names_a_ground_and_a_reason",
    ),
    Promise(
        Text(
            "Laporan dan kasusmu tidak terhubung di basis data kami.",
            "Your report and your case are not joined in our database.",
        ),
        "tests/web/intake/test_bridge.py::test_no_row_holds_both_ends",
    ),
    Promise(
        Text(
            "Kamu boleh menghapus laporanmu. Sesudah itu kami pun tidak bisa membacanya.",
            "You may delete your report. After that even we cannot read it.",
        ),
        "tests/web/channel/test_walk.py::test_deletion_leaves_nothing_that_opens",
    ),
    Promise(
        Text(
            "Lembaga lain hanya melihat yang kamu setujui.",
            "Other organisations see only what you agreed to.",
        ),
        "tests/web/referrals/test_referrals.py::test_only_what_child_and_agreement_allow_is_told",
    ),
    Promise(
        Text(
            "Kalau kamu berubah pikiran, lembaga lain langsung tidak bisa melihat lagi.",
            "If you change your mind, other organisations see nothing any more, at once.",
        ),
        "tests/web/referrals/test_consents.py::"
        "test_withdrawal_closes_the_partners_page_and_file_within_one_request",
    ),
    Promise(
        Text(
            "Kami tidak menerima gambar, video, atau berkas darimu.",
            "We take no picture, video or file from you.",
        ),
        "tests/web/channel/test_files.py::test_a_file_is_refused_by_what_it_is_whatever_it_is_called",
    ),
    Promise(
        Text(
            "Angka yang kami terbitkan tidak menunjuk siapa pun.",
            "The figures we publish point at nobody.",
        ),
        "tests/property/test_disclosure.py::test_no_withheld_cell_can_be_recovered",
    ),
)
