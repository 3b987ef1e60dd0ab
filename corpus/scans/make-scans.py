#!/usr/bin/env python3
"""Makes scans of born-digital samples: pages as a town hall's copier gives them back.

    corpus/scans/make-scans.py              every scan below, then SCANS.yaml
    corpus/scans/make-scans.py NAME…        these only (SCANS.yaml keeps the others' entries)
    corpus/scans/make-scans.py --list       what there is, without making it

Each page goes through the same steps: the twin's page is rendered, marks (stamps, initials, signatures, punch holes, dust)
are drawn on the paper, the paper is laid askew on the glass, and the scanner adds light, shadow, blur, noise and compression.
What is left to chance comes from a generator seeded by the scan's name: same inputs and same versions of pdftoppm,
pdftotext, ImageMagick 6 and qpdf give the same bytes. No text of a twin is ever printed, so scans of unseen documents are
made blindly: marks find their place by the boxes of the words.
"""
import hashlib
import html
import math
import os
import random
import re
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent
ENV = {**os.environ, "MAGICK_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "LC_ALL": "C.UTF-8", "TZ": "UTC"}

# ---------------------------------------------------------------------------------------------------------- the scans
# name, twin, dpi, colour and form of the file, then how it looks. Per page: `pages: {number: {…}}`.
#   skew, scale   the largest skew (degrees), the range of the scale         lid     what is seen beside the paper
#   blur, noise   of the scanner (pixels, share)                             light   how dark the dark side is (1: even)
#   fade          toner: (darkest, lightest) grey that black becomes         edge    a dark border: side, width (pt), grey
#   bleed         the other side of the sheet shines through (share)         dust    specks per page
#   holes, initials, signature (below that share of the last page), marks    layer   hidden text: good, lying or mediocre
#   threshold     of bilevel pages                                           screen  greys printed as dots
#   rough         edges of letters (pixels): a copy of a copy                strips  images a page is cut into
# A mark: (page, kind, ink, want), kind `round`, `received` (rectangular, with a date) or `certified`, want `over` or `blank`.

BLUE, RED, VIOLET, BLACK, GREY = (.10, .18, .62), (.78, .10, .14), (.36, .14, .52), (.08, .08, .08), (.40, .40, .40)

SCANS = [
    dict(name="saint-dizier-2025-gris", slug="saint-dizier-programmation-2025", town="SAINT-DIZIER", dpi=200, colour="grey",
         skew=1.4, scale=(.985, 1.01), blur=.75, noise=0.38, rough=1, light=.80, lid=.86, dust=90, quality=50, strips=4,
         marks=[(1, "received", GREY, "blank"), (2, "round", GREY, "over"), (3, "received", GREY, "over")],
         pages={2: dict(shift=(-13, 9)), 3: dict(turn=90)}, edge=("left", 9, .35)),
    dict(name="lisieux-2026-noir-et-blanc", slug="lisieux-plan-financement-2026", town="LISIEUX", dpi=200, colour="bilevel",
         skew=1.2, scale=(.98, 1.0), blur=.85, noise=0.30, light=.90, lid=.1, dust=260, threshold=71, holes=.1, screen=True,
         marks=[(1, "round", BLACK, "over"), (2, "received", BLACK, "blank")]),
    dict(name="lannion-2026-couleur", slug="lannion-programmation-2026", town="LANNION", dpi=200, colour="colour",
         skew=1.0, scale=(.99, 1.01), blur=.7, noise=0.28, light=.88, lid=.93, dust=50, quality=52, holes=.62, initials=2,
         pen=(.12, .16, .5), marks=[(1, "received", RED, "over"), (1, "round", BLUE, "blank"), (2, "round", BLUE, "over")]),
    dict(name="annonay-2025-tiff", slug="annonay-subventions-2025", town="ANNONAY", dpi=300, colour="bilevel", form="tif",
         skew=1.7, scale=(.99, 1.02), blur=1.0, noise=.2, light=.92, lid=.95, dust=200, threshold=64, edge=("top", 7, .1),
         marks=[(1, "round", BLACK, "over"), (2, "certified", BLACK, "blank")]),
    dict(name="carmaux-2025-texte-juste", slug="carmaux-projets-2025", town="CARMAUX", dpi=200, colour="grey", layer="good",
         skew=2.0, scale=(.98, 1.02), blur=.7, noise=0.30, light=.82, lid=.84, dust=80, quality=50, initials=1,
         marks=[(1, "round", GREY, "blank"), (2, "round", GREY, "over")]),
    dict(name="romilly-2026-texte-menteur", slug="romilly-sur-seine-actions-2026", town="ROMILLY-SUR-SEINE", dpi=200,
         colour="grey", layer="lying", skew=1.1, scale=(.985, 1.01), blur=.8, noise=0.42, rough=1, light=.85, lid=.2, dust=140,
         quality=48, bleed=.10, marks=[(1, "received", GREY, "over"), (2, "round", GREY, "blank")]),
    dict(name="nogent-2025-pale", slug="nogent-le-rotrou-actions-2025", town="NOGENT-LE-ROTROU", dpi=150, colour="grey",
         form="png", skew=.8, scale=(.99, 1.0), blur=.5, noise=.22, light=.93, lid=.9, dust=70, fade=(.34, .58), holes=.7,
         marks=[(1, "received", GREY, "blank")]),
    dict(name="nogent-2025-tampon-rouge", slug="nogent-le-rotrou-actions-2025", town="NOGENT-LE-ROTROU", dpi=200,
         colour="colour", form="jpg", skew=1.6, scale=(.985, .995), blur=.7, noise=0.35, light=.84, lid=.8, dust=60,
         quality=55, edge=("right", 10, .3), marks=[(1, "received", RED, "over"), (1, "round", VIOLET, "over")]),
    dict(name="issoire-2025-annexe-scannee", slug="issoire-avenant-2025-2030", town="ISSOIRE", dpi=200, colour="grey",
         native=1, skew=1.3, scale=(.985, 1.015), blur=.75, noise=0.32, light=.82, lid=.85, dust=90, quality=50, initials=2,
         signature=.03, marks=[(2, "received", GREY, "over"), (3, "round", GREY, "blank")]),
    dict(name="cognac-2024-texte-partiel", slug="cognac-convention-2024-2030", town="COGNAC", dpi=200, colour="grey",
         layer="mediocre", skew=1.5, scale=(.98, 1.01), blur=.7, noise=0.28, light=.86, lid=.88, dust=70, quality=46,
         holes=.12, initials=3, signature=.45, marks=[(1, "received", GREY, "blank"), (4, "round", GREY, "over"),
                                                       (6, "round", GREY, "over")], pages={3: dict(turn=180)}),
    # of the unseen split: nobody looks at them
    dict(name="tarare-2026-noir-et-blanc", slug="tarare-convention-programmation-2026", town="TARARE", dpi=200,
         colour="bilevel", skew=1.3, scale=(.98, 1.01), blur=.8, noise=0.30, rough=1, light=.9, lid=.95, dust=180, threshold=62,
         initials=2, signature=.45, turn_landscape=90, rotate_key=True,
         marks=[(1, "received", BLACK, "blank"), (3, "round", BLACK, "over"), (4, "round", BLACK, "over")]),
    dict(name="fourmies-2026-gris", slug="fourmies-programmation-2026", town="FOURMIES", dpi=200, colour="grey",
         skew=1.5, scale=(.985, 1.015), blur=.8, noise=0.36, rough=1, light=.80, lid=.15, dust=120, quality=50, bleed=.08,
         edge=("bottom", 9, .2), marks=[(1, "round", GREY, "over"), (2, "received", GREY, "blank")]),
    dict(name="vitry-2026-couleur", slug="vitry-le-francois-programmation-2026", town="VITRY-LE-FRANÇOIS", dpi=200,
         colour="colour", skew=1.2, scale=(.985, 1.01), blur=.7, noise=0.30, light=.87, lid=.92, dust=60, quality=52,
         holes=.6, initials=1, pen=(.1, .12, .45), marks=[(1, "round", BLUE, "over"), (2, "received", RED, "over")]),
    dict(name="oyonnax-2025-pale", slug="oyonnax-programmation-2025", town="OYONNAX", dpi=150, colour="grey",
         skew=1.0, scale=(.99, 1.01), blur=.5, noise=0.30, light=.88, lid=.9, dust=80, quality=58, fade=(.22, .42),
         pages={2: dict(turn=180), 3: dict(shift=(10, -8))}, marks=[(1, "received", GREY, "over"), (3, "round", GREY, "over")]),
    dict(name="toul-2024-noir-et-blanc", slug="toul-convention-communale-2024-2030", town="TOUL", dpi=300, colour="bilevel",
         skew=1.6, scale=(.98, 1.01), blur=1.05, noise=.22, light=.9, lid=.1, dust=220, threshold=61, holes=.08, initials=3,
         signature=.45, pages={4: dict(turn=180)}, marks=[(2, "received", BLACK, "over"), (7, "round", BLACK, "over")]),
]


def run(*command):
    done = subprocess.run([str(c) for c in command], env=ENV, capture_output=True)
    if done.returncode:
        sys.exit(f"{command[0]}: {done.stderr.decode(errors='replace').strip()[:400]}")
    return done.stdout


# ------------------------------------------------------------------------------------------------- points and matrices
# A matrix (a, b, c, d, e, f) takes (x, y) to (a·x + c·y + e, b·x + d·y + f), as in PDF. Points count from the top left.

def multiply(m, n):
    """First m, then n."""
    return (m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
            m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5])


