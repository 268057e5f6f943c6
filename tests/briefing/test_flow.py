"""Blocks on pages: in order, none lost, none higher than its page."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.briefing.paper.flow import Block, balanced, filled, flow, height

HIGH = st.floats(1, 120)
BLOCKS = st.lists(
    st.builds(Block, HIGH, st.floats(0, 12), st.booleans(), st.just(())),
    min_size=1,
    max_size=24,
)


@given(BLOCKS, st.integers(1, 3), st.integers(1, 3))
def test_every_block_has_its_place_on_a_page_that_holds_it(blocks: list[Block], pages: int, columns: int) -> None:
    found = flow(blocks, [200.0] * pages, columns)
    if found is None:
        return
    assert 0 < len(found) <= pages and all(found)
    placed = [block for page in found for row in page for column in row.columns for block in column]
    assert placed == blocks
    for page in found:
        tall = sum(
            max(map(height, row.columns)) + (row.columns[0][0].gap if place else 0) for place, row in enumerate(page)
        )
        assert tall <= 200 + 0.1
        assert all(len(row.columns) <= (1 if row.wide else columns) for row in page)
        assert all(block.wide == row.wide for row in page for column in row.columns for block in column)


@given(st.lists(HIGH, min_size=1, max_size=9))
def test_what_fits_below_one_another_fits(heights: list[float]) -> None:
    blocks = [Block(tall, 3, False, ()) for tall in heights]
    assert flow(blocks, [height(blocks) + 1], 1) is not None
    assert flow(blocks, [max(heights) - 0.5], 1) is None


@given(st.lists(HIGH, min_size=1, max_size=12), st.integers(1, 3))
def test_columns_are_balanced(heights: list[float], columns: int) -> None:
    blocks = [Block(tall, 2, False, tall) for tall in heights]
    found = balanced(blocks, columns)
    assert [block for column in found for block in column] == blocks
    lowest = max(map(height, found))
    fewer = filled(blocks, lowest - 1, columns)
    assert sum(map(len, fewer)) < len(blocks)
