using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>
/// Cuts the text of a cell or a list into items: by bullet, by paragraph and, where bullets were lost, by sentence and
/// infinitive. What goes on with a small letter belongs to the item before.
/// </summary>
internal sealed partial class ItemSplitter(StrategyVocabulary vocabulary, FrenchLexicon lexicon, LabelText labels, LabelReader marks)
{
    private const string InlineBullets = "•·▪●◦‣→➢➔⇒■";

    /// <summary>The items.</summary>
    /// <param name="text">Paragraphs with their markers.</param>
    /// <param name="hasLostBullets">Whether the text comes from lines in which bullets and line breaks may be lost.</param>
    public ImmutableArray<SourceText> Split(SourceText text, bool hasLostBullets)
    {
        var items = new List<List<SourceWord>>();
        var isInnerList = false;
        var isListed = text.Paragraphs.Any(paragraph => IsBullet(paragraph.Marker));
        foreach (var paragraph in text.Paragraphs.SelectMany(paragraph => AtBullets(paragraph, hasLostBullets)))
        {
            if (paragraph.Words.IsEmpty)
                continue;
            // A small letter goes on, and so does the list that an item ends in: « dans trois lieux : le marché ; le stade ».
            var isLower = SentenceGrammar.StartsLower(paragraph.Words[0].Text);
            isInnerList = isLower && items.Count > 0 && (isInnerList || items[^1][^1].Text[^1] == ':');
            var goesOn = items.Count > 0 && isLower && (paragraph.Marker is null || isInnerList);
            if (!goesOn)
                items.Add([]);
            // « 1.2.1 » is referred to elsewhere, « 1. » only counts.
            if (paragraph.Marker is { } marker && marker.Count(char.IsLetterOrDigit) > 1 && InnerPoint().IsMatch(marker) && !goesOn)
                items[^1].AddRange(paragraph.WordsWithMarker);
            else
                items[^1].AddRange(paragraph.Words);
        }

        var cut = items.SelectMany(item => hasLostBullets || !isListed ? AtSentences(item, hasLostBullets) : [item]);
        return [.. cut.Where(item => item.Exists(word => word.Text.Any(char.IsLetterOrDigit))).Select(item => WithoutMark(SourceText.Of(Closed(item))))];
    }

    // « OO 2 : Ouvrir l'école »: the mark only counts.
    private SourceText WithoutMark(SourceText item) =>
        marks.Read(item) is { Level: StrategyLevel.Operational, Numbers.IsEmpty: false, Title: { IsEmpty: false } title } && SentenceGrammar.StartsUpper(title.Text) ? title : item;

    private static bool IsBullet(string? marker) => marker is not null && !marker.Any(char.IsLetterOrDigit);

    // Bullets inside a line: the line break before them was lost.
    private IEnumerable<SourceParagraph> AtBullets(SourceParagraph paragraph, bool hasLostBullets)
    {
        var from = 0;
        var marker = paragraph.Marker;
        for (var i = 1; i < paragraph.Words.Length; i++)
        {
            var word = paragraph.Words[i].Text;
            var next = i + 1 < paragraph.Words.Length ? paragraph.Words[i + 1].Text : null;
            var isAlone = word.Length == 1 && next is not null
                && (InlineBullets.Contains(word[0], StringComparison.Ordinal) || (word[0] is '-' or '–' && OpensBehindDash(paragraph.Words[i - 1].Text, next, hasLostBullets)));
            var isGlued = word.Length > 2 && InlineBullets.Contains(word[0], StringComparison.Ordinal) && char.IsLetter(word[1]);
            if (!isAlone && !isGlued)
                continue;
            yield return new SourceParagraph(paragraph.Words[from..i], marker);
            marker = word[..1];
            if (isGlued)
            {
                var rest = paragraph.Words[i] with { Text = word[1..], Raw = word };
                paragraph = paragraph with { Words = paragraph.Words.SetItem(i, rest) };
            }

            from = isGlued ? i : i + 1;
        }

        yield return new SourceParagraph(paragraph.Words[from..], marker);
    }

    private bool OpensBehindDash(string previous, string next, bool hasLostBullets)
    {
        var isEnded = previous[^1] is '.' or ':' or ';';
        return (labels.OpensItem(next) && (hasLostBullets || isEnded)) || (isEnded && lexicon.IsInfinitive(next) && !lexicon.IsNoun(next));
    }

