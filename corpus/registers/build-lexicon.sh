#!/bin/sh
# Builds the French word list and character model of this folder. Usage: corpus/registers/build-lexicon.sh [FOLDER OF THE UNPACKED PACKAGE]
# Without a folder the package is fetched by npm. Needs Node.js 18 or later.
set -eu
version=3.0.0
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
package=${1:-}
if [ -z "$package" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    (cd "$work" && npm pack --silent "dictionary-fr@$version" >/dev/null && tar -xzf ./*.tgz)
    package=$work/package
fi
found=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).version' "$(CDPATH= cd -- "$package" && pwd)/package.json")
[ "$found" = "$version" ] || { echo "Version $version of the package is needed, $found was given." >&2; exit 1; }
node "$here/build-lexicon.js" "$package" "$here"