def apply(m, x, y):
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def on_glass(width, height, degrees, scale, shift):
    """Paper on the glass: turned about its middle, scaled, shifted."""
    cos, sin = scale * math.cos(math.radians(degrees)), scale * math.sin(math.radians(degrees))
    x, y = width / 2, height / 2
    return (cos, sin, -sin, cos, x + shift[0] - cos * x + sin * y, y + shift[1] - sin * x - cos * y)


def turned(width, height, turn):
    """A quarter turn (clockwise) or more of a whole page, and its new size."""
    return {0: ((1, 0, 0, 1, 0, 0), width, height), 90: ((0, 1, -1, 0, height, 0), height, width),
            180: ((-1, 0, 0, -1, width, height), width, height), 270: ((0, -1, 1, 0, 0, width), height, width)}[turn]


# ------------------------------------------------------------------------------------------------------- words of a twin

class Page:
    def __init__(self, width, height, words):
        self.width, self.height, self.words = width, height, words


def read_twin(path):
    pages = []
    for part in run("pdftotext", "-bbox", path, "-").decode("utf-8").split("<page ")[1:]:
        width, height = map(float, re.match(r'width="([\d.]+)" height="([\d.]+)"', part).groups())
        words = [(*map(float, found[:4]), html.unescape(found[4])) for found in
                 re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', part)]
        pages.append(Page(width, height, words))
    return pages


# --------------------------------------------------------------------------------------------------------- writing PDFs

ASCII_WIDTHS = [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278] + [556] * 10 + [
    278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
    722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222,
    222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584]
OTHER_WIDTHS = {"«": 556, "»": 556, "’": 222, "‘": 222, "“": 333, "”": 333, "–": 556, "—": 1000, "•": 350, "€": 556, "°": 400,
                "œ": 944, "Œ": 1000, "…": 1000, "\u00a0": 278, "·": 278, "²": 333, "æ": 889, "Æ": 1000}


def text_width(text):
    """In thousandths of the size, Helvetica."""
    total = 0
    for letter in text:
        plain = unicodedata.normalize("NFD", letter)[0]
        total += OTHER_WIDTHS.get(letter) or (ASCII_WIDTHS[ord(plain) - 32] if " " <= plain <= "~" else 556)
    return total


def pdf_string(text):
    text = text.replace("\u202f", "\u00a0").replace("\u2011", "-").replace("ﬁ", "fi").replace("ﬂ", "fl")
    raw = text.encode("cp1252", "replace")
    return b"(" + b"".join(b"\\" + bytes([c]) if c in b"()\\" else bytes([c]) for c in raw) + b")"


def number(value):
    return f"{value:.3f}".rstrip("0").rstrip(".") if abs(value) >= .0005 else "0"


class Pdf:
    """The little of PDF that is needed: pages of a content stream with images and two standard fonts."""

    def __init__(self):
        self.objects = [b"", b"",
                        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"]
        self.pages = []

    def add(self, body):
        self.objects.append(body)
        return len(self.objects)

    def stream(self, dictionary, data):
        return self.add(b"<< " + dictionary + b" /Length %d >>\nstream\n" % len(data) + data + b"\nendstream")

    def page(self, width, height, content, images=(), fonts=True, rotate=0):
        """`images`: (dictionary, data, x, y, width, height), placed in points from the bottom left."""
        names, draw = b"", b""
        for i, (dictionary, data, x, y, w, h) in enumerate(images):
            image = self.stream(b"/Type /XObject /Subtype /Image " + dictionary, data)
            names += b"/Im%d %d 0 R " % (i, image)
            draw += f"q {number(w)} 0 0 {number(h)} {number(x)} {number(y)} cm /Im{i} Do Q\n".encode()
        body = self.stream(b"/Filter /FlateDecode", zlib.compress(draw + content, 9))
        resources = (b"/Font << /F1 3 0 R /F2 4 0 R >> " if fonts else b"") + (b"/XObject << " + names + b">> " if names else b"")
        self.pages.append(self.add(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {number(width)} {number(height)}] ".encode()
            + (b"/Rotate %d " % rotate if rotate else b"")
            + b"/Resources << " + resources + b">> /Contents %d 0 R >>" % body))

    def save(self, path):
        self.objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
        kids = b" ".join(b"%d 0 R" % page for page in self.pages)
        self.objects[1] = b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % len(self.pages)
        out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
        for i, body in enumerate(self.objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n" % i + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1) + b"".join(b"%010d 00000 n \n" % p for p in places)
        out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start)
        Path(path).write_bytes(out)


# ------------------------------------------------------------------------------------------------ marks, as PDF drawing
# Drawn about their own middle, y upwards; `placed` brings them to their place on the paper.

class Drawing:
    def __init__(self):
        self.out = []

    def put(self, *parts):
        self.out.append(" ".join(number(p) if isinstance(p, (int, float)) else p for p in parts).encode("cp1252"))

    def text(self, font, size, x, y, text, degrees=0, spacing=100):
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        self.put("BT", f"/{font}", size, "Tf", spacing, "Tz", cos, sin, -sin, cos, x, y, "Tm")
        self.out.append(pdf_string(text) + b" Tj ET")

    def centred(self, font, size, y, text, spacing=100):
        self.text(font, size, -text_width(text) * size * spacing / 200000, y, text, spacing=spacing)

    def circle(self, x, y, r, how="S"):
        k = .5523 * r
        self.put(x + r, y, "m", x + r, y + k, x + k, y + r, x, y + r, "c", x - k, y + r, x - r, y + k, x - r, y, "c",
                 x - r, y - k, x - k, y - r, x, y - r, "c", x + k, y - r, x + r, y - k, x + r, y, "c", how)

    def arc_text(self, font, size, radius, text, middle, upright=True):
        """Letters along a circle about the direction `middle` (degrees), heads outwards or, at the foot, inwards."""
        advance = [text_width(letter) * size / 1000 + size * .12 for letter in text]
        turn = -1 if upright else 1
        angle = math.radians(middle) - turn * sum(advance) / radius / 2
        for letter, width in zip(text, advance):
            at = angle + turn * width / radius / 2
            lean = math.degrees(at) + (-90 if upright else 90)
            x, y = radius * math.cos(at), radius * math.sin(at)
            back = math.radians(lean)
            self.text(font, size, x - width / 2 * math.cos(back), y - width / 2 * math.sin(back), letter, lean)
            angle += turn * width / radius

    def placed(self, page, x, y, degrees, ink):
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        head = " ".join(map(number, (cos, -sin, sin, cos, x, page.height - y)))
        colour = " ".join(map(number, ink))
        return f"q {head} cm {colour} rg {colour} RG\n".encode() + b"\n".join(self.out) + b"\nQ\n"


def a_date(chance):
    return chance.randint(2, 28), chance.randint(1, 12), chance.choice((2024, 2025))


def round_stamp(chance, town):
    d, r = Drawing(), chance.uniform(46, 51)
    d.put(1.9, "w"); d.circle(0, 0, r)
    d.put(.8, "w"); d.circle(0, 0, r - 3.2); d.circle(0, 0, r - 17)
    size = min(9.5, 9.5 * 20 / (len(town) + 10))
    d.arc_text("F2", size, r - 13.2, ("MAIRIE D’" if town[0] in "AEIOUY" else "MAIRIE DE ") + town, 90)
    d.arc_text("F1", 6.6, r - 7.6, "RÉPUBLIQUE FRANÇAISE", 270, upright=False)
    d.put(1.1, "w")                            # a seated figure with rays, as far as a worn rubber shows it
    for i in range(9):
        at = math.radians(20 + 17.5 * i)
        d.put(13 * math.cos(at), 3 + 13 * math.sin(at), "m", 22 * math.cos(at), 3 + 22 * math.sin(at), "l S")
    d.circle(0, 8, 4.2)
    d.put(-9, -19, "m", -7, 2, -3, 4, 0, 4, "c", 5, 4, 8, -6, 11, -19, "c S", -3, -19, "m", -2, -8, 1, -6, 4, -4, "c S")
    d.put(1.3, "w", -18, -20, "m 20 -20 l S")
    return d, r + 1, r + 1


def received_stamp(chance, town):
    d, (day, month, year) = Drawing(), a_date(chance)
    d.put(1.7, "w -80 -30 160 60 re S", .6, "w -77 -27 154 54 re S")
    d.centred("F2", 10.5, 13, "REÇU EN PRÉFECTURE")
    months = "JAN. FÉV. MARS AVR. MAI JUIN JUIL. AOÛT SEP. OCT. NOV. DÉC.".split()
    d.centred("F2", 15, -6, f"{day:02d} {months[month - 1]} {year}", 92)
    d.centred("F1", 7.5, -20, chance.choice(("Contrôle de légalité", "Bureau du courrier", "Service des collectivités")))
    return d, 81, 31


def certified_stamp(chance, town):
    d = Drawing()
    d.put(1.4, "w -70 -22 140 44 re S")
    d.centred("F2", 9.5, 6, "POUR COPIE CONFORME")
    d.centred("F1", 8.5, -6, "Pour le maire et par délégation,")
    d.centred("F1", 8.5, -16, "le directeur général des services")
    return d, 71, 23


STAMPS = {"round": (round_stamp, "round stamp"), "received": (received_stamp, "rectangular stamp with a date"),
          "certified": (certified_stamp, "rectangular stamp")}


def scrawl(chance, width, height, strokes, weight):
    """Handwriting without letters: loops from left to right, then a flourish."""
    d = Drawing()
    d.put(weight, "w 1 J 1 j")
    x, y = -width / 2, chance.uniform(-.2, .2) * height
    d.put(x, y, "m")
    for i in range(strokes):
        step = width / strokes
        up, down = chance.uniform(.25, .5) * height, -chance.uniform(.1, .5) * height
        back = chance.uniform(.1, .8) * step
        d.put(x + step * .2, up, x + step * chance.uniform(.6, 1.3), up, x + step * .5, chance.uniform(-.1, .1) * height, "c")
        d.put(x + step * .3 - back * .3, down, x + step * .7, down, x + step, chance.uniform(-.2, .25) * height, "c")
        x += step
    d.put("S")
    d.put(-width * chance.uniform(.2, .5), -height * chance.uniform(.2, .4), "m", -width * .1, -height * .5,
          width * .2, height * chance.uniform(-.4, .1), width * .5, height * chance.uniform(-.3, .2), "c S")
    return d


class Paper:
    """What is drawn on a page besides its text: ink, then what the copier adds. Notes what lies over words."""

    def __init__(self, page):
        self.page, self.ink, self.dust, self.taken, self.covered = page, b"", b"", [], []

    def touched(self, box, radius=None):
        x0, y0, x1, y1 = box
        for word in self.page.words:
            if word[0] < x1 and word[2] > x0 and word[1] < y1 and word[3] > y0:
                if radius:
                    x, y = (x0 + x1) / 2, (y0 + y1) / 2
                    near = max(word[0], min(x, word[2])), max(word[1], min(y, word[3]))
                    if math.hypot(near[0] - x, near[1] - y) > radius:
                        continue
                yield word

    def note(self, box, what, radius=None):
        if next(self.touched(box, radius), None):
            x0, y0, x1, y1 = box
            box = max(0, x0), max(0, y0), min(self.page.width, x1), min(self.page.height, y1)
            self.covered.append(([round(v, 1) for v in box], what))

    def place(self, chance, w, h, want, top=0.0):
        """The middle of a mark of half size (w, h): over some words, of which some have figures; or over none."""
        found = []
        for x in range(int(w) + 26, int(self.page.width - w) - 26, 7):
            for y in range(max(int(h) + 26, int(self.page.height * top)), int(self.page.height - h) - 26, 7):
                box = x - w, y - h, x + w, y + h
                if any(b[0] < box[2] and b[2] > box[0] and b[1] < box[3] and b[3] > box[1] for b in self.taken):
                    continue
                words = list(self.touched(box))
                figures = sum(1 for word in words if any(c.isdigit() for c in word[4]))
                if want == "blank":
                    rank = len(words)
                elif want == "line":
                    rank = 0 if 1 <= len(words) <= 4 else 100 + abs(len(words) - 2)
                else:
                    rank = (0 if 6 <= len(words) <= 30 else 100 + abs(len(words) - 15)) + (0 if 2 <= figures <= 9 else 20)
                found.append((rank, x, y))
        best = min(found)[0]
        return chance.choice([(x, y) for rank, x, y in found if rank == best])

    def stamp(self, chance, kind, ink, want, town):
        draw, what = STAMPS[kind]
        drawing, w, h = draw(chance, town)
        lean = chance.choice((0, chance.uniform(-7, 7), chance.uniform(-4, 4)))
        if kind == "round":
            lean, bw, bh = chance.uniform(-25, 25), w, h
        else:
            cos, sin = abs(math.cos(math.radians(lean))), abs(math.sin(math.radians(lean)))
            bw, bh = w * cos + h * sin, w * sin + h * cos
        x, y = self.place(chance, bw, bh, want)
        box = x - bw, y - bh, x + bw, y + bh
        self.ink += drawing.placed(self.page, x, y, lean, ink)
        self.taken.append(box)
        colour = {BLUE: "blue", RED: "red", VIOLET: "violet", BLACK: "black", GREY: "grey"}[ink]
        self.note(box, f"{what}, {colour}", w if kind == "round" else None)

    def initials(self, chance, count, pen):
        x = self.page.width - 34
        for _ in range(count):
            w, h = chance.uniform(20, 30), chance.uniform(14, 20)
            x -= w / 2
            y = self.page.height - 30 - chance.uniform(-5, 5)
            self.ink += scrawl(chance, w, h, chance.choice((2, 3)), chance.uniform(.8, 1.3)).placed(
                self.page, x, y, chance.uniform(-20, 5), pen)
            self.note((x - w * .6, y - h * .7, x + w * .6, y + h * .7), "initials")
            x -= w / 2 + 6

    def signature(self, chance, pen, top):
        w, h = chance.uniform(90, 130), chance.uniform(32, 46)
        x, y = self.place(chance, w / 2, h / 2, "line", top)
        self.ink += scrawl(chance, w, h, 6, 1.3).placed(self.page, x, y, chance.uniform(-12, 0), pen)
        box = x - w * .55, y - h * .6, x + w * .55, y + h * .6
        self.taken.append(box)
        self.note(box, "signature")

    def holes(self, chance, grey):
        d, x = Drawing(), 27 + chance.uniform(-4, 2)
        middle = self.page.height / 2 + chance.uniform(-8, 8)
        for y in (middle - 113.4, middle + 113.4):
            d.circle(x, -y, 8.3, "f")
            self.note((x - 8.3, y - 8.3, x + 8.3, y + 8.3), "punch hole", 8.3)
        self.dust += d.placed(self.page, 0, 0, 0, (grey,) * 3)

    def specks(self, chance, count):
        d = Drawing()
        for _ in range(count):
            x, y = chance.uniform(0, self.page.width), chance.uniform(0, self.page.height)
            d.put(chance.uniform(.2, .75), "g")
            d.circle(x, -y, min(.9, chance.expovariate(4) + .12), "f")
        for _ in range(count // 40):               # a hair or a scratch
            x, y = chance.uniform(0, self.page.width), chance.uniform(0, self.page.height)
            d.put(chance.uniform(.15, .35), "w", chance.uniform(.4, .7), "G", x, -y, "m", *(v for _ in range(3) for v in (
                x + chance.uniform(-25, 25), -y + chance.uniform(-25, 25))), "c S")
        self.dust += d.placed(self.page, 0, 0, 0, (.4,) * 3)

    def edge(self):
        """The edge of the sheet, that a lid shows as a thin line."""
        self.dust += f"q .7 G 1.1 w 0 0 {number(self.page.width)} {number(self.page.height)} re S Q\n".encode()


# ------------------------------------------------------------------------------------------------------ copier, scanner

def render(pdf, page, dpi, grey, out):
    run("pdftoppm", "-r", dpi, "-f", page, "-l", page, "-singlefile", *(["-gray"] if grey else []), pdf, out)
    return f"{out}.{'pgm' if grey else 'ppm'}"


def image_size(path):
    with open(path, "rb") as file:
        head = re.match(rb"P[56]\s+(\d+)\s+(\d+)", file.read(40))
    return int(head[1]), int(head[2])


def corners(chance, width, height, light):
    """A page lit from one side, a little uneven: the grey of its four corners."""
    side = chance.choice("lrtb")
    value = {}
    for x in "lr":
        for y in "tb":
            value[x, y] = (light if side in (x, y) else 1) - chance.uniform(0, .03)
    points = " ".join(f"{0 if x == 'l' else width - 1},{0 if y == 't' else height - 1} gray({100 * v:.2f}%)"
                      for (x, y), v in value.items())
    return ["(", "-size", f"{width}x{height}", "xc:white", "-sparse-color", "Bilinear", points, ")"]


def scan_page(spec, twin, index, page, chance, folder):
    """One page: the image (a PNG without loss), its covered areas, and the matrix from the twin's points to its own."""
    number_, dpi, grey = index + 1, spec["dpi"], spec["colour"] != "colour"
    own = spec.get("pages", {}).get(number_, {})
    paper = Paper(page)
    pen = spec.get("pen", (.15, .15, .15))
    for at, kind, ink, want in spec["marks"]:
        if at == number_:
            paper.stamp(chance, kind, ink, want, spec["town"])
    if spec.get("signature") and index == spec["count"] - 1:
        paper.signature(chance, pen, spec["signature"])
    if spec.get("initials"):
        paper.initials(chance, spec["initials"], pen)
    if spec.get("holes"):
        paper.holes(chance, spec["holes"])
    paper.specks(chance, int(spec["dust"] * chance.uniform(.7, 1.3)))
    paper.edge()

    marks, ink_pdf = folder / "marks.pdf", Pdf()
    ink_pdf.page(page.width, page.height, paper.ink)
    ink_pdf.page(page.width, page.height, paper.dust)
    ink_pdf.save(marks)
    fine = dpi * 2 if spec.get("screen") else dpi
    base = render(twin, number_, fine, grey, folder / "page")
    width, height = (v // 2 for v in image_size(base)) if spec.get("screen") else image_size(base)
    ink, dust = render(marks, 1, dpi, grey, folder / "ink"), render(marks, 2, dpi, grey, folder / "dust")
    size = f"{width}x{height}!"

    skew = own.get("skew", chance.choice((-1, 1)) * chance.uniform(.2, 1) * spec["skew"])
    scale = chance.uniform(*spec["scale"])
    shift = own.get("shift", (chance.uniform(-4, 4), chance.uniform(-4, 4)))
    turn = own.get("turn", spec.get("turn_landscape", 0) if page.width > page.height else 0)
    glass = on_glass(width, height, skew, scale, [v * dpi / 72 for v in shift])
    seed = chance.randrange(1 << 30)

    steps = ["convert", "-seed", seed, base]
    if spec.get("screen"):                       # greys as the printer's dots
        steps += ["-ordered-dither", "h8x8a", "-filter", "box", "-resize", size]
    if spec.get("fade"):                         # worn toner, unevenly
        low, high = spec["fade"]
        a, b = chance.sample((low, high), 2)
        steps += ["(", "-size", f"{width}x{height}", "xc:white", "-sparse-color", "Bilinear",
                  f"0,0 gray({100 * a:.1f}%) {width},0 gray({100 * b:.1f}%) 0,{height} gray({50 * (a + b):.1f}%)", ")",
                  "-compose", "screen", "-composite"]
    if spec.get("bleed"):                        # the other side of the sheet
        other = number_ + 1 if number_ < spec["count"] else number_ - 1
        back = render(twin, other, dpi, True, folder / "back")
        steps += ["(", back, "-flop", "-resize", size, "-blur", "0x1.6", "+level", f"{100 * (1 - spec['bleed']):.0f}%,100%", ")",
                  "-compose", "multiply", "-composite"]
    half = f"{width // 2}x{height // 2}"         # a stamp's ink is patchy
    steps += ["(", ink, "-resize", size, "-blur", f"0x{.0022 * dpi:.2f}",
              "(", "-size", half, "xc:gray50", "-attenuate", "1", "+noise", "Random", "-blur", f"0x{dpi * .012:.2f}",
              "-colorspace", "Gray", "-auto-level", "-level", "35%,85%", "+level", "0%,75%", "-resize", size, ")",
              "-compose", "screen", "-composite", ")", "-compose", "multiply", "-composite"]
    steps += ["(", dust, "-resize", size, ")", "-compose", "multiply", "-composite"]
    lid = spec["lid"]
    a, b, c, d, e, f = glass
    steps += ["-virtual-pixel", "background", "-background", f"gray({100 * lid:.0f}%)", "-distort", "AffineProjection",
              ",".join(f"{v:.6f}" for v in (a, b, c, d, e, f)), "-virtual-pixel", "edge"]
    steps += [*corners(chance, width, height, spec["light"]), "-compose", "multiply", "-composite"]
    if spec.get("edge"):
        side, thick, dark = spec["edge"]
        t, lean = thick * dpi / 72, chance.uniform(.3, 1) * thick * dpi / 72
        w, h = width, height
        shape = {"left": f"-9,-9 {t:.0f},-9 {lean:.0f},{h} -9,{h}", "right": f"{w},-9 {w - t:.0f},-9 {w - lean:.0f},{h} {w},{h}",
                 "top": f"-9,-9 {w},-9 {w},{lean:.0f} -9,{t:.0f}", "bottom": f"-9,{h} {w},{h} {w},{h - lean:.0f} -9,{h - t:.0f}"}[side]
        steps += ["(", "-size", f"{width}x{height}", "xc:white", "-fill", f"gray({100 * dark:.0f}%)", "-draw", f"polygon {shape}",
                  "-blur", f"0x{dpi * .012:.2f}", ")", "-compose", "multiply", "-composite"]
    if spec.get("rough"):                        # a copy of a copy: letters with rough edges
        steps += ["(", "+clone", "-spread", spec["rough"], ")", "-define", "compose:args=55", "-compose", "blend", "-composite"]
    steps += ["-blur", f"0x{spec['blur']}"]
    if spec["noise"]:
        steps += ["(", "-size", f"{width}x{height}", "xc:gray50", "-attenuate", spec["noise"], "+noise", "Gaussian", "-colorspace", "Gray",
                  "-blur", "0x0.5", ")", "-compose", "hardlight", "-composite"]
    if grey:
        steps += ["-colorspace", "Gray"]
    if spec["colour"] == "bilevel":
        steps += ["-threshold", f"{spec['threshold']}%", "-type", "Bilevel"]
    elif spec.get("form") == "png":
        steps += ["-posterize", 32]
    if turn:
        steps += ["-rotate", turn]
    image = folder / f"scan-{number_}.png"
    run(*steps, "+repage", "-strip", "-define", "png:exclude-chunk=date,time", "-define", "png:compression-level=1", image)

    turn_matrix, out_width, out_height = turned(width, height, turn)
    px, pt = dpi / 72, 72 / dpi
    matrix = multiply(multiply(multiply((px, 0, 0, px, 0, 0), glass), turn_matrix), (pt, 0, 0, pt, 0, 0))
    for word in page.words:                      # nothing may fall off the glass
        for x, y in ((word[0], word[1]), (word[2], word[3])):
            x, y = apply(matrix, x, y)
            if not (0 <= x <= out_width * pt and 0 <= y <= out_height * pt):
                sys.exit(f"{spec['name']}: a word of page {number_} is outside the scan")
    return dict(image=image, width=out_width, height=out_height, matrix=matrix, turn=turn, skew=skew, scale=scale,
                covered=[(number_, *c) for c in paper.covered])


# ----------------------------------------------------------------------------------------------------------- hidden text

CONFUSED = {"3": "8", "8": "3", "1": "7", "7": "1", "0": "6", "6": "0", "5": "6", "9": "8"}
LOOKALIKE = [("l", "1"), ("I", "l"), ("1", "l"), ("rn", "m"), ("é", "e"), ("e", "c"), ("O", "0"), ("ti", "u"), ("m", "rn"), ("i", "l")]


def misread(chance, text, figures, letters):
    if any(c.isdigit() for c in text) and chance.random() < figures:
        at = chance.choice([i for i, c in enumerate(text) if c.isdigit()])
        if chance.random() < .3 and len(text) > 1:
            return text[:at] + text[at + 1:]
        return text[:at] + CONFUSED.get(text[at], text[at]) + text[at + 1:]
    if chance.random() < letters:
        able = [pair for pair in LOOKALIKE if pair[0] in text]
        if able:
            return text.replace(*chance.choice(able), 1)
    return text


def lines_of(words):
    """Words of a height, over all columns: what an engine without an idea of columns takes for a line."""
    lines = []
    for word in sorted(words, key=lambda w: (w[1] + w[3], w[0])):
        middle = (word[1] + word[3]) / 2
        if lines and abs(middle - lines[-1][0]) < .45 * (word[3] - word[1]):
            lines[-1][1].append(word)
        else:
            lines.append((middle, [word]))
    return [sorted(line, key=lambda w: w[0]) for _, line in lines]


def hidden_words(kind, chance, words):
    if kind == "good":
        return words
    if kind == "mediocre":                       # half of the words, in runs
        kept, keep, left = [], True, 0
        for word in words:
            if left == 0:
                keep, left = not keep, chance.randint(3, 14)
            left -= 1
            if keep:
                dx, dy = chance.uniform(-1.2, 1.2), chance.uniform(-1.2, 1.2)
                kept.append((word[0] + dx, word[1] + dy, word[2] + dx, word[3] + dy, misread(chance, word[4], .06, .06)))
        return kept
    out = []                                     # lying
    for line in lines_of(words):
        line = [(*w[:4], misread(chance, w[4], .45, .14)) for w in line]
        if chance.random() < .6 and len(line) > 2:       # columns run together
            text = " ".join(w[4] for w in line)
            size = max(w[3] - w[1] for w in line)
            natural = text_width(text) * size * .8 / 1000
            end = min(line[-1][2], line[0][0] + natural * chance.uniform(.95, 1.25))
            out.append((line[0][0], min(w[1] for w in line), max(end, line[0][0] + natural * .6), max(w[3] for w in line), text))
            continue
        for x0, y0, x1, y1, text in line:
            if chance.random() < .1:
                dx, dy = chance.uniform(-40, 40), chance.uniform(-14, 14)
                x0, x1, y0, y1 = x0 + dx, x1 + dx, y0 + dy, y1 + dy
            out.append((x0, y0, x1, y1, text))
    return out


def text_layer(words, matrix, height):
    """Invisible words (render mode 3) in Helvetica, stretched to the width of each, turned with the page."""
    out = [b"BT 3 Tr"]
    for x0, y0, x1, y1, text in words:
        tall, wide = y1 - y0, x1 - x0
        natural = text_width(text)
        if not natural or wide <= 0:
            continue
        local, at, length = (1, 0, 0, 1, 0, 0), (x0, y1 - .22 * tall), wide
        size = .84 * tall
        if tall > 2 * wide and len(text) > 2:    # a word that stands upright, read from below
            local, at, length, size = (0, -1, 1, 0, 0, 0), (x1 - .22 * wide, y1), tall, .84 * wide
        a, b, c, d = multiply(local, matrix)[:4]
        x, y = apply(matrix, *at)
        stretch = 100 * length / (natural * size / 1000)
        out.append(" ".join(map(number, (a, -b, -c, d, x, height - y))).encode() + b" Tm "
                   + f"/F1 {number(size)} Tf {number(stretch)} Tz ".encode() + pdf_string(text) + b" Tj")
    return b"\n".join(out) + b"\nET\n"


# ------------------------------------------------------------------------------------------------------- files of images

def jpeg(image, quality, out, dpi, crop=None):
    run("convert", image, *(["-crop", crop, "+repage"] if crop else []), "-strip", "-units", "PixelsPerInch", "-density", dpi,
        "-sampling-factor", "2x2", "-interlace", "None", "-quality", quality, out)
    return Path(out).read_bytes()


def group4(image, folder):
    """The bytes of an image as CCITT Group 4, out of a TIFF of one strip; and whether ones are black."""
    out = folder / "g4.tif"
    run("convert", image, "-compress", "Group4", "-define", "tiff:rows-per-strip=100000", "-define", "tiff:fill-order=msb", out)
    data = out.read_bytes()
    order = "<" if data[:2] == b"II" else ">"
    at, = struct.unpack(order + "I", data[4:8])
    tags = {}
    for i in range(struct.unpack(order + "H", data[at:at + 2])[0]):
        tag, kind, count = struct.unpack(order + "HHI", data[at + 2 + 12 * i:at + 10 + 12 * i])
        raw = data[at + 10 + 12 * i:at + 14 + 12 * i]
        tags[tag] = (count, struct.unpack(order + "H", raw[:2])[0] if kind == 3 else struct.unpack(order + "I", raw)[0])
    assert tags[273][0] == 1 and tags[259][1] == 4 and tags.get(266, (1, 1))[1] == 1
    return data[tags[273][1]:tags[273][1] + tags[279][1]], tags[262][1] == 0


def wrapped(spec, scan, folder):
    """A page's image as images of a PDF: whole, or in strips as some copiers send them."""
    width, height, dpi = scan["width"], scan["height"], spec["dpi"]
    pt = 72 / dpi
    if spec["colour"] == "bilevel":
        data, min_is_white = group4(scan["image"], folder)
        # G4's own black is black when the TIFF says « 0 is white »; otherwise the picture was coded inverted
        black = b"" if min_is_white else b"/Decode [1 0] "
        return [(b"/Width %d /Height %d /BitsPerComponent 1 /ColorSpace /DeviceGray " % (width, height) + black
                 + b"/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns %d /Rows %d /BlackIs1 false >>" % (width, height),
                 data, 0, 0, width * pt, height * pt)]
    space = b"/DeviceRGB" if spec["colour"] == "colour" else b"/DeviceGray"
    images, count, y = [], spec.get("strips", 1), 0
    for i in range(count):
        tall = height * (i + 1) // count - y
        data = jpeg(scan["image"], spec["quality"], folder / "page.jpg", dpi, f"{width}x{tall}+0+{y}" if count > 1 else None)
        images.append((b"/Width %d /Height %d /BitsPerComponent 8 /ColorSpace " % (width, tall) + space + b" /Filter /DCTDecode",
                       data, 0, (height - y - tall) * pt, width * pt, tall * pt))
        y += tall
    return images


def traits_of(spec, scans, pages):
    found = {"pdf": [], "tif": ["tiff", "multi-page-image"], "png": ["png"], "jpg": ["jpeg"]}[spec.get("form", "pdf")][:]
    shapes = {"landscape" if p.width > p.height else "portrait" for p in pages}
    found.append("portrait-and-landscape" if len(shapes) == 2 else shapes.pop())
    found += ["skewed", "scaled"]
    if spec.get("native"):
        found.append("mixed-native-and-scanned")
    for key, trait in (("fade", "faded-toner"), ("bleed", "bleed-through"), ("edge", "dark-edge"), ("holes", "punch-holes"),
                       ("initials", "initials"), ("signature", "signature"), ("rough", "copy-of-a-copy"), ("screen", "screened-shades"), ("strips", "image-in-strips")):
        if spec.get(key):
            found.append(trait)
    found.append("dark-lid" if spec["lid"] < .3 else "light-lid")
    if spec["light"] <= .85:
        found.append("uneven-light")
    if any(own.get("shift") for own in spec.get("pages", {}).values()):
        found.append("shifted-page")
    upright = [s for s in scans if s["turn"] == 180]
    quarter = [s for s in scans if s["turn"] in (90, 270)]
    found += ["page-upside-down"] * bool(upright) + ["page-turned-by-90"] * bool(quarter and not spec.get("rotate_key"))
    found += ["page-rotate-key"] * bool(quarter and spec.get("rotate_key"))
    inks = {ink for _, _, ink, _ in spec["marks"]}
    found += ["coloured-stamps"] * bool(inks & {BLUE, RED, VIOLET}) + ["copied-stamps"] * bool(inks & {BLACK, GREY})
    if any("stamp" in what for s in scans for _, _, what in s["covered"]):
        found.append("stamp-over-text")
    if spec.get("layer"):
        found.append("hidden-layer-" + spec["layer"])
    return found


def make(spec, folder):
    chance = random.Random(spec["name"])
    twin = CORPUS / "samples" / f"{spec['slug']}.pdf"
    pages = read_twin(twin)
    spec["count"] = len(pages)
    first = spec.get("native", 0)
    scans = [scan_page(spec, twin, i, pages[i], chance, folder) for i in range(first, len(pages))]
    form, dpi = spec.get("form", "pdf"), spec["dpi"]
    out = HERE / f"{spec['name']}.{form}"
    if form == "tif":
        run("convert", *(s["image"] for s in scans), "-strip", "-units", "PixelsPerInch", "-density", dpi,
            "-compress", "Group4", "-define", "tiff:rows-per-strip=100000", out)
    elif form == "png":
        run("convert", scans[0]["image"], "-strip", "-units", "PixelsPerInch", "-density", dpi, "-depth", 8,
            "-define", "png:exclude-chunk=date,time", "-define", "png:compression-level=9", out)
    elif form == "jpg":
        jpeg(scans[0]["image"], spec["quality"], out, dpi)
    else:
        pdf = Pdf()
        for page, scan in zip(pages[first:], scans):
            width, height = scan["width"] * 72 / dpi, scan["height"] * 72 / dpi
            layer = text_layer(hidden_words(spec["layer"], chance, page.words), scan["matrix"], height) if spec.get("layer") else b""
            pdf.page(width, height, layer, wrapped(spec, scan, folder), fonts=bool(layer),
                     rotate=(360 - scan["turn"]) % 360 if spec.get("rotate_key") else 0)
        pdf.save(out if not first else folder / "scanned.pdf")
        if first:
            run("qpdf", "--empty", "--deterministic-id", "--pages", twin, f"1-{first}", folder / "scanned.pdf", "--", out)
    lines = [f"- name: {spec['name']}", f"  file: scans/{out.name}", f"  twin: samples/{twin.name}", f"  slug: {spec['slug']}",
             f"  split: {split_of(spec['slug'])}", f"  pages: {len(pages)}", f"  dpi: {dpi}", f"  colour: {spec['colour']}",
             f"  skew: [{', '.join(['0'] * first + [number(round(s['skew'], 2)) for s in scans])}]",
             f"  turned: [{', '.join(['0'] * first + [str(s['turn']) for s in scans])}]",
             f"  traits: [{', '.join(traits_of(spec, scans, pages))}]",
             f"  sha256: {hashlib.sha256(out.read_bytes()).hexdigest()}"]
    covered = [c for s in scans for c in s["covered"]]
    lines.append("  covered:" if covered else "  covered: []")
    for page, box, what in covered:
        lines.append(f"    - {{ page: {page}, bbox: [{', '.join(map(str, box))}], what: \"{what}\" }}")
    print(f"{out.name}: {len(pages)} pages, {out.stat().st_size // 1024} KB, {len(covered)} covered")
    return "\n".join(lines) + "\n"


def split_of(slug):
    text = (CORPUS / "SOURCES.yaml").read_text(encoding="utf-8")
    entry = text[text.index(f"- slug: {slug}\n"):]
    return re.search(r"^  split: (\w+)", entry, re.M)[1]


HEAD = """# Scans of samples, written by make-scans.py. `twin` is the born-digital PDF that was scanned, `slug` names its truth.
# `covered`: where a mark lies over words, in points from the top left of the TWIN's page: amounts there may be left out of a score.
# `skew`: per page, clockwise, in degrees. `turned`: per page, clockwise quarter turns of the image, in degrees.

"""


def main(names):
    if names == ["--list"]:
        for spec in SCANS:
            print(spec["name"], split_of(spec["slug"]), spec["dpi"], spec["colour"])
        return
    unknown = set(names) - {s["name"] for s in SCANS}
    if unknown:
        sys.exit("no such scan: " + ", ".join(sorted(unknown)))
    listing = HERE / "SCANS.yaml"
    entries = {}
    if listing.exists():
        for entry in listing.read_text(encoding="utf-8").split("\n- name: ")[1:]:
            entries[entry.split("\n")[0]] = "- name: " + entry.rstrip() + "\n"
    for spec in SCANS:
        if not names or spec["name"] in names:
            with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
                entries[spec["name"]] = make(spec, Path(folder))
    listing.write_text(HEAD + "\n".join(entries[s["name"]] for s in SCANS if s["name"] in entries), encoding="utf-8")


main(sys.argv[1:])
