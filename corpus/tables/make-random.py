#!/usr/bin/env python3
"""Random tables with their truth: for trying what nobody wrote by hand.

    make-random.py SEED COUNT FOLDER [--narrow]
    ingest evaluate tables --corpus FOLDER --split tune --errors

Each document is one page with one table between paragraphs, drawn from a generator: columns, header of one or two levels, units,
titles of sections, totals, wrapped labels, setting of the cells, rules or none, fonts. --narrow sets columns as close as sheets do.
The same seed and Chromium give the same documents. Needs chromium, qpdf and pdfinfo. Documents of more than a page are left out.
"""
import json
import pathlib
import random
import subprocess
import sys

TOWNS = "Aix Brive Cahors Dax Évreux Foix Gap Houilles Istres Joigny Lens Mende Niort Orthez Pau Redon Saintes Tulle Uzès Vichy".split()
THINGS = ["l'insertion", "l'habitat", "la santé", "l'emploi", "l'éducation", "la culture", "le sport", "la mobilité", "la prévention", "l'accès aux droits", "la parentalité"]
VERBS = ["Accompagner", "Développer", "Soutenir", "Renforcer", "Mettre en réseau", "Faciliter", "Former à", "Ouvrir"]
TAILS = ["pour les habitants du quartier", "avec des jeunes de 16 à 25 ans", "auprès des bailleurs sociaux", "dans les écoles maternelles et élémentaires", "avec les associations locales"]
STUBS = ["Action", "Commune", "Objectif", "Indicateur", "Porteur", "Quartier", "Lieu"]
LABELS = ["Coût total", "Ville", "État", "Région", "CAF", "Département", "Bailleurs", "Nombre de participants", "Part des femmes", "Demandé", "Accordé", "Montant prévu", "Habitants", "Logements", "Taux"]
GROUPS = ["Réalisé", "Prévisionnel", "Hommes", "Femmes", "Exercice 2023", "Exercice 2024", "Quartier haut", "Ensemble de la ville"]
PARTS = [["2022", "2023", "2024"], ["Coût", "Aide", "Solde"], ["Nombre", "Part", "Écart"]]
FONTS = ["Liberation Serif", "DejaVu Sans", "Carlito", "Liberation Sans", "Caladea"]
FIGURES = {
    "count": lambda pick: f"{pick.randint(1, 999)}",
    "thousands": lambda pick: f"{pick.randint(1, 240)} {pick.randint(0, 999):03d}",
    "percent": lambda pick: f"{pick.randint(0, 99)},{pick.randint(0, 9)} %",
    "decimal": lambda pick: f"{pick.randint(0, 99)},{pick.randint(0, 9)}",
    "euros": lambda pick: f"{pick.randint(1, 99)} {pick.randint(0, 999):03d} €",
}


class Table:
    """Rows of HTML and, beside them, the cells of the truth."""

    def __init__(self):
        self.html, self.cells, self.row, self.column = [], [], -1, 0

    def open(self, kind):
        self.html.append(f"<tr class={kind}>")
        self.row, self.column = self.row + 1, 0

    def cell(self, text, style="", rows=1, columns=1, at=None):
        self.column = self.column if at is None else at
        if text:
            self.cells.append({"row": self.row, "col": self.column, "rowSpan": rows, "colSpan": columns, "text": text, "pages": [1]})
        self.html.append(f'<td rowspan={rows} colspan={columns} style="{style}">{text}</td>')
        self.column += columns


def label(pick, tails=0):
    return " ".join([pick.choice(VERBS), pick.choice(THINGS), *(pick.choice(TAILS) for _ in range(tails))])


