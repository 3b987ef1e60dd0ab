// Makes french-forms.txt.gz out of the npm package dictionary-fr (a Hunspell dictionary). Called by build-lexicon.sh.
// The same package gives the same bytes: sorted rows, no time stamp in the gzip header.
// Hunspell's format: https://manpages.org/hunspell/5 (FLAG long, SFX, PFX, FULLSTRIP, NEEDAFFIX, FORBIDDENWORD, KEEPCASE).
'use strict'
const fs = require('fs')
const path = require('path')
const zlib = require('zlib')

const [packageFolder, outFolder] = process.argv.slice(2)
const read = name => fs.readFileSync(path.join(packageFolder, name), 'utf8').normalize('NFC')

// ---- the affixes ----------------------------------------------------------------------------------------------------
const settings = { NEEDAFFIX: null, FORBIDDENWORD: null, KEEPCASE: null }
const affixes = new Map() // flag → { kind, rules: [{ strip, add, test, flags }] }
const flagsOf = text => (text ?? '').match(/../gsu) ?? []

for (const line of read('index.aff').split('\n')) {
  const [kind, flag, strip, add, condition] = line.split(/\s+/)
  if (kind === 'FLAG' && flag !== 'long') throw new Error('Only flags of two characters are known.')
  if (kind in settings) settings[kind] = flag
  if (kind !== 'SFX' && kind !== 'PFX') continue
  if (!affixes.has(flag)) {
    affixes.set(flag, { kind, rules: [] }) // the head: « SFX a0 Y 102 »
    continue
  }
  const [text, more] = add.split('/')
  const anchored = kind === 'SFX' ? `(?:${condition})$` : `^(?:${condition})`
  affixes.get(flag).rules.push({
    strip: strip === '0' ? '' : strip,
    add: text === '0' ? '' : text,
    test: condition === '.' ? /^/u : new RegExp(anchored, 'u'),
    flags: flagsOf(more)
  })
}

// « l' », « qu' », « t' »: grammar, not lexicon. Symbols of units (« U. ») are no words.
const isElision = flag => affixes.get(flag)?.kind === 'PFX' && affixes.get(flag).rules.every(rule => /'$|'[^a-z]$/.test(rule.add))
const ignoredPrefixes = new Set([...affixes.keys()].filter(isElision).concat('U.'))

// The flags of verbs begin with a small letter, those of nouns and adjectives with a capital; participles (« p+ », « q. »)
// stand beside the conjugation and do not make a verb.
const isConjugation = flag => affixes.get(flag)?.kind === 'SFX' && /^[a-z][0-9A-Z]$/.test(flag)
const isNominal = flag => affixes.get(flag)?.kind === 'SFX' && /^[A-Z]/.test(flag)
const infinitiveEnd = /([eiï]r|re)$/u

function applySuffixes (word, flag) {
  return affixes.get(flag).rules
    .filter(rule => word.endsWith(rule.strip) && rule.test.test(word))
    .map(rule => ({ form: word.slice(0, word.length - rule.strip.length) + rule.add, flags: rule.flags }))
}

function applyPrefixes (word, flag) {
  return affixes.get(flag).rules
    .filter(rule => word.startsWith(rule.strip) && rule.test.test(word) && !rule.add.includes("'"))
    .map(rule => ({ form: rule.add + word.slice(rule.strip.length), flags: rule.flags }))
}

/** All forms of an entry as [form, isNominal]; a suffix may carry further suffixes, a prefix too (« kilo » + « newtons »). */
function formsOf (word, flags) {
  const forms = []
  if (!flags.includes(settings.NEEDAFFIX)) forms.push([word, flags.some(isNominal)])
  for (const flag of flags) {
    const affix = affixes.get(flag)
    if (!affix || ignoredPrefixes.has(flag)) continue
    const made = affix.kind === 'SFX' ? applySuffixes(word, flag) : applyPrefixes(word, flag)
    for (const { form, flags: further } of made) {
      forms.push([form, isNominal(flag) || affix.kind === 'PFX'])
      for (const next of further) {
        if (affixes.get(next)?.kind !== 'SFX') continue
        for (const more of applySuffixes(form, next)) forms.push([more.form, isNominal(next)])
      }
    }
  }
  return forms
}

