#!/bin/sh
# Renders sources of the corpus by LibreOffice or Chromium, and shows the new sums for SOURCES.yaml.
#   corpus/render.sh [-f FORMAT,FORMAT…] SLUG…      (needs soffice, chromium; plain-text and HTML samples are made otherwise)
# Without -f a text document (sources/SLUG.fodt) gives pdf and docx, a workbook (sources/SLUG.fods) xlsx and ods, a page
# (sources/SLUG.html) pdf as a browser prints it.
# Formats: pdf, docx, odt from the .fodt; xlsx, ods from the .fods; pdf from the .html. A slug may have several sources.
# Both date what they write: rendering again changes the bytes even where the source did not change.
set -eu
formats=
while getopts f: option; do
    case $option in
        f) formats=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
cd "$(dirname "$0")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

convert() { # FORMAT SOURCE
    case $1 in
        docx) filter='docx:MS Word 2007 XML' ;;
        xlsx) filter='xlsx:Calc MS Excel 2007 XML' ;;
        *) filter=$1 ;;
    esac
    soffice --headless -env:UserInstallation="file://$profile" --convert-to "$filter" --outdir samples "$2" >&2
}

print() { # SOURCE SAMPLE
    chromium --headless --no-sandbox --disable-gpu --user-data-dir="$profile/chromium" --no-pdf-header-footer \
        --print-to-pdf="$PWD/$2" "file://$PWD/$1" >&2
}

for slug in "$@"; do
    wanted=$formats
    if [ -z "$wanted" ]; then
        [ ! -f "sources/$slug.fodt" ] || wanted=pdf,docx
        [ ! -f "sources/$slug.fods" ] || wanted=${wanted:+$wanted,}xlsx,ods
        [ ! -f "sources/$slug.html" ] || wanted=${wanted:+$wanted,}pdf
    fi
    for format in $(printf '%s' "$wanted" | tr ',' ' '); do
        case $format in
            xlsx | ods) convert "$format" "sources/$slug.fods" ;;
            *) if [ -f "sources/$slug.fodt" ]; then convert "$format" "sources/$slug.fodt"
               else print "sources/$slug.html" "samples/$slug.$format"; fi ;;
        esac
    done
    for sample in samples/"$slug".*; do
        printf '    %s: %s\n' "$sample" "$(sha256sum "$sample" | cut -d' ' -f1)"
    done
done
