using System.Collections.Immutable;
using Ingest.Grammar;

namespace Ingest.Classification;

/// <summary>A short form with what it means.</summary>
/// <param name="Short">Acronym or abbreviation, as written.</param>
/// <param name="Meaning">What it stands for, in whole words.</param>
public sealed record GlossaryEntry(string Short, string Meaning);

/// <summary>Acronyms of the field and the abbreviations that town halls write.</summary>
public sealed class Glossary
{
    private readonly Dictionary<string, string> _acronyms;
    private readonly Dictionary<string, string> _abbreviations;

    /// <summary>A glossary of these entries.</summary>
    public Glossary(ImmutableArray<GlossaryEntry> acronyms, ImmutableArray<GlossaryEntry> abbreviations)
    {
        (Acronyms, Abbreviations) = (acronyms, abbreviations);
        _acronyms = ByFoldedForm(acronyms);
        _abbreviations = ByFoldedForm(abbreviations);
    }

    /// <summary>A glossary that knows nothing.</summary>
    public static Glossary Empty { get; } = new([], []);

    /// <summary>The acronyms, recognised in capitals.</summary>
    public ImmutableArray<GlossaryEntry> Acronyms { get; }

    /// <summary>The abbreviations, recognised in any case.</summary>
    public ImmutableArray<GlossaryEntry> Abbreviations { get; }

    /// <summary>What a folded word means that was written in capitals, or null.</summary>
    internal string? MeaningOfAcronym(string folded) => _acronyms.GetValueOrDefault(folded);

    /// <summary>What a folded word means as an abbreviation, or null.</summary>
    internal string? MeaningOfAbbreviation(string folded) => _abbreviations.GetValueOrDefault(folded);

    private static Dictionary<string, string> ByFoldedForm(ImmutableArray<GlossaryEntry> entries) => entries
        .DistinctBy(entry => Folding.Fold(entry.Short), StringComparer.Ordinal)
        .ToDictionary(entry => Folding.Fold(entry.Short), entry => Folding.Fold(entry.Meaning), StringComparer.Ordinal);
}
