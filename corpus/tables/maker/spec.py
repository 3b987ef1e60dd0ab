"""Reads a source (sources/*.txt): a head of `key: value` lines, an empty line, then blocks. The README tells the notation."""
import re
from dataclasses import dataclass, field

from maker import words


@dataclass
class Cell:
    row: int
    col: int
    rows: int
    cols: int
    lines: list          # paragraphs, in order
    turned: bool = False
    indent: int = 0
    nested: list = None  # rows of a table inside the cell
    ink: str = None      # the colour that tells this cell in the twin

    @property
    def text(self):
        return " ".join(" ".join(self.lines).split())


@dataclass
class Row:
    kind: str            # head, body, section, total
    cells: list


@dataclass
class Table:
    options: dict
    rows: list
    columns: int

    def cells(self):
        return [cell for row in self.rows for cell in row.cells if cell.text]

    def heads(self):
        return sum(row.kind == "head" for row in self.rows)


@dataclass
class Block:
    kind: str
    text: str = ""
    options: dict = field(default_factory=dict)
    children: list = field(default_factory=list)
    table: Table = None


@dataclass
class Document:
    name: str
    head: dict
    blocks: list

    def tables(self, blocks=None):
        for block in self.blocks if blocks is None else blocks:
            if block.table:
                yield block.table
            yield from self.tables(block.children)


CONTAINERS = ("columns", "side", "box", "group")
KINDS = {"!": "head", "=": "total", "*": "section"}
MARKS = (("## ", "subheading"), ("# ", "heading"), ("- ", "bullet"), ("^ ", "caption"), ("> ", "note"), ("~ ", "right"), (". ", "contents"), ("; ", "entry"),
         ("_ ", "centre"), (": ", "term"), (":: ", "meaning"))


def read(path):
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    keys = dict(line.split(": ", 1) for line in head.splitlines())
    lines = iter(body.splitlines())
    return Document(path.stem, keys, list(blocks(lines, None, words.Pool(path.stem))))


def options(text):
    return {key: value or "yes" for key, value in re.findall(r"(\w+)(?:=(\S+))?", text)}


def blocks(lines, end, pool):
    for line in lines:
        if line == end:
            return
        opened = re.fullmatch(r"\[(\w+)(.*)\]", line)
        if opened and opened[1] in ("table", "layout"):
            kept = options(opened[2])
            yield Block(opened[1], table=table(inside(lines, opened[1]), kept, pool), options=kept)
        elif opened and opened[1] == "html":
            yield Block("html", text="\n".join(inside(lines, "html")))
        elif opened and opened[1] in CONTAINERS:
            yield Block(opened[1], options=options(opened[2]), children=list(blocks(lines, f"[/{opened[1]}]", pool)))
        elif line == "<<<":
            yield Block("break")
        elif line.startswith("%p"):
            yield marked(pool.fill(line[3:]))
        elif line:
            yield marked(line)


def marked(line):
    for mark, kind in MARKS:
        if line.startswith(mark):
            return Block(kind, line[len(mark):])
    numbered = re.match(r"\d+\. ", line)
    return Block("numbered" if numbered else "text", line)


def inside(lines, name):
    taken = []
    for line in lines:
        if line == f"[/{name}]":
            return taken
        taken.append(line)
    raise ValueError(f"[{name}] is not closed")


def table(lines, kept, pool):
    """Rows of `a | b`; `<` goes with the cell at the left, `^` with the one above; `%12 …` is filled twelve times from the words."""
    printed = []
    for line in lines:
        repeated = re.match(r"%(\d+) ", line)
        source = line[repeated.end():] if repeated else line
        printed += [pool.fill(source) for _ in range(int(repeated[1]) if repeated else 1)]
    parted = [(KINDS.get(line[0], "body"), line[2:] if line[0] in KINDS else line) for line in printed if line]
    grid = [(kind, [part.strip() for part in re.split(r"(?:^|(?<= ))\|(?= |$)", line)]) for kind, line in parted]
    columns = max(len(parts) for _, parts in grid)
    for kind, parts in grid:
        if kind == "section" and len(parts) == 1:
            parts += ["<"] * (columns - 1)
        if len(parts) != columns:
            raise ValueError(f"{len(parts)} cells, not {columns}: {parts}")
    rows = [Row(kind, [cell(grid, index, col) for col, part in enumerate(parts) if part not in ("<", "^")])
            for index, (kind, parts) in enumerate(grid)]
    return Table(kept, rows, columns)


def cell(grid, row, col):
    text, cols, rows = grid[row][1][col], 1, 1
    while col + cols < len(grid[row][1]) and grid[row][1][col + cols] == "<":
        cols += 1
    while row + rows < len(grid) and grid[row + rows][1][col] == "^":
        rows += 1
    indent = len(text) - len(text.lstrip(">"))
    made = Cell(row, col, rows, cols, [], turned=text.startswith("@"), indent=indent)
    text = text.lstrip(">@")
    if text.startswith("¤"):
        made.nested = [[part.strip() for part in line.split("¦")] for line in text[1:].split(";;")]
        made.lines = [" ".join(line) for line in made.nested]
    else:
        made.lines = [part.strip() for part in text.split("//") if part.strip()]
    return made
