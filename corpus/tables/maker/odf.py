"""Writes a document as flat OpenDocument text, for LibreOffice to render."""
from xml.sax.saxutils import escape, quoteattr

from maker import look, monospaced

SPACES = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for key, name in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("svg", "svg-compatible"),
    ("fo", "xsl-fo-compatible"))) + ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
TEXT = ("fo:font-size", "fo:font-weight", "fo:font-style", "fo:color", "style:font-name", "fo:letter-spacing")
ALIGN = {"l": "start", "r": "end", "c": "center", "d": "start", "j": "justify"}
BLOCKS = {
    "text": {"fo:text-align": "justify", "fo:margin-bottom": "0.2cm"},
    "heading": {"fo:font-weight": "bold", "fo:font-size": "14pt", "fo:margin-top": "0.3cm", "fo:margin-bottom": "0.25cm", "fo:keep-with-next": "always"},
    "subheading": {"fo:font-weight": "bold", "fo:margin-top": "0.2cm", "fo:margin-bottom": "0.15cm", "fo:keep-with-next": "always"},
    "caption": {"fo:font-style": "italic", "fo:margin-bottom": "0.05cm", "fo:keep-with-next": "always"},
    "note": {"fo:font-size": "8pt", "fo:margin-top": "0.05cm", "fo:margin-bottom": "0.15cm"},
    "right": {"fo:text-align": "end"},
    "centre": {"fo:text-align": "center", "fo:margin-bottom": "0.2cm"},
    "meaning": {"fo:margin-left": "1.2cm", "fo:margin-bottom": "0.15cm"},
    "entry": {"fo:margin-left": "0.4cm", "fo:text-indent": "-0.4cm"},
    "bullet": {"fo:margin-left": "1cm", "fo:text-indent": "-0.4cm", "fo:margin-bottom": "0.08cm"},
    "numbered": {"fo:margin-left": "1cm", "fo:text-indent": "-0.6cm", "fo:margin-bottom": "0.08cm"},
}


