"""Fetch the basic plotly.js bundle into `vendor/` with npm, so that chart pages weigh a third less.

Run it once at set-up: `python scripts/fetch_plotly_basic.py`. The version is the one the installed plotly
carries; npm checks the package's sha512, and the script that the file is that version. Without npm or a
network nothing is lost: Dash's full bundle serves.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from dashboard.access.static import BASIC_PLOTLY, plotly_version, usable_basic_plotly  # noqa: E402

PACKAGE = "plotly.js-basic-dist-min"
MEMBER = "package/plotly-basic.min.js"
MOST_SECONDS = 120


def fetch(target: Path = BASIC_PLOTLY) -> str:
    """Put the bundle at `target` and say what happened in a sentence."""
    if usable_basic_plotly(target):
        return f"{target.name} {plotly_version()} is already there."
    npm = shutil.which("npm")
    if npm is None:
        return "npm was not found, so Dash's full plotly bundle serves: same charts, heavier pages."
    with tempfile.TemporaryDirectory() as folder:
        wanted = f"{PACKAGE}@{plotly_version()}"
        packed = _packed(npm, wanted, Path(folder))
        if packed is None:
            return f"npm could not fetch {wanted}, so Dash's full plotly bundle serves."
        return _place(packed, target)


def _packed(npm: str, wanted: str, folder: Path) -> Path | None:
    """The package as npm fetches it into a folder; None where it could not in time."""
    try:
        subprocess.run(  # noqa: S603 - a fixed command with our own version
            [npm, "pack", "--silent", wanted],
            cwd=folder,
            capture_output=True,
            check=True,
            timeout=MOST_SECONDS,
        )
    except (subprocess.SubprocessError, OSError):
        return None
    return next(folder.glob("*.tgz"), None)


def _place(packed: Path, target: Path) -> str:
    """Take the one file wanted out of the package, and keep it if it is what it says."""
    with tarfile.open(packed) as archive:
        member = archive.extractfile(MEMBER)
        content = member.read() if member else b""
    target.parent.mkdir(exist_ok=True)
    fresh = target.with_suffix(".new")
    fresh.write_bytes(content)
    if not usable_basic_plotly(fresh):
        fresh.unlink()
        return "The package fetched is not the version wanted, so Dash's full plotly bundle serves."
    fresh.replace(target)
    return f"{target.name} {plotly_version()} fetched: {len(content) // 1024} KB."


if __name__ == "__main__":
    print(fetch())
