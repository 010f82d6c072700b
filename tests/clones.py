"""A copy of the tree as git knows it, where a test may run commands."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def clone_to(folder: Path) -> Path:
    files = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    for name in files:
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


def run(folder: Path, commands: str) -> subprocess.CompletedProcess[str]:
    """Run a block as it stands, with this Python in place of `.venv`."""
    here = Path(sys.executable).parent
    # The packages are installed already; all else runs to the letter.
    lines = [line for line in commands.splitlines() if "bin/pip install" not in line]
    script = "set -e\n" + "\n".join(lines).replace(".venv/bin/", f"{here}/")
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DATABASE_URL", "CACHE_URL", "DEBUG"} and not name.startswith("DJANGO_")
    } | {"BENCHMARK_SHARE": "0.05"}  # whether they run is what a test asks, not how fast
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True,
        check=False, timeout=300,
    )  # fmt: skip
