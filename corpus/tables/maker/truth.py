"""Tells the tables of a document: cells, spans, texts, and the pages on which they stand."""
import collections
import json
import pathlib
import re

STEP = 12    # colours are this far apart, so that rounding cannot mix them


UNSEEN = frozenset((pathlib.Path(__file__).parent.parent / "unseen.txt").read_text(encoding="utf-8").split())


def split(name):
    """Unseen are the documents that unseen.txt names; README.md tells how they were chosen."""
    return "unseen" if name in UNSEEN else "tune"


def colour(document):
    number = 1
    for table in document.tables():
        for cell in table.cells():
            parts = (number // 400, number // 20 % 20, number % 20)
            cell.ink = "#" + "".join(f"{part * STEP:02x}" for part in parts)
            number += 1


def nearest(ink):
    """The colour that was meant, where a writer rounded it."""
    parts = (int(ink[at:at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{min(round(part / STEP) * STEP, 255):02x}" for part in parts)


def wholes(document):
    """Tables as a reader takes them: one that continues another is part of it, its header told once."""
    found = []
    for block in layout_free(document.blocks):
        if "continues" in block.options:
            found[-1].append(block.table)
        else:
            found.append([block.table])
    return found


def layout_free(blocks):
    for block in blocks:
        if block.kind == "table":
            yield block
        yield from layout_free(block.children)


def write(document, twin, colours, pages, path):
    faults, tables = [], []
    for parts in wholes(twin):
        cells, row = [], 0
        for part in parts:
            skipped = part.heads() if part is not parts[0] else 0
            for cell in part.cells():
                standing = sorted(page for ink, page in colours if ink == cell.ink)
                if all(sorted(colours[cell.ink, page]) == sorted("".join(cell.text.split())) for page in standing):
                    standing = standing[:1]       # whole on each page: a header that is repeated, told where it comes first
                printed = "".join(colours[cell.ink, page] for page in standing)
                if sorted(printed) != sorted("".join(cell.text.split())):
                    faults.append(f"printed “{printed}”, not “{cell.text}”")
                if cell.row >= skipped:
                    cells.append(dict(row=row + cell.row - skipped, col=cell.col, rowSpan=cell.rows, colSpan=cell.cols, text=cell.text, pages=standing))
                    faults += absent(cell, standing, pages)
            row += len(part.rows) - skipped
        numbered(cells)
        standing = sorted({page for cell in cells for page in cell["pages"]})
        tables.append(dict(pages=standing, headerRows=parts[0].heads(), cells=cells))
    whole = dict(file=document.name + ".pdf", split=split(document.name), traits=document.head["traits"].split(", "), tables=tables)
    path.write_text(pretty(whole) + "\n", encoding="utf-8")
    return faults


def pretty(whole):
    """A cell a line."""
    def line(value):
        return json.dumps(value, ensure_ascii=False)
    tables = []
    for table in whole["tables"]:
        cells = ",\n".join("        " + line(cell) for cell in table["cells"])
        tables.append(f'    {{\n      "pages": {line(table["pages"])},\n      "headerRows": {table["headerRows"]},\n      "cells": [\n{cells}\n      ]\n    }}')
    told = "[\n" + ",\n".join(tables) + "\n  ]" if tables else "[]"
    return "{\n" + "".join(f'  "{key}": {line(whole[key])},\n' for key in ("file", "split", "traits")) + f'  "tables": {told}\n}}'


def absent(cell, standing, pages):
    """Words of the cell that the pages it names do not show. Turned text is read back in any order: its letters must be there."""
    shown = "".join(pages[page - 1] for page in standing)
    letters = collections.Counter(shown)
    return [f"“{word}” is not on {standing}" for word in re.split(r"\s+|(?<=[-/–])", cell.text)
            if word not in shown and not (cell.turned and not collections.Counter(word) - letters)]


def numbered(cells):
    """Rows and columns in which nothing begins do not exist."""
    for key, span in (("row", "rowSpan"), ("col", "colSpan")):
        kept = sorted({cell[key] for cell in cells})
        place = {old: new for new, old in enumerate(kept)}
        for cell in cells:
            last = cell[key] + cell[span]
            cell[span] = sum(cell[key] <= old < last for old in kept)
            cell[key] = place[cell[key]]
