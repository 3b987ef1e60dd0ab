using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation;

/// <summary>Actions that follow one another.</summary>
/// <param name="First">Index of the first.</param>
/// <param name="End">Index behind the last.</param>
public readonly record struct ActionRun(int First, int End)
{
    /// <summary>How many.</summary>
    public int Count => End - First;
}

/// <summary>A line of sums and what it sums.</summary>
internal sealed record ScopedLine
{
    /// <summary>The line.</summary>
    public required TotalLine Line { get; init; }

    /// <summary>What it sums up.</summary>
    public required TotalScope Scope { get; init; }

    /// <summary>The theme, porteur or year; empty for the document, and where nothing names the actions.</summary>
    public SourceText Of { get; init; } = SourceText.Empty;

    /// <summary>The actions, where their place alone tells them; else null.</summary>
    public ActionRun? Run { get; init; }

    /// <summary>Whether most of its figures are the sums of these actions.</summary>
    public bool IsProven { get; init; }
}

/// <summary>
/// Names the lines of sums that are known by their place alone: « TOTAL Emploi » below its rows gives them their theme where no
/// band does, « Total 2025 » their year; lines that say nothing may each stand below one year or porteur.
/// </summary>
internal sealed class TotalRuns(ImmutableArray<DraftAction> actions)
{
    /// <summary>The lines with their names, and the actions with what these say of them.</summary>
    public (ImmutableArray<DraftAction> Actions, ImmutableArray<ScopedLine> Lines) Name(ImmutableArray<ScopedLine> lines)
    {
        var runs = lines.Where(line => line.Run is not null).ToList();
        // One wrong sum does not unmake the names of the others.
        var isProven = runs.Count(line => line.IsProven) * 2 > runs.Count;
        var unnamed = runs.Where(line => NameOf(line.Line).IsEmpty).ToList();
        var scope = Shared(unnamed, action => action.Year) ? TotalScope.Year
            : unnamed.Exists(line => line.Run!.Value.Count > 1) && Shared(unnamed, action => action.Porteur) ? TotalScope.Porteur
            : TotalScope.Theme;
        var named = actions.ToBuilder();
        ImmutableArray<ScopedLine> all = [.. lines.Select(line => line.Run is { } run ? Name(line, run, scope, named, isProven) : line)];
        return (named.ToImmutable(), all);
    }

    private ScopedLine Name(ScopedLine line, ActionRun run, TotalScope shared, ImmutableArray<DraftAction>.Builder named, bool isProven)
    {
        var name = NameOf(line.Line);
        if (name.IsEmpty)
        {
            return shared == TotalScope.Year ? line with { Scope = shared, Of = actions[run.First].Year }
                : shared == TotalScope.Porteur ? line with { Scope = shared, Of = actions[run.First].Porteur }
                : line with { Of = One(run, action => action.Theme) is { IsEmpty: false } theme ? theme : One(run, action => action.Section) };
        }

        var kind = RowBands.KindOf(name.Text);
        var isSilent = actions.Slice(run.First, run.Count).All(action => ValueOf(action, kind).IsEmpty);
        // « Total Fleury-Mérogis » below the rows of that commune names what their own column says already.
        var isSaid = actions.Slice(run.First, run.Count).All(action => new[] { action.Commune, action.Quartiers, action.Porteur }.Any(value => Folding.Fold(value.Text) == Folding.Fold(name.Text)));
        if (isProven && isSilent && !isSaid)
        {
            for (var i = run.First; i < run.End; i++)
                named[i] = With(named[i], kind, name);
        }

        return line with { Scope = kind == BandKind.Year ? TotalScope.Year : TotalScope.Theme, Of = name };
    }

    private static SourceText ValueOf(DraftAction action, BandKind kind) => kind switch
    {
        BandKind.Year => action.Year,
        BandKind.Quartier => action.Quartiers,
        _ => action.Theme,
    };

    private static DraftAction With(DraftAction action, BandKind kind, SourceText value) => kind switch
    {
        BandKind.Year => action with { Year = value },
        BandKind.Quartier => action with { Quartiers = value },
        _ => action with { Theme = value },
    };

    // « Emploi » in « TOTAL Emploi »; « quartier Colombier » where the word before it is part of the name.
    private static SourceText NameOf(TotalLine line)
    {
        if (line.Level?.Of is not { } of || line.Label.Text.LastIndexOf(of, StringComparison.Ordinal) is not (var start and >= 0))
            return SourceText.Empty;
        var before = line.Label.Text[..start].TrimEnd().LastIndexOf(' ') + 1;
        return before < start && QuartierGrammar.IsWhole(line.Label.Text[before..]) ? line.Label.Slice(before, start + of.Length - before) : line.Label.Slice(start, of.Length);
    }

    // The value that all actions of a run have; empty where they differ.
    private SourceText One(ActionRun run, Func<DraftAction, SourceText> valueOf)
    {
        var values = actions.Slice(run.First, run.Count).Select(valueOf).DistinctBy(value => Folding.Fold(value.Text)).ToList();
        return values is [var only] ? only : SourceText.Empty;
    }

    // Whether the actions of each line have one value that no other action has.
    private bool Shared(List<ScopedLine> lines, Func<DraftAction, SourceText> valueOf)
    {
        string ValueAt(int index) => Folding.Fold(valueOf(actions[index]).Text);
        return lines.Count > 0 && lines.TrueForAll(line => line.Run is { } run && ValueAt(run.First) is { Length: > 0 } value
            && Enumerable.Range(0, actions.Length).All(index => ValueAt(index) == value == (index >= run.First && index < run.End)));
    }
}