    private IEnumerable<List<SourceWord>> AtSentences(List<SourceWord> words, bool hasLostBullets)
    {
        var from = 0;
        var depth = Depth(words[0].Text);
        for (var i = 1; i < words.Count; i++)
        {
            // A number before an infinitive opens the item: « 4.4 Prendre soin … ».
            var isNumber = i + 1 < words.Count && DottedNumber().IsMatch(words[i].Text) && labels.OpensItem(words[i + 1].Text);
            var opens = depth <= 0 && (isNumber ? OpensBehind(words[i - 1].Text, hasLostBullets) && vocabulary.MatchLabel(Elision().Replace(words[i - 1].Text, "")) is null : !DottedNumber().IsMatch(words[i - 1].Text) && Opens(words, i, hasLostBullets));
            depth += Depth(words[i].Text);
            if (!opens)
                continue;
            yield return words[from..i];
            from = i;
        }

        yield return words[from..];
    }

    private bool Opens(List<SourceWord> words, int at, bool hasLostBullets)
    {
        var (previous, word) = (words[at - 1].Text, words[at].Text);
        if (!char.IsUpper(word[0]))
            return false;
        if (labels.OpensItem(word))
            return OpensBehind(previous, hasLostBullets);
        // Only a lost line break explains a capital in the middle of a sentence that belongs to no name.
        return hasLostBullets && OpensSentence(words, at);
    }

    private bool OpensBehind(string previous, bool hasLostBullets) =>
        SentenceGrammar.EndsSentence(previous) || previous[^1] is ';'
        || (hasLostBullets && previous[^1] is not (':' or ',' or '-' or '–' or '/' or '(' or '«' or '"' or '“') && !vocabulary.IsFunctionWord(previous));

    private bool OpensSentence(List<SourceWord> words, int at)
    {
        var (previous, word) = (words[at - 1].Text, words[at].Text);
        if (SentenceGrammar.EndsClause(previous) || previous[^1] is '-' or '–' or '/' or '(' or '«' or '"' or '“' || !char.IsLetterOrDigit(previous.TrimEnd(')', '»', '"', '”') is [.., var last] ? last : ' '))
            return false;
        if (IsName(previous) || vocabulary.IsFunctionWord(previous))
            return false;
        var bare = Trailing().Replace(word, "");
        if (bare.Length == 0 || SentenceGrammar.IsShouted(bare) && bare.Length > 1)
            return false;
        // An article opens a name where a capital follows (« quartier Les Buis »), else a sentence (« La garderie accueille »,
        // « Le CCAS a signé »); any other word may be a name behind what carries one.
        var next = at + 1 < words.Count ? Trailing().Replace(words[at + 1].Text, "") : "";
        if (vocabulary.IsFunctionWord(bare))
            return next.Length > 0 && (char.IsLower(next[0]) || (SentenceGrammar.IsShouted(next) && next.Length > 1));
        return !vocabulary.CarriesName(previous) && lexicon.IsWord(bare) && !lexicon.IsProperNoun(bare) && !(next.Length > 0 && char.IsUpper(next[0]));
    }

    private static bool IsName(string word) => char.IsUpper(word[0]) && word.Skip(1).Any(char.IsLower);

    private static int Depth(string word) => word.Count(c => c is '(' or '«' or '“' or '[') - word.Count(c => c is ')' or '»' or '”' or ']');

    /// <summary>An item of a list without the semicolon that parts it from the next; other paragraphs as they are.</summary>
    public static SourceText WithoutSeparator(SourceText text) => new()
    {
        Paragraphs = [.. text.Paragraphs.Select(paragraph => paragraph.Marker is null ? paragraph : paragraph with { Words = [.. Closed([.. paragraph.Words])] })],
    };

    // The sign that parts an item from the next is none of its text.
    private static List<SourceWord> Closed(List<SourceWord> item)
    {
        while (item.Count > 1 && item[^1].Text is ";" or "," or "•" or "·" or "-" or "–")
            item = item[..^1];
        var last = item[^1];
        if (last.Text.Length > 1 && last.Text[^1] is ';' or ',')
            item = [.. item[..^1], last with { Text = last.Text[..^1], Raw = last.Raw ?? last.Text }];
        return item;
    }

    [GeneratedRegex(@"[\p{L}\d]\.[\p{L}\d]", RegexOptions.CultureInvariant)]
    private static partial Regex InnerPoint();

    [GeneratedRegex(@"^\d{1,2}(?:\.\d{1,2})+\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex DottedNumber();

    [GeneratedRegex(@"^(?:[ldn]|qu)['’]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Elision();

    [GeneratedRegex(@"[.,;:!?»""”)]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();
}
