"""Functions are named for what they do or return: a bare participle tells neither."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "handlers", "models", "locales")
PARTICIPLE = re.compile(
    r"_*([a-z]*[a-df-z]ed|bought|bound|brought|built|chosen|done|drawn|found|given|gone|heard|held|kept"
    r"|known|left|lost|made|meant|met|paid|said|seen|sent|shown|sold|spoken|struck|taken|thought"
    r"|told|torn|undone|unknown|unseen|unshown|untold|worn|written)"
)
# A prepared statement is a term of the field; a Question's own field has the other name.
TERMS = {"prepared", "typed"}
READ_AS_ATTRIBUTES = ("property", "contextmanager", "asynccontextmanager")


def bare_participles(source: str) -> list[str]:
    """The functions of a file that are named so; a property or a `with` reads well by one."""
    return [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and PARTICIPLE.fullmatch(node.name)
        and node.name not in TERMS
        and not any(ast.unparse(by).endswith(READ_AS_ATTRIBUTES) for by in node.decorator_list)
    ]


@pytest.mark.parametrize("room", ROOMS)
def test_no_function_has_a_bare_participle_for_a_name(room: str) -> None:
    # Migrations that have run are never changed.
    files = [path for path in sorted((ROOT / room).rglob("*.py")) if path.parent.name != "versions"]
    assert files
    found = {
        str(path.relative_to(ROOT)): names
        for path in files
        if (names := bare_participles(path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize("name", ["shown", "_taken", "told", "folded", "refused", "struck"])
def test_a_bare_participle_is_noticed(name: str) -> None:
    assert bare_participles(f"class Talk:\n    async def {name}(self): ...") == [name]


@pytest.mark.parametrize("name", ["feed", "sold_out", "is_shown", "prepared", "leafs", "needs"])
def test_other_names_are_not(name: str) -> None:
    assert bare_participles(f"def {name}(): ...") == []


def test_a_property_may_be_named_so() -> None:
    assert bare_participles("class C:\n    @property\n    def repriced(self): ...") == []
