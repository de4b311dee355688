"""Forms of sign-in and staff."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from jaga_web.people.models import User
from jaga_web.people.roles import ROLES


class SignInForm(forms.Form):
    """Name and password."""

    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("Kata sandi"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(forms.Form):
    """Six digits from the phone; blanks between them do not matter."""

    code = forms.RegexField(
        r"^\s*[0-9]{3}\s?[0-9]{3}\s*$",
        label=_("Kode sekali pakai"),
        help_text=_("Enam angka dari aplikasi autentikator Anda."),
        error_messages={"invalid": _("Masukkan enam angka.")},
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "one-time-code", "class": "code"}
        ),
    )


class PasswordForm(forms.Form):
    """A password of one's own, twice."""

    new = forms.CharField(
        label=_("Kata sandi baru"),
        max_length=200,
        strip=False,
        help_text=_("Sedikitnya 12 karakter. Beberapa kata yang tidak berkaitan mudah diingat."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Ulangi kata sandi baru"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: Any = None, *, user: User) -> None:
        super().__init__(data)
        self.user = user

    def clean_new(self) -> str:
        """Long enough, not a common one, not the person's own name, not the one handed over."""
        new = str(self.cleaned_data["new"])
        validate_password(new, self.user)
        if self.user.check_password(new):
            raise forms.ValidationError(_("Pilih kata sandi yang lain dari yang diberikan."))
        return new

    def clean(self) -> dict[str, Any]:
        """Both the same."""
        content = super().clean() or {}
        if content.get("new") and content.get("new") != content.get("again"):
            self.add_error("again", _("Kedua kata sandi tidak sama."))
        return content


class PersonForm(forms.Form):
    """A new person."""

    display_name = forms.CharField(label=_("Nama"), max_length=80)
    username = forms.RegexField(
        r"^[a-z0-9][a-z0-9.-]{2,39}$",
        label=_("Nama pengguna"),
        help_text=_("Huruf kecil, angka, titik, atau tanda hubung; sedikitnya tiga."),
        error_messages={"invalid": _("Pakai huruf kecil, angka, titik, atau tanda hubung.")},
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    roles = forms.MultipleChoiceField(
        label=_("Peran"),
        choices=[(role.id, role.title) for role in ROLES.values()],
        error_messages={"required": _("Pilih sedikitnya satu peran.")},
        widget=forms.CheckboxSelectMultiple,
    )
    regions = forms.RegexField(
        r"^\s*([0-9]{2}(\s*,\s*[0-9]{2})*)?\s*$",
        label=_("Wilayah"),
        required=False,
        help_text=_("Kode provinsi Kemendagri dipisah koma, misalnya 31, 32. Kosong: semua."),
        error_messages={"invalid": _("Pakai kode provinsi dua angka, dipisah koma.")},
    )

    def clean_regions(self) -> list[str]:
        """The codes as a list."""
        return [code.strip() for code in self.cleaned_data["regions"].split(",") if code.strip()]
