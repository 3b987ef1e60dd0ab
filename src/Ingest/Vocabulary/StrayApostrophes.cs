using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Vocabulary;

/// <summary>An apostrophe before a word that closes nothing, opens nothing and stands for no letter: « les 'habitants ».</summary>
internal sealed class StrayApostrophes(FrenchLexicon lexicon)
{
    /// <summary>Whether an apostrophe of these words may close a quotation, so that one before a word may open it.</summary>
    public static bool MayQuote(ImmutableArray<SourceWord> words) => words.Any(word => MayClose(word.Text));

    /// <summary>The word at a place without its apostrophe, or null.</summary>
    public RepairedWord? At(ImmutableArray<SourceWord> words, int at)
    {
        var text = words[at].Text;
        // « la santé' mentale »: nothing was opened that it could close.
        if (text.Length > 4 && IsApostrophe(text[^1]) && char.IsLower(text[^2]) && at + 1 < words.Length && char.IsLower(words[at + 1].Text[0])
            && lexicon.IsListed(text[..^1]) && !WordParts.IsElided(text[..^1].ToLowerInvariant()) && !words.Any(word => IsApostrophe(word.Text[0])))
            return new RepairedWord(1, text[..^1]);
        if (text.Length < 3 || !IsApostrophe(text[0]) || !char.IsLower(text[1]) || !lexicon.IsWord(text[1..]))
            return null;
        // « l 'accès »: the apostrophe is the article's.
        var isOfTheWordBefore = at > 0 && WordParts.IsElided(words[at - 1].Text.TrimStart('(', '«', '"').ToLowerInvariant());
        return isOfTheWordBefore ? null : new RepairedWord(1, text[1..]);
    }

    private static bool MayClose(string text)
    {
        var core = text.TrimEnd('.', ',', ';', ':', '!', '?', '…', ')', ']', '»');
        // « l' », « qu' » stand before their word.
        return core.Length > 0 && IsApostrophe(core[^1]) && !WordParts.IsElided(core[..^1].ToLowerInvariant());
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '‛';
}
