using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Segmentation;
using Ingest.Segmentation.Conventions;
using Ingest.Tables;

namespace Ingest.Tests.Segmentation.Conventions;

/// <summary>Small conventions to drafts, told back as an outline.</summary>
internal static class ConventionSketches
{
    /// <summary>A plain text that is a convention, before its strategy.</summary>
    public const string Lead = "Convention d'application 2024-2030\n\n";

    /// <summary>The same, up to the heading of its strategy.</summary>
    public const string Strategy = Lead + "Objectifs poursuivis sur le quartier\n\n";

    /// <summary>A strategy that makes any document a convention.</summary>
    public const string AnyStrategy = """


        Objectifs poursuivis sur le quartier

        Enjeu 1 : Se loger mieux

        Objectif 1 : Rénover les immeubles

        • Poser un isolant sur trois immeubles

        """;

    /// <summary>A document as an office format gives it: paragraphs with their styles, no lines.</summary>
    public static DraftDocument Native(params ContentBlock[] blocks) => Drafts.Segment(new DocumentContent { Blocks = [.. blocks] });

    public static ContentBlock Heading(int level, string text) => new TextContent(new TextBlock { Text = Paragraph(text, null), HeadingLevel = level });

    public static ContentBlock Text(string text, FlowRole role = FlowRole.Body) => new TextContent(new TextBlock { Text = Paragraph(text, null), Role = role, FontSize = 11 });

    public static ContentBlock Item(string text, string marker = "•", int level = 0) => new TextContent(new TextBlock { Text = Paragraph(text, marker), ListLevel = level, FontSize = 11 });

    /// <summary>The strategy line by line: « Enjeu 1 = Se loger mieux », each level two places further in, « - » before what will be done.</summary>
    public static string Outline(this DraftDocument draft) => string.Join('\n', draft.Convention.Enjeux.SelectMany(enjeu =>
        enjeu.Orientations.SelectMany(orientation =>
            orientation.Objectives.SelectMany(objective =>
                objective.Items.Select(item => "      - " + Line(item.Text)).Prepend("    " + Told(objective.Label)))
                .Prepend("  " + Told(orientation.Label)))
            .Prepend(Told(enjeu.Label))));

    /// <summary>All that will be done, in order.</summary>
    public static IEnumerable<string> Items(this DraftDocument draft) => draft.Convention.Enjeux.SelectMany(enjeu => enjeu.Orientations)
        .SelectMany(orientation => orientation.Objectives).SelectMany(objective => objective.Items).Select(item => Line(item.Text));

    /// <summary>The enjeux, « code = title ».</summary>
    public static IEnumerable<string> Enjeux(this DraftDocument draft) => draft.Convention.Enjeux.Select(enjeu => Told(enjeu.Label));

    /// <summary>The codes of the findings in order.</summary>
    public static IEnumerable<string> FindingCodes(this DraftDocument draft) => draft.Findings.Select(finding => finding.Code);

    /// <summary>The lines of a list of texts.</summary>
    public static IEnumerable<string> Lines(this IEnumerable<SourceText> texts) => texts.Select(Line);

    private static string Told(DraftLabel label) =>
        label.Title.IsEmpty && label.Code is null ? "(none)" : (label.Code is null ? "" : label.Code + " = ") + Line(label.Title);

    private static string Line(SourceText text) => text.Text.Replace('\n', ' ');

    private static SourceText Paragraph(string text, string? marker) => new()
    {
        Paragraphs = [new SourceParagraph([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new SourceWord { Text = word, Regions = [new EvidenceRegion { Paragraph = 1 }] })], marker)],
    };
}
