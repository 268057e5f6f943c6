"""Of Plotly's file what draws our figures is left, whatever its names are."""

import re
from pathlib import Path

import pytest

from dashboard import library
from dashboard.assets import PLOTLY_JS
from dashboard.commands import condition
from dashboard.drawing.known import TRACES
from dashboard.settings import PACKAGE, settings
from dashboard.shaken import NotUnderstood, shaken

BUNDLE = """/*! the licence */ var P=(()=>{
var w=(f,m)=>()=>(m||f((m={exports:{}}).exports,m),m.exports);var fill=(a,b)=>Object.assign(a,b);
function used(e){return e}function unused(e){return deep(e)}var log=[];console.log("kept");
var deep=w((e,t)=>{t.exports=1});var ns={};fill(ns,{z:()=>zz});var zz=5;var gone={};fill(gone,{y:()=>yy});var yy=6;
var b1=w((e,t)=>{t.exports={moduleType:"trace",name:"bar",x:used(ns),e:"unused"}});var b2=w((e,t)=>{t.exports=b1()});
var p1=w((e,t)=>{t.exports={moduleType:"trace",name:"pie",x:deep()}});
var p3=w((e,t)=>{var q=p1();q.plot=0;t.exports=q});
var p2=w((e,t)=>{t.exports=p3()});var o1=w((e,t)=>{t.exports={unheard:1}});
var core=w((e,t)=>{t.exports={register(l){this.l=l}}});
var end=w((e,t)=>{var c=core();c.register([b2(),p2(),o1()]);t.exports=c});
return end()})();/*! another */"""


def test_what_nothing_kept_names_goes() -> None:
    left = shaken(BUNDLE.encode(), ["bar"]).decode()
    assert "register([b2(),o1()])" in left and left.startswith("/*! the licence */") and left.endswith("/*! another */")
    declared = set(re.findall(r"(?:var|function) (\w+)", left))
    assert declared == {"P", "w", "fill", "used", "ns", "zz", "b1", "b2", "o1", "core", "end", "c"}
    assert 'console.log("kept")' in left and "fill(ns,{z:()=>zz})" in left and "fill(gone" not in left


@pytest.mark.parametrize(
    "other",
    [
        "",
        "var x = 1",
        "syntax error (",
        BUNDLE.replace("register", "take"),
        BUNDLE.replace('name:"bar"', 'title:"bar"'),
    ],
)
def test_what_is_built_otherwise_is_refused(other: str) -> None:
    with pytest.raises(NotUnderstood):
        shaken(other.encode(), ["bar"])


def test_plotly_itself_is_understood() -> None:
    made, whole = library.library(), PLOTLY_JS.read_bytes()
    assert library.measured() == (len(made), False) and len(made) < 0.3 * len(whole)
    assert re.findall(rb"\bMIT License\b", made) == re.findall(rb"\bMIT License\b", whole)
    assert b'name:"pie"' not in made and b'name:"calendars"' not in made


def test_all_kinds_that_are_drawn_somewhere_are_in_it() -> None:
    drawn = {
        name.lower()
        for path in PACKAGE.rglob("*.py")
        for name in re.findall(r"\bgo\.([A-Z]\w+)", path.read_text("utf-8"))
    }
    assert drawn - {"figure", "layout"} == {*TRACES}


def test_it_is_kept_in_the_place_of_older_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = library.library()
    monkeypatch.setenv("POCKET_STORE", str(tmp_path / "new"))
    forget()
    try:
        assert library.library() == made
        [kept] = (tmp_path / "new").iterdir()
        assert kept.read_bytes() == made and library.address() == f"assets/{kept.name}"
        (tmp_path / "new" / "plotly-1.0.0-0.min.js").touch()
        kept.write_bytes(made[:1000])
        forget()
        assert library.library() == made and [*(tmp_path / "new").iterdir()] == [kept] and kept.read_bytes() == made
    finally:
        monkeypatch.undo()
        forget()


@pytest.mark.parametrize("text", ["var Plotly = 1", "var Plotly=(()=>{var a=1;return end()})();"])
def test_the_whole_is_served_where_plotly_is_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    other = tmp_path / "other.js"
    other.write_text(text)
    monkeypatch.setattr(library, "PLOTLY_JS", other)
    forget()
    try:
        assert library.library() == other.read_bytes() and "not understood" in caplog.text
        assert condition.WHOLE in [advice.text for advice in condition.files().advice]
    finally:
        monkeypatch.undo()
        forget()
    assert condition.WHOLE not in [advice.text for advice in condition.files().advice]


def forget() -> None:
    """What was read of the settings, of the files and of the store."""
    for kept in (settings, library._name, library._library):
        kept.cache_clear()
