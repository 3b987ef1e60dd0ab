"""A table as plain text in columns of characters, as old printers made it."""
import textwrap

from maker import look


def lines(table):
    """Lines of (text, cell or None)."""
    widths = [int(width) for width in look.widths(table)]
    starts = [sum(widths[:index]) for index in range(len(widths) + 1)]
    for index, row in enumerate(table.rows):
        if "gaps" in table.options and index:
            yield [(" ", None)]
        wrapped = {cell.col: wrap(cell, starts) for cell in row.cells}
        high = max(len(found) for found in wrapped.values())
        if table.options.get("valign") == "bottom" and row.kind == "body":
            wrapped = {col: [""] * (high - len(found)) + found for col, found in wrapped.items()}
        for number in range(high):
            yield list(line(table, row, number, wrapped, starts))
        ended = index + 1 < len(table.rows) and row.kind == "head" and table.rows[index + 1].kind != "head"
        if ended and "dashes" in table.options:
            yield [("-" * (starts[-1] - 1), None)]


def wrap(cell, starts):
    width = starts[cell.col + cell.cols] - starts[cell.col] - 2
    found = [part for text in cell.lines for part in textwrap.wrap(text, width, break_on_hyphens=False)]
    return found or [""]


def line(table, row, number, wrapped, starts):
    at = 0
    for cell in row.cells:
        text = wrapped[cell.col][number] if number < len(wrapped[cell.col]) else ""
        left, right = starts[cell.col] + 2 * cell.indent, starts[cell.col + cell.cols] - 2
        place = {"r": right - len(text), "c": left + (right - left - len(text)) // 2}.get(look.align(table, row, cell), left)
        if not text:
            continue
        last = number == len(wrapped[0]) - 1
        fill = "." if at and cell.col and "leader" in table.options and row.kind != "head" and last else " "
        gap = max(place - at, 0)
        yield (" " + fill * (gap - 2) + " " if gap > 2 else " " * gap), None
        yield text, cell
        at = max(place, at) + len(text)
