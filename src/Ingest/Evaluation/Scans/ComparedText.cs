using System.Collections.Frozen;
using System.Text;

namespace Ingest.Evaluation.Scans;

/// <summary>Text of a page → the text that is compared.</summary>
/// <param name="options">What does not count.</param>
internal sealed class ComparedText(ComparedTextOptions options)
{
    private readonly FrozenDictionary<char, string> _alike =
        options.Alike.SelectMany(pair => pair.Signs.Select(sign => (Letter: sign, pair.Sign))).ToFrozenDictionary(pair => pair.Letter, pair => pair.Sign);

    /// <summary>Form C, white space one space and none where it does not count, signs that are alike made one.</summary>
    public string Fold(string text)
    {
        var composed = text.Normalize(NormalizationForm.FormC);
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Spaced(options.JoinsCutWords ? WithoutCuts(composed) : composed))
        {
            if (_alike.TryGetValue(letter, out var sign))
                folded.Append(sign);
            else
                folded.Append(letter);
        }

        return folded.ToString();
    }

    /// <summary>The words of a folded text.</summary>
    public static IEnumerable<string> WordsOf(string folded) => folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (spaced.Length > 0 && !options.NoSpaceAfter.Contains(spaced[^1]) && !options.NoSpaceBefore.Contains(word[0]))
                spaced.Append(' ');
            spaced.Append(word);
        }

        return spaced.ToString();
    }

    // A letter, a hyphen, the end of the line, a small letter.
    private string WithoutCuts(string text)
    {
        var whole = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && options.Hyphens.Contains(text[i]) && char.IsLetter(text[i - 1]) && LineAfter(text, i + 1) is { } next && char.IsLower(text[next]))
                i = next - 1;
            else
                whole.Append(text[i]);
        }

        return whole.ToString();
    }

    // Where the next line begins, if this one ends here.
    private static int? LineAfter(string text, int index)
    {
        var next = index;
        while (next < text.Length && text[next] is '\r' or '\n')
            next++;
        return next > index && next < text.Length ? next : null;
    }
}
