"""Renders a document to PDF and reads back what is on its pages."""
import re
import subprocess
import unicodedata
import xml.etree.ElementTree as tree

from maker import truth
from maker.calc import Calc
from maker.html import Html
from maker.odf import Odf

WRITERS = {"writer": (Odf, "fodt", "writer_pdf_Export"), "calc": (Calc, "fods", "calc_pdf_Export"), "chromium": (Html, "html", None)}
DAY = b"20250101000000"


class Failed(Exception):
    pass


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=180)
    if done.returncode not in (0, 3):      # 3: qpdf's warnings
        raise Failed(f"{command[0]}: {done.stderr.decode(errors='replace')[-500:]}")
    return done.stdout.decode(errors="replace")


def pdf(document, folder, target):
    folder.mkdir()
    writer, ending, export = WRITERS[document.head.get("engine", "writer")]
    source = folder / f"{document.name}.{ending}"
    source.write_text(writer(document).whole(), encoding="utf-8")
    raw = folder / f"{document.name}.pdf"
    if export:
        office(folder, export, source)
    else:
        run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
            f"--print-to-pdf={raw}", source)
    if not raw.exists():
        raise Failed(f"{document.name} was not rendered")
    raw.write_bytes(undated(raw.read_bytes()))
    turned = ["--rotate=+" + document.head["rotate"]] if "rotate" in document.head else []
    run("qpdf", raw, "--deterministic-id", "--object-streams=generate", "--recompress-flate", *turned, target)
    return target


def office(folder, export, source, tries=4):
    """LibreOffice now and then falls while it makes its profile: once more, then."""
    try:
        run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile{tries}", "--convert-to", f"pdf:{export}", "--outdir", folder, source)
    except Failed:
        if tries == 1:
            raise
        office(folder, export, source, tries - 1)


def undated(raw):
    """Without the day, and without LibreOffice's sum of it; the same length, so that no offset moves."""
    raw = re.sub(rb"(/(?:Creation|Mod)Date ?\(D:)\d{14}", lambda found: found[1] + DAY, raw)
    return re.sub(rb"(/DocChecksum /|/ID ?\[\s*<|/ID ?\[\s*<[0-9A-Fa-f]{32}>\s*<)[0-9A-Fa-f]{32}", lambda found: found[1] + b"0" * 32, raw)


def letters(text):
    """Without spaces, and ligatures as the letters they stand for."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def words(printed):
    """The text of each page, without spaces."""
    return [letters(page) for page in run("pdftotext", "-layout", printed, "-").split("\f")[:-1]]


def by_colour(coloured):
    """(colour, page) -> the text in it, without spaces."""
    text = run("pdftohtml", "-xml", "-i", "-stdout", "-hidden", coloured)
    root = tree.fromstring(re.sub(r"<a [^>]*>|</a>", "", text))
    found, fonts = {}, {}
    for page in root.iter("page"):
        fonts |= {font.get("id"): font.get("color") for font in page.iter("fontspec")}
        for part in page.iter("text"):
            key = (truth.nearest(fonts[part.get("font")]), int(page.get("number")))
            found[key] = found.get(key, "") + letters("".join(part.itertext()))
    return found
