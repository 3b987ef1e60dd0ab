using System.Collections.Immutable;
using System.Globalization;
using Ingest.Evaluation;
using Ingest.Model.Documents;
using Ingest.RandomDocuments.Conventions;
using Ingest.RandomDocuments.Drawing;
using Ingest.RandomDocuments.Fiches;
using Ingest.RandomDocuments.Programmations;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments;

/// <summary>A document made at random, with what must be read of it.</summary>
public sealed record RandomDocument
{
    /// <summary>Name of the file: kind, seed, position and format.</summary>
    public required string FileName { get; init; }

    /// <summary>The file.</summary>
    public required ImmutableArray<byte> Bytes { get; init; }

    /// <summary>What must be read: by construction, since document and truth come of one content.</summary>
    public required TruthEntry Truth { get; init; }

    /// <summary>How it is laid out and what is wrong with it, in words of the generator.</summary>
    public required ImmutableArray<string> Traits { get; init; }

    /// <summary>Whether nothing is wrong with it.</summary>
    public required bool IsClean { get; init; }
}

/// <summary>Makes documents at random: the same seed and position give the same bytes and the same truth.</summary>
public sealed class RandomDocumentMaker
{
    /// <summary>The formats that can be made, as their extensions.</summary>
    public static ImmutableArray<string> Formats { get; } = ["pdf", "docx", "xlsx", "html"];

    private const double FaultyShare = 0.2;

    // Of documents of both kinds: programmations have the money, and the more layouts.
    private const double ConventionShare = 0.25;

    private readonly WordLists _words;

    /// <summary>A maker with the given words.</summary>
    public RandomDocumentMaker(WordLists words) => _words = words;

    /// <summary>Makes one document.</summary>
    /// <param name="seed">The seed of the whole run.</param>
    /// <param name="index">Position in the run, from 0.</param>
    /// <param name="format">The format, as its extension; null to draw one.</param>
    /// <param name="kind">Programmation or convention; null to draw one.</param>
    public RandomDocument Make(int seed, int index, string? format = null, DocumentKind? kind = null)
    {
        var draw = Draw.Of(seed, index, "document");
        var drawn = draw.Weighted(("pdf", 50), ("docx", 20), ("xlsx", 15), ("html", 15));
        var isConvention = draw.Chance(ConventionShare);
        // A convention is no workbook.
        return kind == DocumentKind.Convention || (kind is null && isConvention)
            ? MakeConvention(seed, index, format ?? (drawn == "xlsx" ? "docx" : drawn))
            : MakeProgrammation(seed, index, format ?? drawn, draw);
    }

    /// <summary>Makes a document of action sheets.</summary>
    /// <param name="seed">The seed of the whole run.</param>
    /// <param name="index">Position in the run, from 0.</param>
    /// <param name="format">The format, as its extension; null to draw one.</param>
    public RandomDocument MakeFiches(int seed, int index, string? format = null)
    {
        var draw = Draw.Of(seed, index, "fiches");
        var drawn = draw.Weighted(("pdf", 55), ("docx", 25), ("html", 20));
        var fault = draw.Chance(FaultyShare) ? draw.OneOf(FaultKind.Plan, FaultKind.Porteur) : FaultKind.None;
        var layout = new FicheLayoutDraw(_words.Fiche, Draw.Of(seed, index, "layout")).Next(fault == FaultKind.Porteur);
        var contents = new ContentDraw(_words.Programmation, Draw.Of(seed, index, "content"));
        var content = Shortened(contents.Next(fault, layout.Budget == BudgetForm.Grants, layout.Amounts.Step)) with { Title = contents.Fill(draw.Pick(_words.Fiche.DocumentTitles)) };
        var (document, truth, faults) = FicheWriter.Write(content, layout, _words.Fiche, _words.Programmation.Headers, Draw.Of(seed, index, "words"));
        var slug = string.Create(CultureInfo.InvariantCulture, $"fiches-{seed}-{index:D5}");
        return new RandomDocument
        {
            FileName = $"{slug}.{format ?? drawn}",
            Bytes = [.. Render(document, format ?? drawn)],
            Truth = new TruthEntry { Slug = slug, Split = Split.Tune, Samples = [$"{slug}.{format ?? drawn}"], Expected = truth, Faults = faults },
            Traits = [$"form:{layout.Form}", $"budget:{layout.Budget}", $"rules:{layout.Rules}", layout.Heading is null ? "heading:none" : "heading:yes", .. fault == FaultKind.None ? (string[])[] : [$"fault:{fault}"]],
            IsClean = fault == FaultKind.None,
        };
    }

