using System.Collections.Immutable;
using Ingest.Grammar;

namespace Ingest.Vocabulary;

/// <summary>A folded word of a label with its place in the original.</summary>
/// <param name="Text">The folded word.</param>
/// <param name="Start">Offset of its first original character.</param>
/// <param name="End">Offset behind its last original character.</param>
internal readonly record struct LabelToken(string Text, int Start, int End);

/// <summary>
/// Cuts a label into folded words, so that terms match whole words only. Dotted letters become one word (« C.C.A.S. » →
/// ccas), and a word of letters with digits two (« CD62 » → cd 62), because both are written either way.
/// </summary>
internal static class LabelTokens
{
    // « A B C » may be three things, four capitals in a row are a word.
    private const int FewestSpread = 4;

    /// <summary>The words of a label.</summary>
    public static ImmutableArray<LabelToken> Of(string label)
    {
        var folded = Folding.FoldKeepingOffsets(label);
        var tokens = new List<LabelToken>();
        for (var at = 0; at < folded.Text.Length;)
        {
            var end = folded.Text.IndexOf(' ', at);
            if (end < 0)
                end = folded.Text.Length;
            AddWord(folded, at, end, tokens);
            at = end + 1;
        }

        return JoinLetters(label, tokens);
    }

    private static void AddWord(FoldedText folded, int start, int end, List<LabelToken> tokens)
    {
        var letters = start;
        while (letters < end && char.IsLetter(folded.Text[letters]))
            letters++;
        var isAcronymWithNumber = letters - start >= 2 && letters < end && folded.Text.AsSpan(letters, end - letters).IndexOfAnyExceptInRange('0', '9') < 0;
        if (isAcronymWithNumber)
        {
            tokens.Add(ToToken(folded, start, letters));
            start = letters;
        }

        tokens.Add(ToToken(folded, start, end));
    }

    private static LabelToken ToToken(FoldedText folded, int start, int end)
    {
        var (from, length) = folded.ToOriginal(start, end - start);
        return new LabelToken(folded.Text[start..end], from, from + length);
    }

    private static ImmutableArray<LabelToken> JoinLetters(string label, List<LabelToken> tokens)
    {
        if (!HasLettersInARow(tokens))
            return [.. tokens];
        var joined = ImmutableArray.CreateBuilder<LabelToken>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
        {
            var last = i;
            // Only letters that nothing but a point, or a point and a space, parts: « d'À. B. » stays apart.
            while (last + 1 < tokens.Count && IsLetter(tokens[last]) && IsLetter(tokens[last + 1])
                && label[tokens[last].End..tokens[last + 1].Start].Trim() == "."
                // « D.R.A.C. à hauteur de »: what a space parts goes on in capitals.
                && (tokens[last + 1].Start - tokens[last].End == 1 || char.IsUpper(label[tokens[last + 1].Start])))
                last++;
            if (last == i && Spread(label, tokens, i) is var spread && spread - i + 1 >= FewestSpread)
                last = spread;
            joined.Add(last == i
                ? tokens[i]
                : new LabelToken(string.Concat(tokens.Skip(i).Take(last - i + 1).Select(token => token.Text)), tokens[i].Start, tokens[last].End));
            i = last + 1;
        }

        return joined.ToImmutable();
    }

    private static bool HasLettersInARow(List<LabelToken> tokens)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (IsLetter(tokens[i - 1]) && IsLetter(tokens[i]))
                return true;
        }

        return false;
    }

    // « E N J E U » : capitals spread out by spaces are one word.
    private static int Spread(string label, List<LabelToken> tokens, int first)
    {
        var last = first;
        while (last + 1 < tokens.Count && IsCapital(label, tokens[last]) && IsCapital(label, tokens[last + 1]) && tokens[last + 1].Start - tokens[last].End == 1
            && label[tokens[last].End] is ' ' or '\u00A0')
            last++;
        return last;
    }

    private static bool IsCapital(string label, LabelToken token) => IsLetter(token) && char.IsUpper(label[token.Start]);

    private static bool IsLetter(LabelToken token) => token.Text.Length == 1 && char.IsLetter(token.Text[0]);
}
