#!/usr/bin/env python3
"""Makes the documents of corpus/tables and their truths from sources/*.txt.

    corpus/tables/make-tables.py [NAME…]       all, or those named      (needs soffice, chromium, qpdf, poppler-utils)

Truth is by construction: the source says what is in each cell. On which pages a cell stands is read from a twin of the document
in which each cell has a colour of its own; the twin also shows that every letter of a cell was printed and nothing besides.
"""
import concurrent.futures
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from maker import printing, spec, truth  # noqa: E402

HERE = Path(__file__).resolve().parent


def make(source, folder):
    document = spec.read(source)
    twin = spec.read(source)
    truth.colour(twin)
    printed = printing.pdf(document, folder / source.stem, HERE / f"{source.stem}.pdf")
    coloured = printing.pdf(twin, folder / f"{source.stem}-twin", folder / f"{source.stem}-twin.pdf")
    pages = printing.by_colour(coloured)
    return truth.write(document, twin, pages, printing.words(printed), HERE / "truth" / f"{source.stem}.json")


def main(names):
    sources = sorted((HERE / "sources").glob("*.txt"))
    chosen = [source for source in sources if not names or source.stem in names]
    (HERE / "truth").mkdir(exist_ok=True)
    faults = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        for source, found in zip(chosen, pool.map(lambda source: guarded(source, Path(folder)), chosen)):
            faults += len(found)
            print(source.stem, *found or ["ok"], sep="\n    " if found else " ")
    return 1 if faults else 0


def guarded(source, folder):
    """What is wrong with one document must not stop the others."""
    try:
        return make(source, folder)
    except (ValueError, KeyError, OSError, printing.Failed) as error:
        return [f"{type(error).__name__}: {error}"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
