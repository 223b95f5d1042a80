"""The shape of the house: who imports whom, and how long files and functions may be."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
PACKAGES = ("indicators", "etl", "dashboard")
CODE = sorted(path for package in PACKAGES for path in (PROJECT / package).rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
TEXT = {
    ".py",
    ".toml",
    ".md",
    ".css",
    ".js",
    ".yml",
    ".yaml",
    ".sh",
    ".csv",
    ".html",
    ".in",
    ".txt",
    ".svg",
    "",
}
LOCAL_PATH = re.compile(r"(?<![\w./:-])/(?:work|home|Users|root|tmp)/[\w.-]+|\b[A-Z]:\\\\?Users\\\\?\w")


def _functions(path: Path) -> Iterator[tuple[str, int, bool]]:
    """Every function of a file with its length and whether it says what it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            yield (
                f"{path.relative_to(PROJECT)}:{node.lineno} {node.name}",
                length,
                bool(ast.get_docstring(node)),
            )


def _tracked() -> list[Path]:
    """Every text file of the repository, as git knows it."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=PROJECT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("this is not a git working copy")
    names = listed.stdout.decode().split("\0")
    paths = [PROJECT / name for name in names if name]
    return [path for path in paths if path.is_file() and path.suffix in TEXT]


def test_imports_run_in_the_agreed_directions(tmp_path: Path) -> None:
    """The contracts of pyproject.toml, as import-linter reads them."""
    linter = Path(sys.executable).with_name("lint-imports")
    if not linter.exists():
        pytest.fail("import-linter is not installed beside this Python: make install-dev")
    done = subprocess.run(
        [str(linter), "--cache-dir", str(tmp_path)],
        cwd=PROJECT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(PROJECT), "COLUMNS": "120"},
    )  # fmt: skip
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_the_rules_import_the_standard_library_only() -> None:
    """All files directly in indicators/ and in indicators/written/, whether a contract lists them or not."""
    allowed = set(sys.stdlib_module_names) | {"indicators"}
    folder = PROJECT / "indicators"
    for path in [*folder.glob("*.py"), *folder.glob("written/*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                assert name.split(".")[0] in allowed, f"{path.name} imports {name}"
                assert not name.startswith("indicators.store"), f"{path.name} imports {name}"


def test_only_the_store_names_the_view_and_the_role_that_see_behind_the_hiding() -> None:
    behind = re.compile(r"figure_facts_protected|Role\.PROTECTED|\.roles\b|Role\(")
    for path in CODE:
        if PROJECT / "indicators" / "store" not in path.parents:
            assert not behind.search(path.read_text(encoding="utf-8")), path.relative_to(PROJECT)


def test_files_are_at_most_300_lines() -> None:
    lengths = {path.relative_to(PROJECT): len(path.read_text(encoding="utf-8").splitlines()) for path in CODE}
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_are_at_most_40_lines() -> None:
    lengths = {name: length for path in CODE for name, length, _ in _functions(path)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_says_what_it_is_for(package: str) -> None:
    files = [path for path in CODE if path.is_relative_to(PROJECT / package)]
    silent = [
        str(path.relative_to(PROJECT))
        for path in files
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        and path.read_text(encoding="utf-8").strip()
    ]
    assert silent == []


def test_every_rule_others_call_says_what_it_does() -> None:
    rules = [path for path in CODE if path.parent == PROJECT / "indicators"]
    names = [(name, said) for path in rules for name, _, said in _functions(path)]
    assert [name for name, said in names if not said and not re.search(r" _| build$", name)] == []


def test_no_text_of_the_repository_mentions_a_path_of_one_machine() -> None:
    found = [
        f"{path.relative_to(PROJECT)}:{number}"
        for path in _tracked()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LOCAL_PATH.search(line)
    ]
    assert found == []


def test_nobody_shares_a_site_to_write_in() -> None:
    """A fixture shared by several tests would let one see what another wrote, in whatever order they run."""
    shared = []
    for path in sorted((PROJECT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef) or "scope" not in _decorated_with(node):
                continue
            called = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
            if called & {"writing_site", "site_on", "site_at", "writings_writer"}:
                shared.append(f"{path.relative_to(PROJECT)}:{node.lineno} {node.name}")
    assert shared == []


def _decorated_with(node: ast.FunctionDef) -> set[str]:
    """The names of the arguments of a function's decorators."""
    calls = [each for each in node.decorator_list if isinstance(each, ast.Call)]
    return {keyword.arg for call in calls for keyword in call.keywords if keyword.arg}
