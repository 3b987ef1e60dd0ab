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
    /// <summary>Reads the stamps.</summary>
    /// <param name="texts">Texts that may bear a stamp, the likeliest first: page furniture, then the body.</param>
    public static FilingReading Read(IEnumerable<SourceText> texts)
    {
        var mentions = texts.SelectMany(text => FilingGrammar.Find(text.Text).Select(mention => new FoundPart(mention, text))).ToList();
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
