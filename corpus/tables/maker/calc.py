"""Writes the one table of a document as a flat OpenDocument workbook, for LibreOffice Calc to print."""
from xml.sax.saxutils import escape, quoteattr

from maker import look
from maker.odf import ALIGN, SPACES


class Calc:
    def __init__(self, document):
        self.document, self.styles = document, {}
        self.font, self.size = document.head.get("font", "Liberation Sans"), document.head.get("size", "10")

    def style(self, family, inner):
        return self.styles.setdefault((family, inner), f"s{len(self.styles) + 1}")

    def whole(self):
        table = next(self.document.tables())
        columns = "".join(f'<table:table-column table:style-name="{self.style("table-column", f"""<style:table-column-properties style:column-width="{width}cm"/>""")}"/>'
                          for width in look.widths(table))
        rows = [self.row(table, row) for row in table.rows]
        heads = table.heads() if "repeat" in table.options else 0
        rows = (f"<table:table-header-rows>{''.join(rows[:heads])}</table:table-header-rows>" if heads else "") + "".join(rows[heads:])
        named = "".join(f'<style:style style:name="{name}" style:family="{family}">{inner}</style:style>' for (family, inner), name in self.styles.items())
        wide, high = (29.7, 21.0) if self.document.head.get("page") == "landscape" else (21.0, 29.7)
        printed = "grid" if "gridlines" in self.document.head else ""
        return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
                f'<office:font-face-decls><style:font-face style:name={quoteattr(self.font)} svg:font-family={quoteattr(self.font)}/></office:font-face-decls>'
                f'<office:automatic-styles><style:style style:name="ta" style:family="table" style:master-page-name="Default"/>{named}'
                f'<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="{wide}cm" fo:page-height="{high}cm" fo:margin="1.5cm" '
                f'style:print-orientation="{"landscape" if wide > high else "portrait"}" style:print="{printed}" style:scale-to-X="1" style:scale-to-Y="0"/>'
                f'<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.3cm"/></style:header-style>'
                f'<style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout></office:automatic-styles>'
                f'<office:master-styles><style:master-page style:name="Default" style:page-layout-name="pl">'
                f'<style:header><text:p>{escape(self.document.head.get("head", ""))}</text:p></style:header>'
                f'<style:footer><text:p>Page <text:page-number/></text:p></style:footer></style:master-page></office:master-styles>'
                f'<office:body><office:spreadsheet><table:table table:name="Feuille1" table:style-name="ta">{columns}{rows}</table:table></office:spreadsheet></office:body></office:document>')

    def row(self, table, row):
        style = self.style("table-row", '<style:table-row-properties style:use-optimal-row-height="true"/>')
        by_column = {cell.col: cell for cell in row.cells}
        cells = "".join(self.cell(table, row, by_column[column]) if column in by_column else "<table:covered-table-cell/>" for column in range(table.columns))
        return f'<table:table-row table:style-name="{style}">{cells}</table:table-row>'

    def cell(self, table, row, cell):
        drawn = look.cell(table, row, cell)
        edges = " ".join(f'fo:border-{side}="{drawn[side] or "none"}"' for side in ("top", "bottom", "left", "right"))
        ground = f' fo:background-color="{drawn["ground"]}"' if drawn["ground"] else ""
        ink = cell.ink or drawn["ink"]
        letter = look.align(table, row, cell)
        inner = (f'<style:table-cell-properties {edges}{ground} fo:wrap-option="wrap" fo:padding="0.05cm" style:vertical-align="{table.options.get("valign", "top")}"/>'
                 f'<style:paragraph-properties fo:text-align="{ALIGN[letter]}" fo:margin-left="{0.4 * cell.indent}cm"/>'
                 f'<style:text-properties style:font-name={quoteattr(self.font)} fo:font-size="{self.size}pt"' + (' fo:font-weight="bold"' if drawn["bold"] else "")
                 + (f' fo:color="{ink}"' if ink else "") + "/>")
        spans = f' table:number-columns-spanned="{cell.cols}" table:number-rows-spanned="{cell.rows}"' if cell.cols + cell.rows > 2 else ""
        text = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.lines)
        kind = ' office:value-type="string"' if text else ""
        return f'<table:table-cell table:style-name="{self.style("table-cell", inner)}"{spans}{kind}>{text}</table:table-cell>'
