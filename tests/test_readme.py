"""Every command in the README and docs prints what stands below it; `python tests/test_readme.py` writes it there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
PYTHON = re.compile(r"(?<=```python\n).*?(?=```)", re.DOTALL)


def workplace(folder):
    """A folder as a reader has it: seeds, the annotated example, and a first build."""
    for name in ("seeds", "example-gold"):
        source = ROOT / name if name == "seeds" else ROOT / "tests" / "gold" / "example"
        shutil.copytree(source, folder / name)
    assert run("kg build --quiet", folder) == ""
    report = folder / "output" / "build.json"  # written as if by an earlier kg: the reader's own build is not the second one
    report.write_text(re.sub('"made_of": "[^"]*"', '"made_of": ""', report.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def run(command, folder):
    """What a command prints on both channels, blanks at line ends and the last line break dropped."""
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, text=True
    )
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def commands(block):
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def filled(block, folder):
    lines = []
    for command in commands(block):
        output = run(command, folder)
        lines += [f"$ {command}", *([output] if output else [])]
    return "\n".join(lines) + "\n"


BLOCKS = [
    pytest.param(block, id=f"{page.name}:{commands(block)[0][:50]}")
    for page in PAGES
    for block in BLOCK.findall(page.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return workplace(tmp_path_factory.mktemp("readme"))


@pytest.mark.parametrize("block", BLOCKS)
def test_console(block, folder):
    if "$ curl" in block and shutil.which("curl") is None:
        pytest.skip("curl is not here")
    assert filled(block, folder) == block, "run `make readme` and look at the difference"


@pytest.mark.parametrize("code", PYTHON.findall(PAGES[0].read_text(encoding="utf-8")))
def test_python(code, folder):
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


def test_every_command_is_documented_and_every_documented_command_is_there():
    from kg.cli import COMMANDS

    texts = [page.read_text(encoding="utf-8") for page in PAGES]
    headings = [heading for text in texts for heading in re.findall(r"^##+ (.*)", text, re.MULTILINE)]
    assert {name for heading in headings for name in re.findall(r"\bkg ([a-z-]+)", heading)} - {"is"} == set(COMMANDS)
    blocks = [block for text in texts for block in BLOCK.findall(text)]
    run = {name for block in blocks for name in re.findall(r"(?:^\$ |[|] |&& )kg ([a-z-]+)", block, re.MULTILINE)}
    assert set(COMMANDS) <= run


def test_links_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def write():
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        folder = workplace(Path(name))
        for page in PAGES:
            text = page.read_text(encoding="utf-8")
            page.write_text(BLOCK.sub(lambda match: filled(match[0], folder), text), encoding="utf-8")


if __name__ == "__main__":
    write()
