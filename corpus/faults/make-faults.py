#!/usr/bin/env python3
"""Puts the faults of old text recognition into a clean convention.

    corpus/faults/make-faults.py            every corpus/faults/*.json  ->  corpus/samples/<slug>-ocr.txt

A data file holds the clean content and, under `faults`, which fault falls on which place: `[name of the function, arguments…]`.
Each fault is one function below. What a fault leaves to chance (which bullet, which gibberish) comes from a generator seeded
by the slug: the same data gives the same bytes. Every fault can be undone by a careful reader, except `saw_cell`, whose
operational text is lost (the truth of the faulty text leaves it out).
"""
import json
import random
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = ""          # a page break is an empty line, nothing more


class Row:
    """A row of an enjeu's table: merged orientation (empty where it is carried down), objective, operational items."""

    def __init__(self, orientation, objective, items):
        self.first, self.second, self.items = orientation, objective, items
        self.name = objective   # as the data has it, whatever faults do to the label
        self.bullets = "•"
        self.lines = None       # set by a fault that writes the row in its own way

    def third(self):
        return join_items(self.items, self.bullets)

    def cells(self):
        return [self.first, self.second, self.third()]

    def text(self):
        return self.lines if self.lines is not None else ["\t".join(self.cells())]


def join_items(items, bullets):
    """The items of a cell in one line. `bullets`: one mark for all, a list of marks in turn, or "" where all were lost:
    then only the space before the first item is left, and each further item is told by its capital."""
    if bullets == "":
        return " " + " ".join(items)
    marks = bullets if isinstance(bullets, list) else [bullets]
    marked = [(marks[i % len(marks)] + " ").replace("  ", " ") + item for i, item in enumerate(items)]
    return " ".join(marked)


class Text:
    """The document as lines and rows, in reading order; faults find their place in it by words."""

    def __init__(self, data, slug):
        self.chance = random.Random(slug)
        self.body = []
        self.build(data)

    def build(self, d):
        out = self.body
        out += [d["title"], "", *d["lead"], "", "Table des matières", ""]
        for label, page in d["contents"]:
            out.append(f"{label}\t{page or ''}")
        out += ["", d["contents"][0][0], ""]
        for paragraph in d["preamble"]:
            out += [paragraph, ""]
        out += ["- " + item for item in d["preambleItems"]] + [""]
        out += [d["quartierHeading"], ""]
        for line in d["quartierLines"]:
            out += [line, ""]
        out += [d["indicatorHeading"], "", d["indicatorNote"], ""]
        for line, _ in d["indicators"]:
            out += [line, ""]
        for heading, items in (("irritantHeading", "irritants"), ("opportuniteHeading", "opportunites"), ("prioriteHeading", "priorites")):
            out += [d[heading], ""] + ["- " + item for item in d[items]] + [""]
        out += [d["objectivesHeading"], ""]
        for enjeu in d["enjeux"]:
            out.append(enjeu["code"] + enjeu["separator"] + enjeu["title"] + "\t\t")
            out.append("\t".join(d["header"]))
            for orientation in enjeu["orientations"]:
                for i, objective in enumerate(orientation["objectives"]):
                    out.append(Row("" if i else orientation["orientation"], objective["objective"], objective["items"]))
            out.append("")
        out += [d["governanceHeading"], ""]
        for heading, paragraphs in d["governance"]:
            out += [heading, ""]
            for paragraph in paragraphs:
                out += [paragraph, ""]
        out += [d["signatoryHeading"], ""]
        for paragraph in d["closing"]:
            out += [paragraph, ""]
        out += d["signatories"]

    def row(self, objective):
        found = [r for r in self.body if isinstance(r, Row) and r.name.startswith(objective)]
        assert len(found) == 1, (objective, len(found))
        return found[0]

    def line(self, words):
        found = [i for i, x in enumerate(self.body) if isinstance(x, str) and words in x]
        assert found, words
        return found[-1]        # the last one: the table of contents says the headings first

    def __str__(self):
        lines = []
        for x in self.body:
            lines += x.text() if isinstance(x, Row) else [x]
        return "\n".join(lines) + "\n"


