// Makes communes.tsv.gz and intercommunalities.tsv.gz out of the npm package @etalab/decoupage-administratif.
// Called by build-registers.sh. The same package gives the same bytes: sorted rows, no time stamp in the gzip header.
'use strict'
const fs = require('fs')
const path = require('path')
const zlib = require('zlib')

const [packageFolder, outFolder] = process.argv.slice(2)
const read = name => JSON.parse(fs.readFileSync(path.join(packageFolder, 'data', name + '.json'), 'utf8'))
const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

const epcis = [...read('epci'), ...read('ept')].sort(byCode)
// The metropolis of Grand Paris and its territories overlap: a commune belongs to the one with its own tax, and lists the other.
const epciOf = new Map()
const territoryOf = new Map()
for (const epci of epcis) {
  for (const member of epci.membres) (epci.type === 'EPT' ? territoryOf : epciOf).set(member.code, epci.code)
}

const communes = read('communes').filter(commune => commune.type === 'commune-actuelle').sort(byCode)
const communeRows = communes.map(commune => [
  commune.code,
  commune.siren ?? '',
  commune.nom.normalize('NFC'),
  commune.departement ?? '',
  commune.population ?? '',
  epciOf.get(commune.code) ?? '',
  territoryOf.get(commune.code) ?? '',
  (commune.codesPostaux ?? []).join(',')
])
const epciRows = epcis.map(epci => [epci.code, epci.type, epci.nom.normalize('NFC'), epci.membres.map(m => m.code).sort().join(',')])
const departmentRows = read('departements').sort(byCode).map(d => [d.code, d.nom.normalize('NFC')])

function write(name, header, rows) {
  const text = [header, ...rows.map(row => row.join('\t'))].join('\n') + '\n'
  const zipped = zlib.gzipSync(Buffer.from(text, 'utf8'), { level: 9 })
  // Bytes 4-7 (time) and 9 (system) of the header are zeroed: RFC 1952, section 2.3.
  zipped.fill(0, 4, 8)
  zipped[9] = 255
  fs.writeFileSync(path.join(outFolder, name), zipped)
  console.error(`${name}: ${rows.length} rows, ${zipped.length} bytes`)
}

write('communes.tsv.gz', 'insee\tsiren\tname\tdepartment\tpopulation\tepci\tterritory\tpostalCodes', communeRows)
write('intercommunalities.tsv.gz', 'siren\ttype\tname\tmembers', epciRows)
write('departments.tsv.gz', 'code\tname', departmentRows)
