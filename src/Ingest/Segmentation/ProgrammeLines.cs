using System.Text.RegularExpressions;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation;

/// <summary>Lines over actions that tell several things: « Pilier « Cohésion sociale » – Programmation 2023 – montants accordés (€) ».</summary>
internal sealed partial class ProgrammeLines(HeaderVocabulary headers, TerminologyVocabulary terms, SegmentationOptions options)
{
    /// <summary>Whether a line tells what programme it belongs to.</summary>
    public bool NamesProgramme(SourceText line) => terms.MatchKinds(line.Text).Any(match => match.Kind != DocumentKind.Other);

    /// <summary>Whether a line says what was decided on what stands below it, one thing or several: « Actions refusées ou ajournées (en k€) ».</summary>
    public bool TellsDecision(SourceText line) => headers.TellsOnlyDecisions(Bracket().Replace(line.Text, " "));

    /// <summary>How far the money below the line has come, where it says so; null else.</summary>
    public FundingStatus? StatusIn(SourceText line) => Parts(line) is { Count: > 1 } parts ? parts.Skip(1).Where(TellsMoney).Select(part => headers.StatusOf(part.Text)).FirstOrDefault(status => status is not null) : null;

    // « montants accordés (€) », « voté »; « tableau validé en comité de pilotage » tells of the table.
    private bool TellsMoney(SourceText part) => part.Words.Take(LongestStatus + 1).Count() <= LongestStatus || headers.Match(part.Text).Any(match => match.Role is HeaderRole.Amount or HeaderRole.Financing);

    private const int LongestStatus = 3;

    /// <summary>Whether a line says that it names a theme: « Pilier … », « Axe 2 – … ».</summary>
    public bool SaysTheme(SourceText heading) => headers.Match(string.Join(' ', heading.Words.Take(options.ThemeLead).Select(word => word.Text))).Any(match => match.Role == HeaderRole.Theme && match.Score >= options.HeaderWordScore);

    /// <summary>The theme of a line, up to where it tells of the programme or its money.</summary>
    public SourceText ThemeIn(SourceText heading)
    {
        // « Thématique : Emploi »: the label is no part of the name; a number before the colon is.
        var colon = heading.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && heading.Text[(colon + 1)..].Trim().Length > 0 && !heading.Text.AsSpan(0, colon).ContainsAnyInRange('0', '9') && headers.Match(heading.Text[..colon]) is [{ Role: HeaderRole.Theme, Score: >= WholeLabel }, ..])
            heading = heading.Slice(colon + 1, heading.Text.Length - colon - 1);
        var parts = Parts(heading);
        var other = parts.FindIndex(part => terms.MatchKinds(part.Text).Any(match => match.Kind == DocumentKind.Programmation) || headers.StatusOf(part.Text) is not null);
        return other > 0 && SaysTheme(parts[0]) ? heading.Slice(0, heading.Text.IndexOf(parts[other].Text, StringComparison.Ordinal)) is var theme ? Trimmed(theme) : heading : heading;
    }

    private const double WholeLabel = 1;

    private static SourceText Trimmed(SourceText text) => text.Slice(0, text.Text.TrimEnd(' ', '\u00A0', '–', '—', '-').Length);

    private static List<SourceText> Parts(SourceText heading)
    {
        var parts = new List<SourceText>();
        var from = 0;
        foreach (Match dash in Dash().Matches(heading.Text))
        {
            if (dash.Index > from)
                parts.Add(heading.Slice(from, dash.Index - from));
            from = dash.Index + dash.Length;
        }

        if (from < heading.Text.Length)
            parts.Add(heading.Slice(from, heading.Text.Length - from));
        return parts;
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex("[ \u00A0]+[–—-][ \u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();
}