# ---- faults of lines -------------------------------------------------------------------------------------------------

def blank_lines_around_title(text):
    """Empty lines before the title and after it: the cover page."""
    text.body[:1] = ["", "", "", text.body[0], "", ""]


def spaced_code(text, code):
    """The neighbourhood's code read with gaps: QN01604N becomes QN 01 60 4N."""
    i = text.line(code)
    text.body[i] = text.body[i].replace(code, " ".join([code[:2], code[2:4], code[4:6], code[6:]]))


def two_on_one_line(text, first, second):
    """Two indicators run together on one line."""
    i, j = text.line(first), text.line(second)
    assert j == i + 2
    text.body[i:j + 1] = [text.body[i] + " " + text.body[j]]


def wrap_over_blank(text, line, before):
    """A long label wraps, and an empty line falls between its halves."""
    i = text.line(line)
    left, right = text.body[i].split(" " + before, 1)
    text.body[i:i + 1] = [left, "", before + right]


def interrupt_list(text, after):
    """A page break in the middle of a list."""
    i = text.line(after)
    text.body.insert(i + 1, PAGE)


def lose_dash(text, item):
    """A list item whose dash was not read: a space is left."""
    i = text.line("- " + item)
    text.body[i] = text.body[i][1:]


def mixed_dashes(text, item, mark):
    """A list item with another mark than its neighbours."""
    i = text.line("- " + item)
    text.body[i] = mark + text.body[i][1:]


def markdown_residue(text, line):
    """Asterisks of a converter that meant bold, around a line and after it."""
    i = text.line(line)
    text.body[i] = "**" + text.body[i] + "** ** **"


def broken_header(text, enjeu):
    """A table's header row whose first cell was cut in the middle of a word, with an empty fourth cell."""
    i = text.line(enjeu) + 1
    text.body[i - 1] += "\t"
    text.body[i:i + 1] = ["inte\ts de la stratégie rcommunale ontrat de ville\tObjectifs opérationnels pour le quartier\t"]


# ---- faults of cells -------------------------------------------------------------------------------------------------

def lose_bullets(text, objective):
    """The bullets of a cell were not read: a leading space is left, the items follow each other."""
    text.row(objective).bullets = ""


def lose_first_bullet(text, objective, mark):
    """The first bullet of a cell lost (a leading space), the others read as another mark."""
    text.row(objective).bullets = [" ", mark]


def mix_bullets(text, objective):
    """Every bullet of a cell read as another mark."""
    marks = ["-", "•", "·", "→"]
    text.chance.shuffle(marks)
    text.row(objective).bullets = marks


def break_words(text, objective, *broken):
    """A gap in the middle of a word, or after its hyphen: environnemen tales, bien- être."""
    row = text.row(objective)
    for word in broken:
        whole = word.replace(" ", "")
        hit = [n for n in ("first", "second") if whole in getattr(row, n)]
        if hit:
            setattr(row, hit[0], getattr(row, hit[0]).replace(whole, word))
        else:
            assert any(whole in i for i in row.items), word
            row.items = [i.replace(whole, word) for i in row.items]


def stray_apostrophe(text, objective, word):
    """A speck of dust read as an apostrophe before a word."""
    row = text.row(objective)
    if word in row.second:
        row.second = row.second.replace(word, "'" + word, 1)
    else:
        row.items = [i.replace(word, "'" + word, 1) for i in row.items]


def markdown_in_cell(text, objective):
    """Asterisks left at the end of a cell."""
    row = text.row(objective)
    row.items = row.items[:-1] + [row.items[-1] + " **" * text.chance.randint(3, 8)]


