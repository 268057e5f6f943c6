"""Labels: wrapped, escaped, and apart."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.labels import beside, lines, spread, wrapped

positions = st.lists(st.tuples(st.floats(0, 100), st.floats(1, 20)), min_size=1, max_size=8)


def test_wrapped_lines_are_short_and_escaped() -> None:
    text = wrapped("Companies in the commercial register <b>& more</b>", 20)
    assert all(len(line) <= 20 or "&" in line for line in text.split("<br>"))
    assert "<b>" not in text and "&amp;" in text
    assert lines(text) == text.count("<br>") + 1
    assert wrapped("", 20) == ""


def test_labels_with_room_stay_where_they_want_to_be() -> None:
    assert spread([10, 50, 90], [10, 10, 10], 0, 100) == [10, 50, 90]


@given(positions)
def test_labels_never_touch_and_stay_inside_if_there_is_room(wanted: list[tuple[float, float]]) -> None:
    centres, sizes = [w for w, _ in wanted], [s for _, s in wanted]
    placed = spread(centres, sizes, 0, 200)
    boxes = sorted((centre - size / 2, centre + size / 2) for centre, size in zip(placed, sizes, strict=True))
    assert boxes[0][0] >= -1e-6 and boxes[-1][1] <= 200 + 1e-6
    assert all(upper[0] >= lower[1] - 1e-6 for lower, upper in pairwise(boxes))


@given(positions)
def test_the_order_is_kept(wanted: list[tuple[float, float]]) -> None:
    centres = [w for w, _ in wanted]
    placed = spread(centres, [s for _, s in wanted], 0, 100)
    by_wish = [placed[i] for i in sorted(range(len(centres)), key=lambda i: centres[i])]
    assert by_wish == sorted(by_wish)


def test_a_name_stands_on_the_first_side_that_is_free() -> None:
    alone = (200.0, 100.0, 5.0)
    assert beside([alone], ["<b>Neuss</b>"], (400, 200)) == ["middle right"]
    assert beside([(390, 100, 5)], ["Neuss"], (400, 200)) == ["middle left"], "it would leave the picture"
    assert beside([alone, (220, 100, 5)], ["Neuss", "Hilden"], (400, 200)) == ["middle left", "middle right"]
    crowd = [alone, (220, 100, 5), (180, 100, 5), (200, 112, 5), (200, 88, 5)]
    assert beside(crowd, ["Neuss", "", "", "", ""], (400, 200))[0] == "", "a circle on every side"


def test_a_name_that_may_stand_on_its_place_does_and_hides_no_other() -> None:
    towns = [(200.0, 100.0, 3.0), (215.0, 100.0, 3.0)]
    size, names = (400, 200), ["Neuss<br><b>21</b>", "Kaarst<br><b>2</b>"]
    assert beside(towns, names, size, [True, True]) == ["middle center", "middle right"]
    assert beside(towns, names, size, [True, False])[0] == "bottom center", "the other's circle is there"
    assert beside([(200, 4, 3)], ["Neuss &amp; 5"], (220, 12), [True]) == [""], "too near the edge"
