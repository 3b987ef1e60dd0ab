namespace Ingest.Vocabulary;

/// <summary>
/// The little words of French, and of English, which recognition falls into where it sees no text
/// (<c>corpus/registers/function-words.tsv</c>). Case does not matter.
/// </summary>
public sealed class FunctionWords
{
    private readonly HashSet<string> _french;
    private readonly HashSet<string> _english;

    /// <summary>The words of a list.</summary>
    /// <param name="rows">A header row, then rows of a language (fr, en or both) and, behind a tab, a word in lower case.</param>
    public FunctionWords(TextReader rows)
    {
        var (french, english) = (new List<string>(), new List<string>());
        rows.ReadLine();
        while (rows.ReadLine() is { } row)
        {
            if (row.Split('\t') is not [var language, var word] || language is not ("fr" or "en" or "both"))
                throw new InvalidDataException($"« {row} » is no row of a list of function words.");
            if (language != "en")
                french.Add(word);
            if (language != "fr")
                english.Add(word);
        }

        _french = french.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _english = english.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The little words of French, in lower case.</summary>
    public IEnumerable<string> French => _french;

    /// <summary>Whether it is a little word of French, one that is English as well included (« on »).</summary>
    public bool IsFrench(string word) => _french.Contains(word);

    /// <summary>Whether it is a little word of English, one that is French as well included (« on »).</summary>
    public bool IsEnglish(string word) => _english.Contains(word);
}