def header(pick, table, texts, columns):
    """One row of labels, or groups with their parts; returns how many rows it has."""
    tag = "b" if pick.random() < 0.7 else "span"
    mark = lambda text: f"<{tag}>{text}</{tag}>"
    side = pick.choice(["left", "center"])
    numbers = columns - texts
    before = len(table.cells)
    if numbers >= 4 and pick.random() < 0.35:
        widths = [2] * (numbers // 2 - numbers % 2) + [3] * (numbers % 2)
        table.open("h")
        for _ in range(texts):
            table.cell(mark(pick.choice(STUBS)), "text-align:left;vertical-align:middle", rows=2)
        for width, text in zip(widths, pick.sample(GROUPS, len(widths))):
            table.cell(mark(text), "text-align:center", columns=width)
        table.open("h")
        column = texts
        for width in widths:
            for text in pick.choice(PARTS)[:width]:
                table.cell(mark(text), "text-align:center", at=column)
                column += 1
        rows = 2
    else:
        table.open("h")
        setting = pick.choice(["bottom", "middle", "top"])
        for column in range(columns):
            is_stub = column < texts
            table.cell(mark(pick.choice(STUBS if is_stub else LABELS)), f"text-align:{'left' if is_stub else side};vertical-align:{setting}")
        rows = 1
        if pick.random() < 0.15:
            table.open("h")
            for column in range(columns):
                table.cell("" if column < texts else pick.choice(["(en €)", "(en %)", "(nombre)"]), f"text-align:{side}")
            rows = 2
    for cell in table.cells[before:]:
        cell["text"] = cell["text"].replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    return rows


def body(pick, table, texts, columns):
    setting, side = pick.choice(["top", "top", "middle", "bottom"]), pick.choice(["right", "right", "right", "center"])
    kinds = [pick.choice(list(FIGURES)) for _ in range(columns - texts)]
    missing, has_sections = pick.choice(["", "-", "n.d.", ""]), pick.random() < 0.3
    for number in range(pick.randint(4, 14)):
        if has_sections and number % 4 == 0:
            table.open("s")
            table.cell(f"Axe {number // 4 + 1} – {label(pick)}", columns=columns)
        table.open("r")
        for column in range(columns):
            if column == 0:
                table.cell(label(pick, pick.choice([0, 0, 1, 2])), f"vertical-align:{setting}")
            elif column < texts:
                table.cell(pick.choice([pick.choice(TOWNS), "Association " + pick.choice(TOWNS), label(pick, 1), "CCAS"]), f"vertical-align:{setting}")
            else:
                table.cell(FIGURES[kinds[column - texts]](pick) if pick.random() > 0.1 else missing, f"vertical-align:{setting};text-align:{side};white-space:nowrap")
    if pick.random() < 0.5:
        table.open("t")
        for column in range(columns):
            table.cell("Total" if column == 0 else "" if column < texts else FIGURES[kinds[column - texts]](pick), f"text-align:{'left' if column < texts else side};white-space:nowrap")


def page(pick, narrow):
    columns = pick.randint(3, 8)
    texts = min(pick.choice([1, 1, 1, 2, 2, 3]), columns - 1)
    table = Table()
    rows = header(pick, table, texts, columns)
    body(pick, table, texts, columns)
    rule = {
        "none": "",
        "booktabs": f"table{{border-top:1px solid;border-bottom:1px solid}}tr.h:nth-of-type({rows}) td{{border-bottom:1px solid}}",
        "header": f"tr.h:nth-of-type({rows}) td{{border-bottom:1px solid}}",
        "horizontal": "td{border-bottom:.6px solid #555}",
        "zebra": "tr.r:nth-child(even) td{background:#eee}",
    }
    look = pick.choice(["none", *rule])
    size, across = pick.choice([7, 8, 9, 10]), pick.choice([2, 3] if narrow else [4, 6, 9, 14])
    widths = "".join(f'<col style="width:{pick.choice([90, 130, 180]) if column < texts else 60}px">' for column in range(columns))
    prose = lambda: f"<p>{' '.join(label(pick, 2) + '.' for _ in range(pick.randint(2, 5)))}</p>"
    style = (f'body{{font-family:"{pick.choice(FONTS)}";font-size:{size}pt;margin:0}}table{{font-size:{size}pt;border-collapse:collapse;line-height:{pick.choice([1.15, 1.2, 1.35])}}}'
             f"td{{padding:{pick.choice([1, 2, 3, 5])}px {across}px}}{rule[look]}@page{{size:A4 {pick.choice(['portrait', 'portrait', 'landscape'])};margin:1.8cm}}")
    caption = pick.choice(["", f"<p>Tableau {pick.randint(1, 9)} – Suivi des actions</p>", "<h3>Suivi des actions</h3>"])
    note = pick.choice(["", '<p style="font-size:80%">Source : service des statistiques, 2024.</p>'])
    html = f"<html><meta charset=utf-8><style>{style}</style><body>{prose()}{caption}<table><colgroup>{widths}</colgroup>{''.join(table.html)}</table>{note}{prose()}</body></html>"
    return html, {"traits": [look, f"text-columns-{texts}"] + (["two-level-header"] if rows == 2 else []), "tables": [{"pages": [1], "headerRows": rows, "cells": table.cells}]}


def render(html, pdf):
    """Chromium's PDF without its structure tree, which would tell the table; False when it has more than a page."""
    source, tagged, objects = pdf.with_suffix(".html"), pdf.with_suffix(".tagged.pdf"), pdf.with_suffix(".json")
    source.write_text(html, encoding="utf-8")
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={tagged}", source.as_uri()],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    subprocess.run(["qpdf", "--json-output", tagged, objects], check=True)
    content = json.loads(objects.read_text(encoding="utf-8"))
    for item in content["qpdf"][1].values():
        if isinstance(item.get("value"), dict):
            item["value"].pop("/StructTreeRoot", None)
            item["value"].pop("/MarkInfo", None)
    objects.write_text(json.dumps(content), encoding="utf-8")
    subprocess.run(["qpdf", "--json-input", objects, pdf], check=True)
    for rest in (source, tagged, objects):
        rest.unlink()
    pages = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    return any(line.split() == ["Pages:", "1"] for line in pages.splitlines())


def main():
    seed, count, folder = int(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3]).resolve()
    (folder / "truth").mkdir(parents=True, exist_ok=True)
    (folder / "unseen.txt").touch()
    for number in range(count):
        name = f"random-{seed}-{number:03d}"
        html, truth = page(random.Random(f"{seed}/{number}"), "--narrow" in sys.argv)
        pdf = folder / f"{name}.pdf"
        if not render(html, pdf):
            pdf.unlink()
            continue
        (folder / "truth" / f"{name}.json").write_text(json.dumps({"file": pdf.name, "split": "tune", **truth}, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
