"""What a table looks like, as data, and what that means for one cell: borders, ground, weight. Both writers draw from it."""
THIN, THICK, HAIR = "0.5pt solid #000000", "1.5pt solid #000000", "0.25pt solid #555555"
GREY, BLUE, GREEN = "#d9d9d9", "#1f4e79", "#2e7d32"

# outer/inner: rules around and between; v/h: standing and lying; head: below the header; total: above a total; spanned: below a label over columns.
LOOKS = {
    "grid": dict(outer=THIN, inner=THIN),
    "hairgrid": dict(outer=HAIR, inner=HAIR, head_ground="#eeeeee"),
    "horizontal": dict(outer_h=THIN, inner_h=THIN),
    "booktabs": dict(outer_h="1pt solid #000000", head=THIN, total=THIN),
    "none": dict(),
    "zebra": dict(zebra="#e8eef4"),
    "zebrahead": dict(zebra="#f0f0f0", head_ground="#bfbfbf"),
    "headshade": dict(head_ground=GREY),
    "darkhead": dict(head_ground=BLUE, head_ink="#ffffff", inner_h=HAIR, outer_h=HAIR),
    "colour": dict(outer=f"0.75pt solid {BLUE}", inner=f"0.75pt solid {BLUE}", head_ground="#dce6f1", section_ground="#fbe5d6"),
    "green": dict(outer_h=f"1pt solid {GREEN}", inner_h=f"0.5pt solid {GREEN}", head=f"1.5pt solid {GREEN}", total_ground="#e2efda"),
    "double": dict(outer="1.5pt double #000000", inner=THIN, head="1.5pt double #000000"),
    "thickthin": dict(outer=THICK, inner=HAIR, head=THICK, total=THICK),
    "dashed": dict(outer="0.75pt dashed #444444", inner="0.75pt dashed #444444"),
    "white": dict(outer="1.5pt solid #ffffff", inner="1.5pt solid #ffffff", ground="#e4ecd8", head_ground="#a8c48a", section_ground="#c9dbb5"),
    "frame": dict(outer=THIN, head=THIN),
    "frameonly": dict(outer="0.75pt solid #000000"),
    "roundframe": dict(outer="1pt double #444444"),
    "spanned": dict(spanned=THIN),
    "spannedbook": dict(spanned=HAIR, outer_h="1pt solid #000000", head=THIN, total=THIN),
    "dotted": dict(inner_h="0.75pt dotted #333333", outer_h="0.75pt dotted #333333"),
    "dashedrows": dict(inner_h="0.5pt dashed #777777", head="0.75pt solid #000000"),
    "dashedframe": dict(outer="0.75pt dashed #000000", head="0.75pt dashed #000000"),
    "lying": dict(inner_h=HAIR, head="1pt solid #000000", total="1pt solid #000000", outer_h="1pt solid #000000"),
    "booksections": dict(outer_h="1.25pt solid #000000", head="0.75pt solid #000000", section=HAIR, total="0.75pt solid #000000"),
    "standing": dict(inner_v=THIN, head=THIN),
    "sections": dict(head=THIN, section=THIN, total=THIN),
    "sectionshade": dict(section_ground="#dddddd", head=THIN, total="0.5pt solid #000000"),
}


def rule(look, axis, place):
    return look.get(f"{place}_{axis}") or look.get(place)


def lying(look, table, above, below):
    """The rule between two rows, by their kinds; None outside the table."""
    if above is None or below is None:
        return rule(look, "h", "outer")
    kinds = (table.rows[above].kind, table.rows[below].kind)
    if kinds[0] == "head" and kinds[1] != "head":
        return look.get("head") or rule(look, "h", "inner")
    for kind in ("total", "section"):
        if kinds[1] == kind and look.get(kind):
            return look[kind]
    return rule(look, "h", "inner")


def cell(table, row, here):
    """Borders and grounds of a cell: top, bottom, left, right, ground, ink, bold."""
    look = LOOKS[table.options.get("look", "grid")]
    last = here.row + here.rows - 1
    found = {
        "top": lying(look, table, here.row - 1 if here.row else None, here.row),
        "bottom": lying(look, table, last, last + 1 if last + 1 < len(table.rows) else None),
        "left": rule(look, "v", "inner" if here.col else "outer"),
        "right": rule(look, "v", "inner" if here.col + here.cols < table.columns else "outer"),
        "ground": look.get("ground"),
        "bold": row.kind != "body" and "light" not in table.options,
        "ink": look.get("head_ink") if row.kind == "head" else None,
    }
    if row.kind == "head" and here.cols > 1 and look.get("spanned"):
        found["bottom"] = look["spanned"]
    if row.kind == "body" and (here.row - table.heads()) % 2 and look.get("zebra"):
        found["ground"] = look["zebra"]
    found["ground"] = look.get(row.kind + "_ground") or found["ground"]
    return found


def align(table, row, here):
    """l, c, r or d (by the decimal comma): of the column, or of its kind of row."""
    letters = table.options.get("align", "l" * table.columns)
    letter = letters[here.col] if here.col < len(letters) else "l"
    if row.kind == "section":
        return table.options.get("sections", "l")
    if row.kind == "head":
        return "c" if here.cols > 1 else table.options.get("heads", "r" if letter == "d" else letter)
    return letter


def stand(table, here):
    """top, middle or bottom: of the table (`valign`), or letter by letter of its columns (`valigns`)."""
    letters = table.options.get("valigns", "")
    return {"t": "top", "m": "middle", "b": "bottom"}[letters[here.col]] if letters else table.options.get("valign", "top")


def widths(table):
    given = [float(width) for width in table.options["widths"].split(",")]
    if len(given) != table.columns:
        raise ValueError(f"{len(given)} widths for {table.columns} columns")
    return given
