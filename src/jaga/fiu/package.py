"""Several reports in one ZIP, within the portal's limits, always the same bytes."""

import io
import zipfile
from collections.abc import Mapping

from jaga.fiu.pack import Pack
from jaga.fiu.refusing import refused

# The earliest a ZIP can say: no report's bytes may depend on when it was packed.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def zipped(reports: Mapping[str, bytes], pack: Pack) -> bytes:
    """The reports (file name → XML) as one ZIP; Refused when one or all are too large."""
    if any(len(content) > pack.limits["file_bytes"] for content in reports.values()):
        raise refused(
            "Satu laporan melebihi batas ukuran berkas. Keluarkan laporan itu dari paket.",
            "One report is over the size limit of a file. Take it out of the package.",
        )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name in sorted(reports):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            package.writestr(entry, reports[name])
    content = buffer.getvalue()
    if len(content) > pack.limits["zip_bytes"]:
        raise refused(
            "Paket ZIP melebihi batas ukuran. Bagi menjadi beberapa paket.",
            "The ZIP is over the size limit. Split it into several packages.",
        )
    return content
