using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Provenance;
using Ingest.Segmentation.Passages;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>What a document says of the act that it is.</summary>
public sealed record DraftAct
{
    /// <summary>Its object; empty where it names none.</summary>
    public SourceText Title { get; init; } = SourceText.Empty;

    /// <summary>The words of the date of the session; empty where there are none.</summary>
    public SourceText DateText { get; init; } = SourceText.Empty;

    /// <summary>That date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The result of the vote; empty where it is not told.</summary>
    public SourceText Vote { get; init; } = SourceText.Empty;

    /// <summary>What it amends; empty for none.</summary>
    public SourceText Amends { get; init; } = SourceText.Empty;

    /// <summary>The body that votes; empty where it is not named.</summary>
    public SourceText Body { get; init; } = SourceText.Empty;

    /// <summary>Whose money it grants where its articles do not say; empty where nobody is named.</summary>
    public SourceText Payer { get; init; } = SourceText.Empty;
}

/// <summary>Reads the frame of an act of an assembly: session, object, vote, and what it amends.</summary>
internal sealed partial class ActReader(PassageVocabulary words, Grantors grantors)
{
    // « Séance du 27 mars », « Séance ordinaire du conseil municipal du jeudi 27 mars »: the date stands near.
    private const int DateDistance = 70;

    private const int LongestObject = 60;

    // Of the ways to show an act, so many must be there.
    private const int LeastSigns = 2;

    // An act names itself at its head.
    private const int HeadBlocks = 20;

    /// <summary>The act; null where the document is none and amends nothing.</summary>
    /// <param name="blocks">The paragraphs of the document.</param>
    /// <param name="furniture">What pages repeat.</param>
    /// <param name="title">The document's title.</param>
    public DraftAct? Read(ImmutableArray<TextBlock> blocks, IEnumerable<SourceText> furniture, SourceText title)
    {
        var texts = blocks.Select(block => block.Text).Where(text => !text.IsEmpty).ToImmutableArray();
        var body = texts.RemoveAll(text => words.Opens(ActSign.Visa, text.Text) || words.Opens(ActSign.Recital, text.Text));
        var deliberated = body.FirstOrDefault(text => !words.Find(ActSign.Deliberated, text.Text).IsEmpty);
        var subject = ObjectOf(texts) ?? title;
        var amends = AmendsIn(subject);
        var at = deliberated is null ? -1 : body.IndexOf(deliberated);
        // The formula of the vote, or what follows it; a vote told elsewhere is that of a committee before. « Roue
        // Libre 46 pour « Vélo pour tous » » among grants is none.
        var vote = (at < 0 ? body.Reverse() : body.Skip(at).Concat(body.Take(at))).Where(text => !MoneyGrammar.Find(text.Text).Any(mention => mention.HasCurrency)).Select(VoteIn).FirstOrDefault(found => !found.IsEmpty) ?? SourceText.Empty;
        if (!IsAct(texts, deliberated, !vote.IsEmpty))
            return amends.IsEmpty ? null : new DraftAct { Title = subject, Amends = amends };
        var (date, dateText) = DateOf([.. body.Take(HeadBlocks), .. furniture]);
        var assembly = BodyOf(body, at);
        return new DraftAct { Title = subject, Date = date, DateText = dateText, Vote = vote, Amends = amends, Body = assembly, Payer = grantors.Of(texts, assembly) };
    }

    private bool IsAct(ImmutableArray<SourceText> texts, SourceText? deliberated, bool hasVote)
    {
        var head = texts.Take(HeadBlocks).ToList();
        var isNamed = head.Exists(text => text.Words.Take(LongestObject).Count() < LongestObject && !words.Find(ActSign.Word, text.Text).IsEmpty);
        var isSession = head.Exists(text => words.Find(ActSign.Session, text.Text).Length > 0);
        var hasVisas = texts.Any(text => words.Opens(ActSign.Visa, text.Text) || words.Opens(ActSign.Recital, text.Text));
        var signs = (deliberated is null ? 0 : 1) + (isNamed ? 1 : 0) + (isSession ? 1 : 0) + (hasVisas ? 1 : 0);
        // « Tableau annexé à la délibération du 27 mars » names an act and is none.
        return signs >= LeastSigns && (deliberated is not null || (isNamed && (hasVisas || (isSession && hasVote))));
    }

    // « OBJET : … », or the paragraph below where the word stands alone.
    private SourceText? ObjectOf(ImmutableArray<SourceText> texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            var text = texts[i].Text;
            if (!words.Opens(ActSign.Object, text) || words.Find(ActSign.Object, text) is not [var lead, ..])
                continue;
            var rest = PassageText.Trim(text, new Part(lead.End, text.Length));
            var isLabel = text.AsSpan(lead.End).TrimStart() is { Length: > 0 } behind && behind[0] is ':' or '-' or '–' or '—';
            if (isLabel && rest.Length > 0)
                return PassageText.Slice(texts[i], rest);
            if (rest.Length == 0 && i + 1 < texts.Length && texts[i + 1].Words.Take(LongestObject + 1).Count() <= LongestObject)
                return texts[i + 1];
        }

        return null;
    }

    private (DateOnly? Date, SourceText Text) DateOf(IEnumerable<SourceText> texts)
    {
        foreach (var source in texts)
        {
            foreach (var lead in words.Find(ActSign.Session, source.Text))
            {
                var date = DateGrammar.Find(source.Text).Cast<DateMention?>().FirstOrDefault(mention => mention!.Value.Start >= lead.End && mention.Value.Start - lead.End <= DateDistance);
                if (date is { } found)
                    return (found.Date, source.Slice(found.Start, found.Length));
            }

            if (SpelledDate.Find(source.Text) is { } spelled)
                return (spelled.Date, source.Slice(spelled.Start, spelled.Length));
        }

        return (null, SourceText.Empty);
    }

    private static SourceText VoteIn(SourceText source) => VoteGrammar.Find(source.Text) is { } vote ? source.Slice(vote.Start, vote.Length) : SourceText.Empty;

    private SourceText AmendsIn(SourceText source)
    {
        // « Avenant n° 2 à la convention »: the number belongs to the amendment. Its title may break before a word.
        var text = NumberOfAmendment().Replace(GoesOn().Replace(source.Text, " "), match => new string('\u00A0', match.Length));
        if (words.Find(ActSign.Amends, text) is not [var lead, ..])
            return SourceText.Empty;
        var piece = PassageText.Trim(text, PassageText.Fields(text, new Part(lead.End, text.Length))[0]);
        var end = text.IndexOf(',', piece.Start, piece.Length) is > 0 and var comma ? comma : piece.End;
        return PassageText.Slice(source, piece with { End = end });
    }

    [GeneratedRegex(@"\n(?=\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"(?<=avenant)[ \u00A0]*n[°ºo][ \u00A0]*\d+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberOfAmendment();

    // The body that the formula of the vote names, else the first that the act does.
    private SourceText BodyOf(ImmutableArray<SourceText> body, int deliberated)
    {
        IEnumerable<SourceText> around = deliberated < 0 ? [] : body.Skip(Math.Max(0, deliberated - 1)).Take(3).OrderBy(text => text == body[deliberated] ? 0 : 1);
        foreach (var source in around.Concat(body))
        {
            if (words.Find(ActSign.Body, source.Text) is [var place, ..])
                return source.Slice(place.Start, place.End - place.Start);
        }

        return SourceText.Empty;
    }
}
