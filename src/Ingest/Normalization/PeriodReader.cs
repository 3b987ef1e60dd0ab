using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Segmentation;
using Ingest.Vocabulary;

namespace Ingest.Normalization;

/// <summary>The years that a document is for, as read.</summary>
internal sealed record PeriodReading
{
    /// <summary>The years; null where the document names none.</summary>
    public Period? Period { get; init; }

    /// <summary>The one year of the document's money: of a strategy with a programme in it, the programme's; null where there are several or none.</summary>
    public int? ProgrammeYear { get; init; }

    /// <summary>Where that year was read; null where it is the period's.</summary>
    public Evidence? ProgrammeEvidence { get; init; }

    /// <summary>Where they were read: « period ».</summary>
    public ImmutableSortedDictionary<string, Evidence> FieldEvidence { get; init; } =
        ImmutableSortedDictionary.Create<string, Evidence>(StringComparer.Ordinal);

    /// <summary>None named, or several.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}

/// <summary>Finds the years that a document is for: in its title, else in its opening, else in what its actions say.</summary>
internal sealed class PeriodReader(TerminologyVocabulary terms)
{
    /// <summary>Reads the period of a draft.</summary>
    public PeriodReading Read(DraftDocument draft)
    {
        var reading = ReadYears(draft);
        // Tables of several years have no year that holds for all of them.
        if (draft.Actions.Where(action => !action.Year.IsEmpty).Select(action => action.Year.Text).Distinct(StringComparer.Ordinal).Count() > 1)
            return reading;
        if (reading.Period is { } period && period.Start == period.End)
            return reading with { ProgrammeYear = period.Start };
        // « … 2025-2030 – programmation 2026 »: the single year that title or headings give.
        var single = draft.Actions.IsEmpty || reading.Period is null ? [] : Mentions([draft.Title, .. draft.Opening.Where(block => block.HeadingLevel is not null || block.IsBold).Select(block => block.Text)])
            .Where(mention => mention.From == mention.To && mention.From >= reading.Period.Start && mention.From <= reading.Period.End).ToList();
        return single.Select(mention => mention.From).Distinct().Count() == 1 ? reading with { ProgrammeYear = single[0].From, ProgrammeEvidence = single[0].Evidence } : reading;
    }

    // « Avenant n° 1 au contrat de ville 2015-2020 »: those are the years of what it amends; its own reach further.
    private PeriodReading? ReadProlonged(DraftDocument draft)
    {
        if (draft.Act is not { Amends.IsEmpty: false } act || Mentions([act.Amends]) is not [_, ..] amended)
            return null;
        var end = amended.Max(mention => mention.To);
        List<Mention> Further(IEnumerable<SourceText> texts) => Mentions(texts).FindAll(mention => mention.From < mention.To && mention.To > end && mention.From >= amended[0].From);
        if (Further([draft.Title]) is [var told, ..])
            return ToReading(told.From, told.To, told.Evidence, []);
        return Further(draft.Opening.Select(block => block.Text)) is [_, ..] further ? MostOften(further, DocumentKind.Convention) : null;
    }

    private PeriodReading ReadYears(DraftDocument draft)
    {
        if (ReadProlonged(draft) is { } prolonged)
            return prolonged;
        // A strategy is for a run of years: a single one in its title is the year of a programme in it, or a part of a name.
        if (draft.Kind is DocumentKind.Convention or DocumentKind.Mixed)
        {
            if (Mentions([draft.Title]).Find(mention => mention.From < mention.To) is { } run)
                return ToReading(run.From, run.To, run.Evidence, []);
            // « l'hiver 2023-2024 » in the text of a « programme 2025 » are other years than its own.
            var own = draft.Kind == DocumentKind.Mixed && Mentions([draft.Title]) is [var year] ? year : null;
            if (Mentions(draft.Opening.Select(block => block.Text)).Where(mention => mention.From < mention.To && (own is null || (mention.From <= own.From && mention.To >= own.To))).ToList() is [_, ..] runs)
                return MostOften(runs, DocumentKind.Convention);
            if (own is not null)
                return ToReading(own.From, own.To, own.Evidence, []);
            // Years in its running text are those of figures and laws.
            if (draft.Actions.IsEmpty && Mentions([draft.Title]).Count == 0)
                return new PeriodReading { Findings = [StructureFindings.MissingPeriod.At("/period", null)] };
        }

        // « Contrat de ville 2024-2030 » above « Programmation 2026 »: the line that names the programme tells its year.
        if (draft.Kind == DocumentKind.Programmation && Mentions([draft.Title]) is [_, ..] framework && framework.TrueForAll(mention => mention.From < mention.To)
            && Mentions(draft.Opening.Select(block => block.Text).Where(NamesProgramme)).Where(mention => mention.From == mention.To && framework.Exists(run => mention.From >= run.From && mention.From <= run.To)).DistinctBy(mention => mention.From).ToList() is [var programme])
        {
            return ToReading(programme.From, programme.To, programme.Evidence, []);
        }

        // A year column covers what the actions are for better than any sentence, and than the title of the first of several years.
        var years = Mentions(draft.Actions.Select(action => action.Year));
        if (Mentions([draft.Title]) is [_, ..] inTitle)
        {
            var title = Choose(inTitle);
            return title.Period is { } told && inTitle.TrueForAll(mention => mention.From == mention.To) && years.Exists(year => year.From < told.Start || year.To > told.End)
                ? ToReading(years.Min(year => year.From), years.Max(year => year.To), years[0].Evidence, [])
                : title;
        }

        if (years.Count > 0)
            return ToReading(years.Min(year => year.From), years.Max(year => year.To), years[0].Evidence, []);
        if (Mentions(draft.Opening.Select(block => block.Text)) is [_, ..] inOpening)
            return MostOften(inOpening, draft.Kind);
        if (Mentions(draft.Furniture.Select(piece => piece.Text)) is [_, ..] inFurniture)
            return MostOften(inFurniture, draft.Kind);
        return new PeriodReading { Findings = draft.Actions.IsEmpty ? [] : [StructureFindings.MissingPeriod.At("/period", null)] };
    }

