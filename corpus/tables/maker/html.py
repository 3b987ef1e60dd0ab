"""Writes a document as a web page, for Chromium to print."""
from html import escape

from maker import look

ALIGN = {"l": "left", "r": "right", "c": "center", "d": "right"}
TAGS = {"heading": "h1", "subheading": "h2", "caption": "p class=caption", "note": "p class=note", "text": "p", "right": "p class=right", "centre": "p class=centre",
        "bullet": "p class=bullet", "numbered": "p class=bullet"}
STYLE = """* {{ font-family: "{font}"; }} body {{ font-size: {size}pt; margin: 0; }} @page {{ size: A4 {page}; margin: {margin}cm;
@top-left {{ content: "{head}"; font: 8pt "{font}"; }} @bottom-right {{ content: {foot}; font: 8pt "{font}"; }} }}
h1 {{ font-size: 1.4em; }} h2 {{ font-size: 1.1em; }} p {{ margin: 0 0 .6em; text-align: justify; }} .caption {{ font-style: italic; margin: 0 0 .2em; }}
.note {{ font-size: 8pt; margin-top: .2em; }} .right {{ text-align: right; }} .centre {{ text-align: center; }} .bullet {{ padding-left: 1em; text-indent: -1em; }}
table {{ border-collapse: collapse; margin-bottom: .8em; table-layout: fixed; }} td p {{ margin: 0; text-align: inherit; }} tr {{ break-inside: {cut}; }}
.columns {{ column-count: 2; column-gap: .8cm; }} .side {{ display: flex; gap: 1cm; align-items: start; }} svg {{ break-inside: avoid; }}"""


class Html:
    def __init__(self, document):
        self.document = document

    def whole(self):
        head = self.document.head
        foot = '"' + head.get("foot", "").replace("{pages}", '" counter(pages) "').replace("{page}", '" counter(page) "') + '"'
        cut = "auto" if any("cut" in table.options for table in self.document.tables()) else "avoid"
        style = STYLE.format(font=head.get("font", "Liberation Sans"), size=head.get("size", "10"), page=head.get("page", "portrait"),
                             margin=head.get("margin", "2"), head=head.get("head", ""), foot=foot, cut=cut)
        return f'<!doctype html><html lang="fr"><meta charset="utf-8"><title></title><style>{style}</style><body>{self.blocks(self.document.blocks)}</body></html>'

    def blocks(self, blocks):
        return "\n".join(self.block(block) for block in blocks)

    def block(self, block):
        if block.kind == "html":
            return block.text
        if block.kind == "table":
            return self.table(block.table)
        if block.kind == "break":
            return '<div style="break-after: page"></div>'
        if block.kind in ("columns", "side", "box", "group"):
            return f'<div class="{block.kind}">{self.blocks(block.children)}</div>'
        tag = TAGS[block.kind]
        mark = "• " if block.kind == "bullet" else ""
        return f"<{tag}>{mark}{escape(block.text)}</{tag.split()[0]}>"

    def table(self, table):
        widths = "".join(f'<col style="width: {width}cm">' for width in look.widths(table))
        rows = ["<tr>" + "".join(self.cell(table, row, cell) for cell in row.cells) + "</tr>" for row in table.rows]
        heads = table.heads()
        repeat = f"<thead>{''.join(rows[:heads])}</thead>" if "repeat" in table.options else "".join(rows[:heads])
        edge = "; break-before: page" if "break" in table.options else ""
        return f'<table style="width: {sum(look.widths(table))}cm{edge}">{widths}{repeat}<tbody>{"".join(rows[heads:])}</tbody></table>'

    def cell(self, table, row, cell):
        drawn = look.cell(table, row, cell)
        css = [f"text-align: {ALIGN[look.align(table, row, cell)]}", f"vertical-align: {look.stand(table, cell)}",
               f"padding: {table.options.get('pad', '0.06')}cm .1cm", f"font-size: {table.options.get('size', self.document.head.get('size', '10'))}pt"]
        css += [f"border-{side}: {drawn[side].replace('1.5pt double', '2.25pt double')}" for side in ("top", "bottom", "left", "right") if drawn[side]]
        css += [f"background: {drawn['ground']}; print-color-adjust: exact"] * bool(drawn["ground"])
        css += [f"color: {cell.ink or drawn['ink']}"] * bool(cell.ink or drawn["ink"]) + ["font-weight: bold"] * drawn["bold"]
        if "hang" in table.options and not cell.col:
            css += [f"padding-left: {0.1 + float(table.options['hang'])}cm; text-indent: -{table.options['hang']}cm"]
        css += [f"padding-left: {0.1 + 0.4 * cell.indent}cm"] * bool(cell.indent)
        inner = "".join(f"<p>{escape(line)}</p>" for line in cell.lines)
        if cell.turned:
            inner = f'<div style="writing-mode: vertical-rl; transform: rotate(180deg); height: {table.options["turned"]}cm">{inner}</div>'
        spans = f' colspan="{cell.cols}" rowspan="{cell.rows}"' if cell.cols + cell.rows > 2 else ""
        return f'<td{spans} style="{"; ".join(css)}">{inner}</td>'
