"""Stores that take seconds to fill, filled once for a run of the tests by however many processes."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

LONGEST_WAIT = 600.0


def built_once(temporary: pytest.TempPathFactory, name: str, build: Callable[[Path], None]) -> Path:
    """The file that `build` makes, made by the process that asks first; the others wait for it.

    It is shared: read it, or copy it. Raises RuntimeError where the process that began failed, and
    TimeoutError where it never ended.
    """
    folder = temporary.getbasetemp()
    if folder.name.startswith("popen-"):  # the folder of one of several processes, as xdist names it
        folder = folder.parent
    done, begun, failed = (folder / f"{name}{state}" for state in ("", ".begun", ".failed"))
    try:
        begun.touch(exist_ok=False)
    except FileExistsError:
        return _wait_for(done, failed)
    being_built = folder / f"building-{name}"
    try:
        build(being_built)
    except BaseException:
        failed.touch()
        raise
    return being_built.replace(done)


def _wait_for(path: Path, failed: Path) -> Path:
    latest = time.monotonic() + LONGEST_WAIT
    while not path.exists():
        if failed.exists():
            raise RuntimeError(f"another process of this run failed to make {path.name}")
        if time.monotonic() > latest:
            raise TimeoutError(f"{path.name} was begun by another process of this run and never finished")
        time.sleep(0.05)
    return path