    private const int LongestLine = 16;

    private bool NamesProgramme(SourceText line) => line.Words.Take(LongestLine + 1).Count() <= LongestLine && terms.MatchKinds(line.Text).Any(match => match is { Kind: DocumentKind.Programmation, Weight: >= 1 });

    private List<Mention> Mentions(IEnumerable<SourceText> texts) =>
    [
        .. texts.Where(text => !text.IsEmpty && FilingGrammar.Find(text.Text).IsEmpty).SelectMany(text => YearGrammar.FindPeriods(text.Text)
            .Where(mention => !terms.IsInFramework(text.Text, mention.Start))
            .Select(mention => new Mention(mention.From, mention.To, text.Slice(mention.Start, mention.Length).ToEvidence()))),
    ];

    // A framework's years (2024-2030) may stand in the title of a yearly programme: the single year is the programme's.
    private static PeriodReading Choose(List<Mention> mentions)
    {
        var single = mentions.Where(mention => mention.From == mention.To).ToList();
        var taken = single.Count > 0 && mentions.Exists(mention => mention.From < mention.To && single.TrueForAll(year => year.From >= mention.From && year.From <= mention.To))
            ? single[0]
            : mentions[0];
        var others = mentions.Where(mention => (mention.From, mention.To) != (taken.From, taken.To)).ToList();
        var findings = single.Select(mention => mention.From).Distinct().Count() > 1 || (single.Count == 0 && others.Count > 0)
            ? ImmutableArray.Create(StructureFindings.SeveralPeriods.At("/period", taken.Evidence, taken.ToString(), string.Join(", ", others.Select(other => other.ToString()).Distinct())))
            : [];
        return ToReading(taken.From, taken.To, taken.Evidence, findings);
    }

    // In running text the years named most often count: of a strategy the runs of years, of a programme the single ones.
    private static PeriodReading MostOften(List<Mention> mentions, DocumentKind kind)
    {
        var wanted = mentions.Where(mention => mention.From < mention.To == (kind == DocumentKind.Convention)).DefaultIfEmpty(mentions[0]);
        var groups = wanted.GroupBy(mention => (mention.From, mention.To)).OrderByDescending(group => group.Count()).ToList();
        var taken = groups[0].First();
        var findings = groups.Count > 1 && groups[1].Count() == groups[0].Count()
            ? ImmutableArray.Create(StructureFindings.SeveralPeriods.At("/period", taken.Evidence, taken.ToString(), string.Join(", ", groups.Skip(1).Select(group => group.First().ToString()))))
            : [];
        return ToReading(taken.From, taken.To, taken.Evidence, findings);
    }

    private static PeriodReading ToReading(int from, int to, Evidence evidence, ImmutableArray<Finding> findings) => new()
    {
        Period = new Period(from, to),
        FieldEvidence = ImmutableSortedDictionary.Create<string, Evidence>(StringComparer.Ordinal).Add("period", evidence),
        Findings = findings,
    };

    private sealed record Mention(int From, int To, Evidence Evidence)
    {
        public override string ToString() => From == To ? $"{From}" : $"{From}-{To}";
    }
}
