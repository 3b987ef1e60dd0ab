using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ingest.Embeddings;

/// <summary>
/// Text to the numbers of word pieces, as BERT and its kin read it (Y. Wu et al., « Google's neural machine translation system », 2016):
/// words and signs, each cut into the longest pieces that the vocabulary has. Whether capitals and accents count, the vocabulary itself
/// says: one without capitals or without « é » was made of texts without.
/// </summary>
internal sealed class WordPieces
{
    private const string Begin = "[CLS]";
    private const string End = "[SEP]";
    private const string Unknown = "[UNK]";

    // What marks a piece that goes on with a word.
    private const string Inner = "##";

    // Letters beyond which a word is cut no more: no word, and the time grows with the square.
    private const int LongestWord = 100;

    private readonly Dictionary<string, long> _numbers;
    private readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> _byPart;
    private readonly bool _hasCapitals;
    private readonly bool _hasAccents;

    private WordPieces(Dictionary<string, long> numbers)
    {
        _numbers = numbers;
        _byPart = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        _hasCapitals = numbers.Keys.Any(piece => !piece.StartsWith('[') && piece.Any(char.IsUpper));
        _hasAccents = numbers.Keys.Any(piece => piece.Contains('é', StringComparison.Ordinal));
    }

    /// <summary>The highest number that a text can get.</summary>
    public long Highest => _numbers.Values.Max();

    /// <summary>Reads a vocabulary: one piece a line, the first with number 0.</summary>
    /// <exception cref="SentenceModelException">It cannot be opened, or lacks what every text needs.</exception>
    public static WordPieces Load(string file)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(file, Encoding.UTF8);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SentenceModelException(file, SentenceProblem.ClosedVocabulary, error.Message);
        }

        var numbers = new Dictionary<string, long>(lines.Length, StringComparer.Ordinal);
        foreach (var (number, line) in lines.Index())
            numbers.TryAdd(line.TrimEnd(), number);
        foreach (var needed in new[] { Begin, End, Unknown })
        {
            if (!numbers.ContainsKey(needed))
                throw new SentenceModelException(file, SentenceProblem.OtherVocabulary, needed);
        }

        return new WordPieces(numbers);
    }

    /// <summary>The numbers of a text between those of beginning and end; what is beyond the most is left out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most numbers, both ends counted.</param>
    public ImmutableArray<long> Numbers(string text, int most)
    {
        var numbers = ImmutableArray.CreateBuilder<long>();
        numbers.Add(_numbers[Begin]);
        foreach (var word in Words(text))
        {
            if (numbers.Count >= most - 1)
                break;
            AddPieces(numbers, word);
        }

        numbers.Count = Math.Min(numbers.Count, most - 1);
        numbers.Add(_numbers[End]);
        return numbers.ToImmutable();
    }

    private void AddPieces(ImmutableArray<long>.Builder numbers, string word)
    {
        var before = numbers.Count;
        Span<char> piece = stackalloc char[Inner.Length + LongestWord];
        Inner.CopyTo(piece);
        for (var start = 0; start < word.Length;)
        {
            var length = word.Length <= LongestWord ? word.Length - start : 0;
            long number = 0;
            for (; length > 0; length--)
            {
                word.AsSpan(start, length).CopyTo(piece[Inner.Length..]);
                if (_byPart.TryGetValue(start == 0 ? piece.Slice(Inner.Length, length) : piece[..(Inner.Length + length)], out number))
                    break;
            }

            if (length == 0)
            {
                // A word of which one part is unknown is unknown as a whole.
                numbers.Count = before;
                numbers.Add(_numbers[Unknown]);
                return;
            }

            numbers.Add(number);
            start += length;
        }
    }

    private IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in Normalized(text))
        {
            var isSign = char.IsPunctuation(c) || char.IsSymbol(c);
            if ((isSign || char.IsWhiteSpace(c)) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (isSign)
                yield return c.ToString();
            else if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                word.Append(c);
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    private string Normalized(string text)
    {
        var written = _hasCapitals ? text : text.ToLowerInvariant();
        return _hasAccents
            ? written.Normalize(NormalizationForm.FormC)
            : string.Concat(written.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
    }
}
