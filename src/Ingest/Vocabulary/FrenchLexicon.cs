using System.Text;
using Ingest.Grammar;

namespace Ingest.Vocabulary;

/// <summary>
/// The words of French with all their inflected forms (<c>corpus/registers/french-forms.txt.gz</c>; source and licence stand
/// in its README). Case does not matter, accents do, except that capitals may lack them: « ECOLE », « Etat ». Punctuation
/// around a word is no part of it.
/// </summary>
public sealed class FrenchLexicon
{
    /// <summary>Deepest nesting of elisions and compounds looked into: « qu'est-ce », « d'aujourd'hui ».</summary>
    private const int MostLayers = 4;

    private readonly Lazy<WordForms> _forms;

    /// <summary>A lexicon that is read when the first word is asked for.</summary>
    /// <param name="open">Opens the list: UTF-8, a header row, then a form a row, its marks behind a tab.</param>
    public FrenchLexicon(Func<Stream> open) => _forms = new(() => Read(open()));

    /// <summary>The lexicon of a list, read at once.</summary>
    /// <param name="forms">The list, as above.</param>
    public FrenchLexicon(Stream forms)
    {
        var read = Read(forms);
        _forms = new(() => read);
    }

    /// <summary>
    /// Whether this is a French word: a form of the list, proper nouns too; one behind elisions (« jusqu'à »); a compound that
    /// is in the list or whose parts all are (« porte-à-porte », « est-il »), with a prefix or not (« socio-éducatif »);
    /// inclusive writing (« habitant·e·s », « usager(e)s », « acteurs/actrices »).
    /// </summary>
    public bool IsWord(string word) => MarksOf(word) != FormMarks.None;

    /// <summary>Whether the list has it as a proper noun only.</summary>
    public bool IsProperNoun(string word) => MarksOf(word) == FormMarks.Proper;

    /// <summary>Whether it is the infinitive of a verb (« s'inscrire », « co-construire »); it may be a noun as well: see <see cref="IsNoun"/>.</summary>
    public bool IsInfinitive(string word) => (MarksOf(word) & FormMarks.Infinitive) != 0;

    /// <summary>
    /// Whether it is a noun or an adjective by an entry of its own (« pouvoir », « dîner », « loisir »). Only a yes is sure: the
    /// list does not tell invariable nouns (« corps », « temps ») from other invariable words.
    /// </summary>
    public bool IsNoun(string word) => (MarksOf(word) & FormMarks.Noun) != 0;

    /// <summary>Whether the list has it as it stands, behind an elision or not: no compound or inclusive writing that it could be taken for.</summary>
    internal bool IsListed(string word)
    {
        var plain = Plain(word);
        var form = plain[(plain.IndexOf('\'') is var apostrophe and > 0 && WordParts.IsElided(plain[..apostrophe].ToString().ToLowerInvariant()) ? apostrophe + 1 : 0)..];
        return !form.IsEmpty && IsForm(form);
    }

    /// <summary>Whether the list has just these characters as a word that is no proper noun.</summary>
    internal bool IsForm(ReadOnlySpan<char> form) => (FindWhole(form) & FormMarks.Common) != 0;

    private FormMarks MarksOf(string word)
    {
        var plain = Plain(word);
        return plain.IsEmpty || !ContainsLetter(plain) ? FormMarks.None : Find(plain, MostLayers);
    }

    private static ReadOnlySpan<char> Plain(string word) => WithPlainMarks(word).AsSpan().Trim(" \t\u00A0.,;:!?…«»“”\"'()[]{}*•·-");

    private FormMarks Find(ReadOnlySpan<char> word, int layers)
    {
        var whole = FindWhole(word);
        if (whole != FormMarks.None || layers == 0)
            return whole;
        if (word.IndexOf('\'') is var apostrophe and > 0)
            return FindElided(word, apostrophe, layers);
        if (word.Contains('/'))
            return FindAlternatives(word, layers);
        if (InclusiveWriting.ToMasculine(word) is { } masculine)
            return Find(masculine, layers - 1);
        return word.Contains('-') ? FindCompound(word, layers) : FormMarks.None;
    }

    private FormMarks FindWhole(ReadOnlySpan<char> word)
    {
        var isCapital = char.IsUpper(word[0]);
        return _forms.Value.Find(word, isCapital && word.Length > 1 && !ContainsLower(word), isCapital && word.Length > 1);
    }

    private FormMarks FindElided(ReadOnlySpan<char> word, int apostrophe, int layers)
    {
        var rest = word[(apostrophe + 1)..];
        return !rest.IsEmpty && WordParts.IsElided(word[..apostrophe].ToString().ToLowerInvariant()) && BeginsWithVowelSound(rest)
            ? Find(rest, layers - 1)
            : FormMarks.None;
    }

    /// <summary>« acteurs/actrices », « et/ou »: all are words; what follows a stroke may be an ending (« habitant/e/s »).</summary>
    private FormMarks FindAlternatives(ReadOnlySpan<char> word, int layers)
    {
        var marks = FormMarks.None;
        foreach (var range in word.Split('/'))
        {
            var part = word[range];
            if (part.IsEmpty || (marks != FormMarks.None && InclusiveWriting.IsEnding(part)))
                continue;
            var found = Find(part, layers - 1);
            if (found == FormMarks.None)
                return FormMarks.None;
            marks |= found & ~FormMarks.Infinitive;
        }

        return marks;
    }

    private FormMarks FindCompound(ReadOnlySpan<char> word, int layers)
    {
        var (marks, areAllPrefixes, index) = (FormMarks.None, true, 0);
        foreach (var range in word.Split('-'))
        {
            var part = word[range];
            if (part.IsEmpty)
                return FormMarks.None;
            var isFirst = index++ == 0;
            var isPrefix = WordParts.IsPrefix(part.ToString().ToLowerInvariant());
            // « a-t-il »: a letter that only keeps vowels apart.
            if (!isFirst && part is "t")
                continue;
            var found = Find(part, layers - 1);
            if (found == FormMarks.None && !isPrefix)
                return FormMarks.None;
            var isLast = range.End.Value == word.Length;
            // A compound of prefixes and a word is what the word is; of other compounds only that it is one is known.
            marks = isLast && areAllPrefixes ? found : FormMarks.Common;
            areAllPrefixes &= isPrefix;
        }

        return marks;
    }

    private static bool BeginsWithVowelSound(ReadOnlySpan<char> word) => "aeiouyhœæ".Contains(Folding.ToBaseLetter(word[0]));

    private static bool ContainsLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }

    private static bool ContainsLower(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLower(c))
                return true;
        }

        return false;
    }

    private static string WithPlainMarks(string word) => word
        .Replace('’', '\'').Replace('ʼ', '\'').Replace('‘', '\'').Replace('`', '\'')
        .Replace('‐', '-').Replace('‑', '-');

    private static WordForms Read(Stream forms)
    {
        using var reader = new StreamReader(forms, Encoding.UTF8, false, 1 << 16);
        return WordForms.Read(reader);
    }
}
