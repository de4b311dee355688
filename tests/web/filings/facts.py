"""Invented data of who files."""

SENDER = {
    "rentity_id": "101", "institution_name": "Bank Contoh Satu", "institution_code": "BCS",
    "user_code": "BCS-PELAPOR-1", "name": "Lembaga Contoh", "address": "Jalan Contoh 3",
    "contact": "Petugas hukum", "email": "hukum@contoh.invalid",
}  # fmt: skip
NGO = {name: SENDER[name] for name in ("name", "address", "contact", "email")}
PROVIDER = {name: SENDER[name] for name in ("rentity_id", "institution_name", "institution_code",
                                            "user_code")}  # fmt: skip