    // A sheet takes a third of a page at least: so many are enough.
    private const int MostFiches = 6;

    private static ProgrammationContent Shortened(ProgrammationContent content)
    {
        var first = Math.Max(0, Math.Min(content.FaultyAction - 1, content.Actions.Length - MostFiches));
        return content with { Actions = [.. content.Actions.Skip(first).Take(MostFiches)], FaultyAction = content.FaultyAction - first };
    }

    private RandomDocument MakeConvention(int seed, int index, string format)
    {
        var content = new ConventionDraw(_words.Convention, _words.Programmation.Places, Draw.Of(seed, index, "content")).NextContent();
        var draw = Draw.Of(seed, index, "layout");
        var layout = new ConventionDraw(_words.Convention, _words.Programmation.Places, draw).NextLayout();
        var look = new PageLook { HasSerifs = draw.Chance(0.3), FontSize = draw.OneOf(8.5, 9, 10), CutsRows = draw.Chance(0.4), RepeatsHeaders = draw.Chance(0.5), HasPageNumbers = draw.Chance(0.5), FillsPage = true };
        var (document, truth) = ConventionWriter.Write(content, layout, look, _words.Convention, Draw.Of(seed, index, "words"));
        var slug = string.Create(CultureInfo.InvariantCulture, $"convention-{seed}-{index:D5}");
        return new RandomDocument
        {
            FileName = $"{slug}.{format}",
            Bytes = [.. Render(document, format)],
            Truth = new TruthEntry { Slug = slug, Split = Split.Tune, Samples = [$"{slug}.{format}"], Expected = truth, Faults = [] },
            Traits = [$"strategy:{layout.Form}", $"bullet:{layout.Bullet}"],
            IsClean = true,
        };
    }

    private RandomDocument MakeProgrammation(int seed, int index, string format, Draw draw)
    {
        var fault = draw.Chance(FaultyShare) ? draw.OneOf(FaultKind.Plan, FaultKind.Total, FaultKind.Subtotal, FaultKind.Porteur, FaultKind.Twice, FaultKind.Cost) : FaultKind.None;
        var layout = new LayoutDraw(_words.Programmation, Draw.Of(seed, index, "layout")).Next(fault, format);
        var content = new ContentDraw(_words.Programmation, Draw.Of(seed, index, "content")).Next(fault, layout.Money == MoneyForm.GrantColumns, layout.Amounts.Step);
        (content, layout) = new FormDraw(_words.Programmation, Draw.Of(seed, index, "form")).Next(content, layout, fault, format);
        var (document, truth, faults) = layout.Form == ActionForm.Table
            ? ProgrammationWriter.Write(content, layout, _words.Programmation, Draw.Of(seed, index, "words"))
            : PassageWriter.Write(content, layout, _words.Programmation, Draw.Of(seed, index, "words"));
        var slug = string.Create(CultureInfo.InvariantCulture, $"programmation-{seed}-{index:D5}");
        return new RandomDocument
        {
            FileName = $"{slug}.{format}",
            Bytes = [.. Render(document, format)],
            Truth = new TruthEntry { Slug = slug, Split = Split.Tune, Samples = [$"{slug}.{format}"], Expected = truth, Faults = faults },
            Traits = [.. Traits(layout, fault)],
            IsClean = fault == FaultKind.None,
        };
    }

    private static IEnumerable<string> Traits(ProgrammationLayout layout, FaultKind fault) => layout.Form != ActionForm.Table ? [$"form:{layout.Form}"] :
    [
        .. layout.Fields.Contains(Field.Decision) ? (string[])["decision"] : [], .. layout.Fields.Contains(Field.Renewal) ? (string[])["renewal"] : [],
        $"money:{layout.Money}", $"themes:{layout.Themes}", $"rules:{layout.Rules}", $"recap:{layout.Recap}",
        .. layout.HasSubtotals ? (string[])["subtotals"] : [], .. layout.HasTotal ? (string[])["total"] : [],
        .. layout.HasCarried ? (string[])["carried"] : [], .. layout.Amounts.IsInThousands ? (string[])["thousands"] : [], .. fault == FaultKind.None ? (string[])[] : [$"fault:{fault}"],
    ];

    private static byte[] Render(DocumentParts document, string format) => format switch
    {
        "pdf" => PartsToPdf.Write(document),
        "docx" => PartsToDocx.Write(document),
        "xlsx" => PartsToXlsx.Write(document),
        "html" => PartsToHtml.Write(document),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };
}