// ---- the entries ----------------------------------------------------------------------------------------------------
const isWritten = form => /^[a-zà-öø-ÿœæ]+(?:['-][a-zà-öø-ÿœæ]+)*$/iu.test(form)
const oneLetterWords = new Set(['a', 'à', 'y', 'ô'])
const common = new Map() // form → { infinitive, noun }
const proper = new Set()

for (const line of read('index.dic').split('\n').slice(1)) {
  const [word, flagText] = line.trim().split('/')
  if (!word) continue
  const flags = flagsOf(flagText)
  if (flags.includes(settings.FORBIDDENWORD) || flags.includes(settings.KEEPCASE)) continue
  const isVerb = flags.some(isConjugation)
  const isName = word !== word.toLowerCase()
  for (const [form, nominal] of formsOf(word, flags)) {
    const lower = form.toLowerCase()
    if (!isWritten(lower) || (lower.length === 1 && !oneLetterWords.has(lower))) continue
    if (isName) {
      if (lower.length > 1) proper.add(lower)
      continue
    }
    const entry = common.get(lower) ?? { infinitive: false, noun: false }
    entry.infinitive ||= isVerb && lower === word && infinitiveEnd.test(word)
    entry.noun ||= nominal
    common.set(lower, entry)
  }
}

// ---- the files ------------------------------------------------------------------------------------------------------
function write (name, text) {
  const zipped = zlib.gzipSync(Buffer.from(text, 'utf8'), { level: 9 })
  // Bytes 4-7 (time) and 9 (system) of the header are zeroed: RFC 1952, section 2.3.
  zipped.fill(0, 4, 8)
  zipped[9] = 255
  fs.writeFileSync(path.join(outFolder, name), zipped)
  console.error(`${name}: ${text.split('\n').length - 1} rows, ${zipped.length} bytes`)
}

// A row is a form and its marks: i infinitive, n noun or adjective by an entry of its own, p proper noun and nothing else.
const marksOf = form => {
  const entry = common.get(form)
  return entry ? (entry.infinitive ? 'i' : '') + (entry.noun ? 'n' : '') : 'p'
}
const all = [...new Set([...common.keys(), ...proper])].sort()
const rows = all.map(form => ({ form, marks: marksOf(form) }))
write('french-forms.txt.gz', 'form\tmarks\n' + rows.map(({ form, marks }) => marks ? `${form}\t${marks}` : form).join('\n') + '\n')

// ---- the character model ----------------------------------------------------------------------------------------------
// How likely a letter is behind the two before it, in words without accents (recognition loses them), « . » for both ends.
// A form counts once for each of its letters, as n-grams do by themselves; forms of verbs count a quarter of the other words,
// because a list has forty of each verb and a text few; function words together make up three tenths of the letters, which
// is near what they are in running text.
const verbFormWeight = 0.25
const functionShare = 0.3
const unseen = 0.4 // added to each trigram, shared out by how frequent the letter is: Dirichlet smoothing

const toLetters = form => form.replace(/œ/g, 'oe').replace(/æ/g, 'ae').normalize('NFD').replace(/\p{Mn}/gu, '')
const functionWords = fs.readFileSync(path.join(outFolder, 'function-words.tsv'), 'utf8').trim().split('\n').slice(1)
  .map(row => row.split('\t')).filter(([language]) => language !== 'en').map(([, word]) => word)

const counts = new Map()
const bump = (key, weight) => counts.set(key, (counts.get(key) ?? 0) + weight)
function learn (form, weight) {
  for (const part of toLetters(form).split(/['-]/)) {
    const text = `..${part}.`
    for (let i = 2; i < text.length; i++) {
      bump(text.slice(i - 2, i + 1), weight)
      bump(text.slice(i - 2, i), weight)
      bump(text[i], weight)
      bump('', weight)
    }
  }
}

for (const [form, { infinitive, noun }] of common) learn(form, infinitive || noun ? 1 : verbFormWeight)
const functionLetters = functionWords.reduce((sum, word) => sum + toLetters(word).length + 1, 0)
const functionWeight = counts.get('') * functionShare / (1 - functionShare) / functionLetters
for (const word of functionWords) learn(word, functionWeight)

const alphabet = [...'.abcdefghijklmnopqrstuvwxyz']
const heads = ['..', ...alphabet.slice(1).flatMap(a => ['.' + a, ...alphabet.slice(1).map(b => a + b)])].sort()
const probability = (head, letter) => {
  const prior = unseen * alphabet.length
  const share = (counts.get(letter) ?? 0) / counts.get('')
  return ((counts.get(head + letter) ?? 0) + prior * share) / ((counts.get(head) ?? 0) + prior)
}
// A row is two letters and, for « . » and each letter of the alphabet behind them, minus the logarithm of its probability in tenths of a bit.
const modelRows = heads.map(head => head + '\t' + alphabet.map(letter => Math.round(-10 * Math.log2(probability(head, letter)))).join('\t'))
write('french-trigrams.tsv.gz', 'head\t' + alphabet.join('\t') + '\n' + modelRows.join('\n') + '\n')
