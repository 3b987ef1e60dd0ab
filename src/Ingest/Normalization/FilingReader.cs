using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Model.Values;

namespace Ingest.Normalization;

/// <summary>What the filing stamps of a document say.</summary>
public sealed record FilingReading
{
    /// <summary>The stamp; null where the document bears none that can be read.</summary>
    public Filing? Filing { get; init; }

    /// <summary>Where it was read: « filing », « filing/sentOn », « filing/receivedOn ».</summary>
    public ImmutableSortedDictionary<string, Evidence> FieldEvidence { get; init; } =
        ImmutableSortedDictionary.Create<string, Evidence>(StringComparer.Ordinal);

    /// <summary>A malformed reference, several different ones, a wrong check digit.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>Texts to <see cref="Filing"/>. A stamp repeated on every page is one stamp.</summary>
public static partial class FilingReader
{
    /// <summary>How many texts before and behind a reference may hold the rest of its stamp, where each line came as a text of its own.</summary>
    private const int StampNeighbours = 3;

    /// <summary>Lines of a stamp are shorter than this, in characters.</summary>
    private const int LongestStampLine = 90;

    /// <summary>Reads the stamps.</summary>
    /// <param name="texts">Texts that may bear a stamp, the likeliest first: page furniture, then the body.</param>
    public static FilingReading Read(IEnumerable<SourceText> texts)
    {
        var all = texts.ToList();
        var mentions = all.SelectMany(PartsOf).ToList();
        var references = mentions.Where(found => found.Mention.Reference is not null).ToList();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (references.Count == 0)
        {
            if (mentions.Find(found => found.Mention.Part == FilingPart.MalformedReference) is { } malformed)
                findings.Add(IdentityFindings.MalformedFiling.At("/filing", malformed.Evidence, malformed.Text));
            return new FilingReading { Findings = findings.ToImmutable() };
        }

        // The one that stands most often, then first: an annexed act brings its own stamp along.
        var byText = references.GroupBy(found => found.Mention.Reference!.Text, StringComparer.Ordinal).ToList();
        var taken = byText.MaxBy(group => group.Count())!;
        var first = taken.First();
        var reference = first.Mention.Reference!;
        var others = byText.Where(group => group != taken).Select(group => group.Key).Order(StringComparer.Ordinal).ToList();
        if (others.Count > 0)
            findings.Add(IdentityFindings.SeveralFilings.At("/filing", first.Evidence, taken.Key, string.Join(", ", others)));
        if (!CheckDigits.IsLuhn(reference.Siren))
            findings.Add(IdentityFindings.CheckDigit.At("/filing/siren", first.Evidence, "SIREN", reference.Siren));
        if (reference.ActDate is null)
            findings.Add(IdentityFindings.MalformedFiling.At("/filing", first.Evidence, reference.Text));
        mentions.AddRange(PartsAround(all, mentions));
        var fields = ImmutableSortedDictionary.CreateBuilder<string, Evidence>(StringComparer.Ordinal);
        fields.Add("filing", first.Evidence);
        var filing = new Filing
        {
            Reference = reference.Text,
            Department = reference.Department,
            Siren = reference.Siren,
            ActDate = reference.ActDate,
            ActNumber = WithoutActWord(reference.ActNumber),
            ActType = reference.ActType,
            SentOn = DateOf(mentions, FilingPart.SentOn, "filing/sentOn", fields),
            ReceivedOn = DateOf(mentions, FilingPart.ReceivedOn, "filing/receivedOn", fields),
        };
        return new FilingReading { Filing = filing, FieldEvidence = fields.ToImmutable(), Findings = findings.ToImmutable() };
    }

    private static IEnumerable<FoundPart> PartsOf(SourceText text) =>
        FilingGrammar.Find(text.Text).Select(mention => new FoundPart(mention, text));

    /// <summary>Dates that show only when the lines around a reference are read as one stamp.</summary>
    private static List<FoundPart> PartsAround(List<SourceText> texts, List<FoundPart> mentions)
    {
        var parts = new List<FoundPart>();
        var stamps = mentions.Where(found => found.Mention.Reference is not null).Select(found => found.Source).ToHashSet(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < texts.Count; i++)
        {
            if (!stamps.Contains(texts[i]))
                continue;
            var (first, last) = (i, i);
            while (first > 0 && i - first < StampNeighbours && texts[first - 1].Text.Length <= LongestStampLine)
                first--;
            while (last + 1 < texts.Count && last - i < StampNeighbours && texts[last + 1].Text.Length <= LongestStampLine)
                last++;
            parts.AddRange(PartsOf(SourceText.Concat(texts[first..(last + 1)])).Where(part => part.Mention.Date is not null));
        }

        return parts;
    }

    private static DateOnly? DateOf(
        List<FoundPart> mentions, FilingPart part, string field, ImmutableSortedDictionary<string, Evidence>.Builder fields)
    {
        if (mentions.Find(found => found.Mention.Part == part) is not { } found)
            return null;
        fields.Add(field, found.Evidence);
        return found.Mention.Date;
    }

    /// <summary>« DELIB-2023-85 » is the deliberation 2023-85: the word says the nature once more.</summary>
    private static string WithoutActWord(string number) => ActWord().Replace(number, "", 1);

    [GeneratedRegex(@"^(?:D[EÉ]LIB(?:[EÉ]RATION)?|DEL|DCM|DCC|DB|ARR(?:[EÊ]T[EÉ])?|D[EÉ]C(?:ISION)?|CONV(?:ENTION)?)[-_.](?=.*\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ActWord();

    private sealed record FoundPart(FilingMention Mention, SourceText Source)
    {
        public string Text => Source.Text.Substring(Mention.Start, Mention.Length);

        public Evidence Evidence => Source.Slice(Mention.Start, Mention.Length).ToEvidence();
    }
}
