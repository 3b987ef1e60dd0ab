using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ingest.Emission.Inspection;
using Ingest.Model.Documents;
using Ingest.Model.Findings;
using Ingest.Model.Pages;
using Ingest.Tables;
using Ingest.Tests.Running;

namespace Ingest.Tests.Emission.Inspection;

/// <summary>Inspections for tests: of bytes through the whole engine, of sketched pages, and as parsed HTML.</summary>
internal static class InspectionOf
{
    /// <summary>What is drawn of a file.</summary>
    public static InspectedDocument Bytes(byte[] bytes, bool joined = false, ImmutableHashSet<int>? shown = null)
    {
        var processed = Processing.Processor.ProcessKeeping("document", bytes, CancellationToken.None);
        return DocumentToInspection.Convert(
            new InspectionSource { Pages = processed.Pages, Content = processed.Content, Document = processed.Document, IsJoined = joined, Shown = shown },
            Languages.English);
    }

    /// <summary>What is drawn of pages, with a document that says what the test wants.</summary>
    public static InspectedDocument Pages(Func<IngestedDocument, IngestedDocument> change, params Page[] pages)
    {
        var document = Processing.Of("Nothing to see") with { Findings = [], FieldEvidence = ImmutableSortedDictionary<string, Model.Provenance.Evidence>.Empty, Title = null };
        return DocumentToInspection.Convert(
            new InspectionSource { Pages = [.. pages], Content = ContentBuilder.Build(pages), Document = change(document) },
            Languages.English);
    }

    /// <summary>The page, parsed without mercy.</summary>
    public static IHtmlDocument Html(this InspectedDocument inspected, params ImmutableArray<string> notes)
    {
        using var stream = new MemoryStream();
        new InspectionHtml(Languages.English, notes).Write(inspected, stream);
        return Parse(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>HTML, parsed without mercy.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    /// <summary>Each pointer that something drawn or marked carries.</summary>
    public static IEnumerable<string> Pointers(this IHtmlDocument html) =>
        html.QuerySelectorAll("[data-pointers]").SelectMany(element => element.GetAttribute("data-pointers")!.Split(' '))
            .Concat(html.QuerySelectorAll("[data-pointer]").Select(element => element.GetAttribute("data-pointer")!));

    /// <summary>What is drawn in a layer of a page.</summary>
    public static IEnumerable<IElement> Drawn(this IHtmlDocument html, string layer, string kind = "g") =>
        html.QuerySelectorAll($"main g[data-layer={layer}] > {kind}");
}
