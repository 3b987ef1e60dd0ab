#!/bin/sh
# Renders sources of the corpus to PDF and DOCX by LibreOffice, and shows the new sums for SOURCES.yaml.
#   corpus/render.sh SLUG…        (needs soffice; the plain-text form of a sample is written by hand)
# LibreOffice dates what it writes: rendering again changes the bytes even where the source did not change.
set -eu
cd "$(dirname "$0")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
for slug in "$@"; do
    soffice --headless -env:UserInstallation="file://$profile" --convert-to pdf --outdir samples "sources/$slug.fodt" >&2
    soffice --headless -env:UserInstallation="file://$profile" --convert-to docx:"MS Word 2007 XML" --outdir samples "sources/$slug.fodt" >&2
    for sample in samples/"$slug".*; do
        printf '    %s: %s\n' "$sample" "$(sha256sum "$sample" | cut -d' ' -f1)"
    done
done
