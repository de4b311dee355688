"""Why a row is not kept: one code for machines, one sentence in each language for people.

The sentences say what to do next and never hold a value of the row.
"""

from jaga.words import Text

REASONS: dict[str, Text] = {
    "not_utf8": Text(
        "Baris ini bukan UTF-8. Simpan ulang berkas sebagai UTF-8.",
        "This row is not UTF-8. Save the file again as UTF-8.",
    ),
    "nul_byte": Text(
        "Baris ini berisi bita NUL. Ekspor ulang baris ini dari sistem asal.",
        "This row holds NUL bytes. Export this row again from the source system.",
    ),
    "wrong_field_count": Text(
        "Jumlah isian baris ini tidak sama dengan judul kolom. Periksa pemisah dan tanda kutip.",
        "This row has another number of fields than the header. Check delimiters and quotes.",
    ),
    "unclosed_quote": Text(
        "Tanda kutip dibuka tetapi tidak ditutup. Tutup atau gandakan tanda kutip itu.",
        "A quotation mark opens and never closes. Close it, or double it.",
    ),
    "row_too_long": Text(
        "Baris ini lebih panjang dari 1 MiB. Periksa akhir baris pada berkas.",
        "This row is longer than 1 MiB. Check the line ends of the file.",
    ),
    "stray_line_end": Text(
        "Ada akhir baris yang rusak di tengah baris. Ekspor ulang baris ini.",
        "A broken line end stands inside this row. Export this row again.",
    ),
    "missing_value": Text(
        "Isian wajib ini kosong. Lengkapi pada sistem asal.",
        "This required value is empty. Fill it in at the source.",
    ),
    "text_too_long": Text(
        "Isian lebih dari 256 huruf. Periksa apakah kolomnya benar.",
        "The value has more than 256 characters. Check that this is the right column.",
    ),
    "control_character": Text(
        "Isian memuat huruf kendali (misalnya baris baru). Bersihkan pada sistem asal.",
        "The value holds control characters (such as a line break). Clean it at the source.",
    ),
    "bad_timestamp": Text(
        "Waktu tidak dapat dibaca. Tulis sebagai 2025-01-31T08:15:00+07:00, atau tetapkan "
        "bentuknya pada berkas pemetaan.",
        "The time cannot be read. Write it as 2025-01-31T08:15:00+07:00, or set its format in "
        "the mapping file.",
    ),
    "no_offset": Text(
        "Waktu tanpa zona. Tambahkan selisihnya (misalnya +07:00), atau sebut zonanya dengan "
        "--timezone.",
        "The time has no offset. Add one (for example +07:00), or name its zone with --timezone.",
    ),
    "year_out_of_range": Text(
        "Tahun di luar 2000 sampai 2100. Periksa bentuk tanggal.",
        "The year lies outside 2000 to 2100. Check the date format.",
    ),
    "bad_amount": Text(
        "Jumlah bukan bilangan. Tulis angka saja, misalnya 150000.00.",
        "The amount is not a number. Write digits only, for example 150000.00.",
    ),
    "amount_marks": Text(
        "Jumlah memakai tanda ribuan atau koma desimal. Tetapkan decimal dan thousands pada "
        "berkas pemetaan; Jaga tidak menebak.",
        "The amount uses thousands marks or a decimal comma. Set decimal and thousands in the "
        "mapping file; Jaga does not guess.",
    ),
    "amount_not_positive": Text(
        "Jumlah harus lebih dari nol. Pengembalian dana ditulis dengan status returned.",
        "The amount must be above zero. A refund is written with the status returned.",
    ),
    "too_many_decimals": Text(
        "Angka di belakang koma lebih banyak daripada mata uangnya. Periksa mata uang dan jumlah.",
        "More decimals than the currency has. Check the currency and the amount.",
    ),
    "amount_too_large": Text(
        "Jumlah terlalu besar untuk disimpan dengan tepat. Periksa tanda desimal.",
        "The amount is too large to be stored exactly. Check the decimal mark.",
    ),
    "bad_currency": Text(
        "Mata uang tidak dikenal. Pakai kode ISO 4217 seperti IDR, atau cantumkan kodenya pada "
        "berkas kurs.",
        "The currency is not known. Use an ISO 4217 code such as IDR, or list the code in the "
        "rates file.",
    ),
    "no_rate": Text(
        "Tidak ada kurs pada hari itu atau sepuluh hari sebelumnya. Berikan kurs dengan --fx.",
        "No rate for that day or the ten days before it. Give rates with --fx.",
    ),
    "bad_country": Text(
        "Negara harus dua huruf ISO 3166-1, misalnya ID. Kosongkan bila tidak diketahui.",
        "A country is two letters of ISO 3166-1, for example ID. Leave it empty when unknown.",
    ),
    "bad_purpose_code": Text(
        "Kode tujuan paling banyak empat huruf atau angka (ISO 20022). Kosongkan bila tidak ada.",
        "A purpose code has at most four letters or digits (ISO 20022). Leave it empty if none.",
    ),
    "bad_remark_class": Text(
        "Golongan berita harus none, plain, implausible, handle atau other.",
        "A remark class is none, plain, implausible, handle or other.",
    ),
    "bad_merchant_category": Text(
        "Kode usaha (MCC) harus empat angka. Kosongkan bila tidak ada.",
        "A merchant category has four digits. Leave it empty if there is none.",
    ),
    "bad_place": Text(
        "Kode wilayah Kemendagri harus 2, 4, 6 atau 10 angka. Kosongkan bila tidak diketahui.",
        "A Kemendagri place code has 2, 4, 6 or 10 digits. Leave it empty when unknown.",
    ),
    "bad_status": Text(
        "Status harus settled, rejected atau returned, atau kosong.",
        "A status is settled, rejected or returned, or empty.",
    ),
    "bad_word": Text(
        "Kata ini tidak ada dalam daftar kolomnya. Lihat rujukan bentuk berkas.",
        "This word is not on the column's list. See the file reference.",
    ),
    "bad_year": Text(
        "Tahun lahir harus empat angka antara 1900 dan 2100. Kosongkan bila tidak diketahui.",
        "A year of birth has four digits, 1900 to 2100. Leave it empty when unknown.",
    ),
    "bad_date": Text(
        "Tanggal harus ditulis 2025-01-31, antara tahun 1900 dan 2100.",
        "A date is written 2025-01-31, between the years 1900 and 2100.",
    ),
    "no_consent": Text(
        "Isian dari kasus tanpa rujukan persetujuan. Tanpa persetujuan, nomor itu tidak boleh "
        "dipantau.",
        "An entry from a case without a reference to the consent. Without consent the number "
        "may not be watched.",
    ),
    "not_from_a_case": Text(
        "Dari kasus hanya boleh datang account, phone atau device. Keluarkan baris ini.",
        "From a case only an account, a phone or a device may come. Take this row out.",
    ),
    "ends_before_added": Text(
        "Tanggal berakhir sebelum tanggal ditambahkan. Periksa keduanya.",
        "The day it ends lies before the day it was added. Check both.",
    ),
    "watched_too_long": Text(
        "Masa pantau lebih panjang daripada yang diizinkan. Pakai tanggal berakhir yang lebih "
        "awal; lihat petunjuk daftar pantau.",
        "Watched for longer than is allowed. Use an earlier end; see the page on watchlists.",
    ),
    "withdrawn": Text(
        "Isian ini ditarik kembali oleh baris withdrawn; keduanya tidak dipakai.",
        "This entry was taken back by a withdrawn row; neither is used.",
    ),
    "unmapped_message": Text(
        "Pesan atau berkas XML ini bukan pesan ISO 20022 yang dibaca Jaga. Lihat daftar pesan dan "
        "versinya pada rujukan ISO 20022.",
        "This message or XML file is no ISO 20022 message that Jaga reads. See the list of "
        "messages and versions in the ISO 20022 reference.",
    ),
    "misplaced_element": Text(
        "Elemen transaksi ini berada di tempat yang tidak dikenal definisi pesannya. Periksa "
        "pesan pada sistem asal.",
        "This transaction element stands where its message definition has none. Check the message "
        "at the source.",
    ),
    "no_transactions": Text(
        "Pesan ini tidak memuat transaksi, misalnya rekening koran tanpa mutasi. Tidak ada yang "
        "perlu dilakukan bila memang begitu.",
        "This message holds no transaction, such as a statement without entries. Nothing needs to "
        "be done if that is right.",
    ),
    "whole_message": Text(
        "Laporan ini berlaku untuk seluruh isi pesan lain, tanpa menyebut transaksinya; Jaga hanya "
        "menandai pembayaran yang disebut satu per satu.",
        "This report speaks of another message as a whole and names no transaction; Jaga marks "
        "payments that are named one by one.",
    ),
    "not_booked": Text(
        "Mutasi ini belum dibukukan (misalnya PDNG). Baca lagi setelah berstatus BOOK.",
        "This entry is not booked yet (such as PDNG). Read it again once its status is BOOK.",
    ),
    "bad_direction": Text(
        "Arah mutasi harus CRDT atau DBIT. Lengkapi pada sistem asal.",
        "The direction of an entry is CRDT or DBIT. Fill it in at the source.",
    ),
    "status_report": Text(
        "Ini laporan status, bukan pembayaran. Pembayaran yang disebutnya memakai status itu, "
        "sudah dibaca atau menyusul.",
        "This is a status report, not a payment. The payment it names takes the status, whether it "
        "was read already or comes later.",
    ),
    "uetr_only": Text(
        "Laporan ini menyebut pembayarannya hanya dengan UETR. Jaga menemukannya hanya bila "
        "pembayaran itu tidak punya nomor lain. Minta laporan dengan TxId atau EndToEndId.",
        "This report names its payment by UETR alone. Jaga finds that payment only if it has no "
        "other number. Ask for reports with TxId or EndToEndId.",
    ),
    "status_not_final": Text(
        "Laporan status ini belum menyatakan hasil akhir (misalnya PDNG), jadi tidak mengubah apa "
        "pun.",
        "This status report gives no outcome yet (such as PDNG), so it changes nothing.",
    ),
    "duplicate": Text(
        "Kunci ini sudah ada; satu baris disimpan dan baris ini tidak. Periksa nomor pada "
        "sistem asal.",
        "This key is there already; one row is kept and this one is not. Check the numbers at "
        "the source.",
    ),
}