class Odf:
    def __init__(self, document):
        self.document, self.styles, self.tables = document, {}, 0
        self.size = float(document.head.get("size", "10"))
        self.font = document.head.get("font", "Liberation Sans")

    # Styles: one for each set of properties, named as met.

    def style(self, family, parts):
        body = "".join(f"<style:{part}-properties {' '.join(f'{k}={quoteattr(str(v))}' for k, v in kept.items() if not k.startswith('<'))}>"
                       f"{''.join(v for k, v in kept.items() if k.startswith('<'))}</style:{part}-properties>" for part, kept in parts.items() if kept)
        return self.styles.setdefault((family, body), f"s{len(self.styles) + 1}")

    def para_style(self, kept):
        text = {key: value for key, value in kept.items() if key in TEXT}
        return self.style("paragraph", {"paragraph": {k: v for k, v in kept.items() if k not in TEXT}, "text": text})

    def para(self, text, kept):
        if "leading" in self.document.head and text:
            kept = kept | {"fo:line-height": self.document.head["leading"] + "%"}
        return f'<text:p text:style-name="{self.para_style(kept)}">{text}</text:p>'

    def span(self, text, ink):
        text = spaced(text)
        return f'<text:span text:style-name="{self.style("text", {"text": {"fo:color": ink}})}">{text}</text:span>' if ink else text

    # Blocks.

    def blocks(self, blocks):
        return "".join(self.block(block) for block in blocks)

    def block(self, block):
        if block.kind in BLOCKS:
            mark = "•\u00a0" if block.kind == "bullet" else ""
            left = {"fo:text-align": "start"} if self.document.head.get("ragged") and block.kind == "text" else {}
            if "opening" in self.document.head and block.kind == "text":
                left["fo:text-indent"] = self.document.head["opening"] + "cm"
            if "titles" in self.document.head and block.kind == "heading":
                left = {"fo:text-align": self.document.head["titles"]}
            return self.para(mark + escape(block.text), BLOCKS[block.kind] | left)
        return getattr(self, "block_" + block.kind)(block)

    def block_term(self, block):
        """A word of a list of definitions: alone on its line, or with what it means after it."""
        term, _, meaning = block.text.partition(" | ")
        bold = self.style("text", {"text": {"fo:font-weight": "bold"}})
        kept = {"fo:margin-left": "0.8cm", "fo:text-indent": "-0.8cm", "fo:margin-bottom": "0.12cm"} if meaning else {"fo:keep-with-next": "always"}
        return self.para(f'<text:span text:style-name="{bold}">{escape(term)}</text:span>{escape(" " + meaning if meaning else "")}', kept)

    def block_group(self, block):
        return self.blocks(block.children)

    def block_contents(self, block):
        text, page = block.text.split(" | ")
        manner = self.document.head.get("contents", "leaders")
        if manner == "run-in":
            return self.para(f"{escape(text)}, p. {page}", {"fo:margin-bottom": "0.1cm", "fo:margin-left": "0.5cm"})
        if manner == "front":
            stop = '<style:tab-stops><style:tab-stop style:position="1.2cm"/></style:tab-stops>'
            return self.para(f"{page}<text:tab/>{escape(text)}", {"<tab": stop, "fo:margin-bottom": "0.15cm"})
        stop = '<style:tab-stops><style:tab-stop style:position="17cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops>'
        stop = stop.replace(' style:leader-style="dotted" style:leader-text="."', "") if manner == "blank" else stop
        indent = "0.6cm" if text[1:2] == "." and text[2:3] != " " else "0cm"
        return self.para(f"{escape(text)}<text:tab/>{page}", {"<tab": stop, "fo:margin-left": indent, "fo:margin-bottom": "0.1cm"})

    def block_break(self, block):
        return self.para("", {"fo:break-before": "page", "fo:font-size": "1pt"})

    def block_box(self, block):
        edge = {"fo:border": block.options.get("rule", "0.75pt_solid_#000000").replace("_", " "), "fo:padding": "0.2cm",
                "fo:background-color": block.options.get("ground", "transparent"), "fo:margin-left": "0.3cm", "fo:margin-right": "0.3cm"}
        return "".join(self.para(escape(child.text), edge) for child in block.children) + self.para("", {})

    def block_columns(self, block):
        count = block.options.get("count", "2")
        columns = f'<style:columns fo:column-count="{count}" fo:column-gap="0.8cm"/>'
        name = self.style("section", {"section": {"<columns": columns}})
        self.tables += 1
        return f'<text:section text:style-name="{name}" text:name="S{self.tables}">{self.blocks(block.children)}</text:section>'

    def block_side(self, block):
        """Children side by side, in a table without rules: not told in the truth."""
        widths = block.options["widths"].split(",")
        bare = self.style("table-cell", {"table-cell": {"fo:padding": "0cm", "fo:border": "none"}})
        parts = [self.blocks([child]) + self.para("", {"fo:font-size": "2pt"}) for child in block.children]
        cells = "".join(f'<table:table-cell table:style-name="{bare}">{part}</table:table-cell>' for part in parts)
        return self.frame(widths, f"<table:table-row>{cells}</table:table-row>", {})

    def block_layout(self, block):
        """Text in columns without rules, as in a letter's head: not a table, not told in the truth."""
        bare = self.style("table-cell", {"table-cell": {"fo:padding": "0.05cm", "fo:border": "none"}})
        rows = ""
        for row in block.table.rows:
            rows += "<table:table-row>" + "".join(
                f'<table:table-cell table:style-name="{bare}">' + "".join(self.para(escape(line), {}) for line in cell.lines or [""])
                + "</table:table-cell>" for cell in row.cells) + "</table:table-row>"
        return self.frame(block.options["widths"].split(","), rows, {}) + self.para("", {})

    def block_table(self, block):
        drawn = block.table.options.get("as", "table")
        made = {"table": self.table, "tabs": self.tabbed, "mono": self.mono}[drawn](block.table)
        gap = block.table.options.get("after", "6")
        return made + ("" if gap == "0" else self.para("", {"fo:font-size": gap + "pt"}))

    # Tables.

    def frame(self, widths, rows, kept):
        self.tables += 1
        name = f"T{self.tables}"
        total = sum(float(width) for width in widths)
        style = self.style("table", {"table": {"style:width": f"{total}cm", "table:align": "left", "table:border-model": "collapsing"} | kept})
        columns = "".join(f'<table:table-column table:style-name="{self.style("table-column", {"table-column": {"style:column-width": f"{width}cm"}})}"/>'
                          for width in widths)
        return f'<table:table table:name="{name}" table:style-name="{style}">{columns}{rows}</table:table>'

    def table(self, table):
        kept = {"table:align": table.options.get("place", "left")}
        if "break" in table.options:
            kept["fo:break-before"] = "page"
        rows = [self.row(table, row) for row in table.rows]
        heads = table.heads() if "repeat" in table.options else 0
        inner = (f"<table:table-header-rows>{''.join(rows[:heads])}</table:table-header-rows>" if heads else "") + "".join(rows[heads:])
        return self.frame(look.widths(table), inner, kept)

    def row(self, table, row):
        kept = {"fo:keep-together": "auto" if "cut" in table.options else "always"}
        if any(cell.turned for cell in row.cells):
            kept["style:row-height"] = table.options["turned"] + "cm"
        elif "height" in table.options:
            kept["style:min-row-height"] = table.options["height"] + "cm"
        by_column = {cell.col: cell for cell in row.cells}
        cells, column = "", 0
        while column < table.columns:
            cell = by_column.get(column)
            cells += self.cell(table, row, cell) if cell else "<table:covered-table-cell/>"
            column += 1
        return f'<table:table-row table:style-name="{self.style("table-row", {"table-row": kept})}">{cells}</table:table-row>'

    def cell(self, table, row, cell):
        drawn = look.cell(table, row, cell)
        pad = table.options.get("pad", "0.06")
        kept = {"fo:padding-top": pad + "cm", "fo:padding-bottom": pad + "cm", "fo:padding-left": "0.1cm", "fo:padding-right": "0.1cm",
                "style:vertical-align": look.stand(table, cell) if row.kind != "head" else table.options.get("headvalign", "middle")}
        for side in ("top", "bottom", "left", "right"):
            kept["fo:border-" + side] = drawn[side] or "none"
            if drawn[side] and "double" in drawn[side]:
                kept["style:border-line-width-" + side] = "0.5pt 0.75pt 0.5pt"
        if drawn["ground"]:
            kept["fo:background-color"] = drawn["ground"]
        if cell.turned:
            kept["style:writing-mode"] = table.options.get("mode", "tb-rl")
            kept["loext:writing-mode"] = kept["style:writing-mode"]
        style = self.style("table-cell", {"table-cell": kept})
        spans = f' table:number-columns-spanned="{cell.cols}" table:number-rows-spanned="{cell.rows}"' if cell.cols + cell.rows > 2 else ""
        return f'<table:table-cell table:style-name="{style}"{spans}>{self.inside(table, row, cell, drawn)}</table:table-cell>'

    def inside(self, table, row, cell, drawn):
        letter = look.align(table, row, cell)
        kept = {"fo:text-align": ALIGN[letter], "fo:font-size": table.options.get("size", f"{self.size:g}") + "pt", "fo:hyphenate": "false"}
        if drawn["bold"]:
            kept["fo:font-weight"] = "bold"
        if drawn["ink"]:
            kept["fo:color"] = drawn["ink"]
        if cell.indent:
            kept["fo:margin-left"] = f"{0.4 * cell.indent}cm"
        if "hang" in table.options and cell.col == 0 and row.kind != "section":
            hang = float(table.options["hang"])
            kept |= {"fo:margin-left": f"{hang + 0.4 * cell.indent}cm", "fo:text-indent": f"-{hang}cm"}
        if letter == "d":
            kept["<tab"] = f'<style:tab-stops><style:tab-stop style:position="{table.options["comma"]}cm" style:type="char" style:char=","/></style:tab-stops>'
        if cell.nested:
            return self.nested(cell, kept)
        lines = cell.lines or [""]
        bulleted = {"fo:margin-left": "0.3cm", "fo:text-indent": "-0.3cm"}
        return "".join(self.para(self.span(line, cell.ink), kept | (bulleted if line[:2] in ("• ", "- ") and len(line) > 2 else {})) for line in lines)

    def nested(self, cell, kept):
        edge = self.style("table-cell", {"table-cell": {"fo:border": look.THIN, "fo:padding": "0.05cm"}})
        rows = "".join("<table:table-row>" + "".join(
            f'<table:table-cell table:style-name="{edge}">{self.para(self.span(part, cell.ink), kept)}</table:table-cell>' for part in line)
            + "</table:table-row>" for line in cell.nested)
        return self.frame(["2.6", "1.9"], rows, {}) + self.para("", kept | {"fo:font-size": "2pt"})

    def tabbed(self, table):
        """No table: paragraphs with tab stops where the columns are."""
        edges = [0.0]
        for width in look.widths(table):
            edges.append(edges[-1] + width)
        made = ""
        for row in table.rows:
            indent = edges[-2] if "hang" in table.options and row.kind != "section" else 0.0     # the last column goes on below itself
            stops, text = "", ""
            for cell in row.cells:
                letter = look.align(table, row, cell)
                left, right = edges[cell.col], edges[cell.col + cell.cols] - 0.3
                if cell.text and (cell.col or letter != "l"):
                    place, kind = {"r": (right, "right"), "c": ((left + right) / 2, "center")}.get(letter, (left, "left"))
                    leader = ' style:leader-style="dotted" style:leader-text="."' if "leader" in table.options and row.kind != "head" else ""
                    stops += f'<style:tab-stop style:position="{place - indent:.2f}cm" style:type="{kind}"{leader}/>'
                    text += "<text:tab/>"
                text += self.span(cell.text, cell.ink) if cell.text else ""
            kept = {"<tab": f"<style:tab-stops>{stops}</style:tab-stops>", "fo:font-size": table.options.get("size", f"{self.size:g}") + "pt",
                    "fo:margin-bottom": table.options.get("pad", "0.06") + "cm"}
            if row.kind != "body" and "light" not in table.options:
                kept["fo:font-weight"] = "bold"
            if indent:
                kept |= {"fo:margin-left": f"{indent:.2f}cm", "fo:text-indent": f"-{indent:.2f}cm"}
            made += self.para(text, kept)
        return made

    def mono(self, table):
        kept = {"style:font-name": table.options.get("mono", "Liberation Mono").replace("_", " "), "fo:font-size": table.options.get("size", "9") + "pt"}
        return "".join(self.para("".join(self.span(text, cell and cell.ink) for text, cell in line), kept) for line in monospaced.lines(table))

    # The whole.

    def whole(self):
        body = self.blocks(self.document.blocks)
        wide, high = (29.7, 21.0) if self.document.head.get("page") == "landscape" else (21.0, 29.7)
        margin = self.document.head.get("margin", "2")
        named = "".join(f'<style:style style:name="{name}" style:family="{family}"{self.parent(family)}>{inner}</style:style>'
                        for (family, inner), name in self.styles.items())
        fonts = "".join(f"<style:font-face style:name={quoteattr(font)} svg:font-family={quoteattr(font)}/>"
                        for font in sorted({self.font, "Liberation Mono", "DejaVu Sans Mono", "FreeMono"}))
        return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
                f'<office:font-face-decls>{fonts}</office:font-face-decls><office:styles><style:style style:name="Standard" style:family="paragraph">'
                f'<style:text-properties style:font-name={quoteattr(self.font)} fo:font-size="{self.size}pt" fo:language="fr" fo:country="FR"/></style:style></office:styles>'
                f'<office:automatic-styles>{named}<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="{wide}cm" fo:page-height="{high}cm" '
                f'style:print-orientation="{"landscape" if wide > high else "portrait"}" fo:margin="{margin}cm"/><style:header-style><style:header-footer-properties fo:margin-bottom="0.4cm"/></style:header-style>'
                f'<style:footer-style><style:header-footer-properties fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>'
                f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pl">{self.running("head", "header")}{self.running("foot", "footer")}'
                f'</style:master-page></office:master-styles><office:body><office:text>{body}</office:text></office:body></office:document>')

    def parent(self, family):
        return ' style:parent-style-name="Standard"' if family == "paragraph" else ""

    def running(self, key, element):
        text = self.document.head.get(key)
        if not text:
            return ""
        text = escape(text).replace("{page}", "<text:page-number/>").replace("{pages}", "<text:page-count/>")
        return f"<style:{element}><text:p>{text}</text:p></style:{element}>"


def spaced(text):
    """Runs of spaces count only as text:s."""
    parts = escape(text).split("  ")
    return '<text:s text:c="2"/>'.join(parts).replace("> ", '><text:s text:c="1"/>') if len(parts) > 1 else parts[0]