def noise_cell(text, objective):
    """A picture, a stamp or the edge of the page read as words, in the empty cell of a merged column."""
    row = text.row(objective)
    assert row.first == ""
    syllables = ["Thar", "on", "the", "Wam", "j", "a", "S", "Bolder", "to", "mis", "ar", "Kell", "of", "Ine"]
    row.first = " ".join(text.chance.sample(syllables, 3))


# ---- faults of rows --------------------------------------------------------------------------------------------------

def carry_label(text, objective, left, following):
    """The merged label is taller than its first row: its end was read in the next row."""
    row, after = text.row(objective), text.row(following)
    assert row.first.startswith(left + " ") and after.first == ""
    after.first = row.first[len(left) + 1:]
    row.first = left


def split_row(text, objective, after):
    """A page break cuts a row: an empty line, then a row with its last cell only."""
    row = text.row(objective)
    third = row.third()
    at = third.index(after) + len(after)
    row.lines = ["\t".join([row.first, row.second, third[:at]]), PAGE, "\t\t" + third[at:].lstrip()]


def lose_column(text, objective, after, following):
    """After a page break the merged column was not seen: the rest of the cut row and the next row are one cell short."""
    row, nxt = text.row(objective), text.row(following)
    third = row.third()
    at = third.index(after) + len(after)
    row.lines = ["\t".join([row.first, row.second, third[:at]]), PAGE, "\t" + third[at:].lstrip()]
    assert nxt.first == ""
    nxt.lines = [nxt.second + "\t" + nxt.third()]


def lose_column_and_cut_label(text, objective, label, after):
    """The same where the page break cuts the objective's label too: two halves of label, two halves of text."""
    row = text.row(objective)
    third = row.third()
    at = third.index(after) + len(after)
    assert row.second.startswith(label + " ")
    row.lines = ["\t".join([row.first, label, third[:at]]), PAGE, row.second[len(label) + 1:] + "\t" + third[at:].lstrip()]


def glue_rows(text, objective, following):
    """The rule between two rows was not seen: two labels in one cell. The first has no operational text of its own."""
    row, nxt = text.row(objective), text.row(following)
    assert not row.items and nxt.first == ""
    nxt.first, nxt.second = row.first, row.second + " " + nxt.second
    text.body.remove(row)


def saw_cell(text, objective, width):
    """A fold in the page sawed a cell in two: left halves of its lines in one column, right halves in another. Lost."""
    row = text.row(objective)
    words, lines, line = row.third().split(" "), [], ""
    for word in words:
        if len(line) + len(word) + 1 > width:
            lines.append(line)
            line = ""
        line = (line + " " + word).strip()
    lines.append(line)
    cut = width // 2
    halves = [(l[:cut - text.chance.randint(0, 3)], l[cut + text.chance.randint(0, 2):]) for l in lines]
    row.lines = ["\t".join([row.first, row.second, " ".join(a for a, _ in halves).strip(), " ".join(b for _, b in halves).strip()])]


FAULTS = {f.__name__: f for f in (
    blank_lines_around_title, spaced_code, two_on_one_line, wrap_over_blank, interrupt_list, lose_dash, mixed_dashes,
    markdown_residue, broken_header, lose_bullets, lose_first_bullet, mix_bullets, break_words, stray_apostrophe, markdown_in_cell,
    noise_cell, carry_label, split_row, lose_column, lose_column_and_cut_label, glue_rows, saw_cell)}


def main():
    for path in sorted(HERE.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        text = Text(data, path.stem)
        for name, *arguments in data["faults"]:
            FAULTS[name](text, *arguments)
        target = HERE.parent / "samples" / (path.stem + "-ocr.txt")
        target.write_bytes(re.sub(r"\n{5,}", "\n\n\n\n", str(text)).encode("utf-8"))
        print(target.name, len(data["faults"]), "faults", file=sys.stderr)


if __name__ == "__main__":
    main()
