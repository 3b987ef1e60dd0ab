using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Ingest.Collections;
using Ingest.Emission;
using Ingest.Export.Comparing.Charts;
using Ingest.Export.Comparing.Facts;
using Ingest.Export.Comparing.Figures;
using Ingest.Export.Comparing.WebPage;

namespace Ingest.Export.Comparing;

/// <summary>
/// A collection side by side. The documents are gone through once, one in memory at a time; of each only sums and counts are kept. The same documents give
/// the same bytes.
/// </summary>
public sealed class CollectionComparison
{
    private readonly ComparisonOptions _options;

    /// <summary>Prepares a comparison.</summary>
    public CollectionComparison(ComparisonOptions options) => _options = options;

    /// <summary>Reads the documents and makes the report.</summary>
    /// <param name="reader">The documents.</param>
    /// <param name="cancellation">Ends the work.</param>
    public ComparisonReport Read(CollectionReader reader, CancellationToken cancellation)
    {
        var toFacts = new DocumentToFacts(_options);
        var facts = new List<DocumentFacts>();
        var unread = ImmutableArray.CreateBuilder<UnreadFile>();
        foreach (var file in reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Document is { } document)
                facts.Add(toFacts.Of(file.Path, document));
            else
                unread.Add(new UnreadFile(file.Path, file.Failure, null));
        }

        return new ComparisonReport(ComparedCollection.Of(_options, facts, unread.Select(file => file.Path)), unread.ToImmutable());
    }
}

/// <summary>What a comparison made: a page, and the data and drawings of its figures.</summary>
public sealed class ComparisonReport
{
    private readonly ComparedCollection _collection;
    private readonly ImmutableArray<Figure> _figures;

    internal ComparisonReport(ComparedCollection collection, ImmutableArray<UnreadFile> unread)
    {
        (_collection, Unread) = (collection, unread);
        var money = new MoneyFigures(collection);
        _figures =
        [
            CoverageFigure.OfStrategies(collection), CoverageFigure.OfActions(collection), GapsFigure.Of(collection), .. money.Financers(), money.OwnFunds(), money.PlannedAndGranted(), money.YearOnYear(), money.PerInhabitant(),
            TrustFigure.Of(collection), DocumentFigures.SharedQuartiers(collection), DocumentFigures.Versions(collection), DocumentFigures.Duplicates(collection), DocumentFigures.Documents(collection),
        ];
    }

    /// <summary>Files that hold no document.</summary>
    public ImmutableArray<UnreadFile> Unread { get; }

    /// <summary>Number of documents of which something counts.</summary>
    public int Counted => _collection.Documents.Count(document => document.Counts);

    /// <summary>Number of documents that are there under another name.</summary>
    public int Duplicates => _collection.Duplicates.Count(duplicate => duplicate.IsSame);

    /// <summary>Number of documents of which nothing counts because another version does.</summary>
    public int OtherVersions => _collection.Documents.Count(document => document is { Counts: false, Family: not null });

    /// <summary>Number of units side by side.</summary>
    public int Units => _collection.Actions.Select(action => action.Unit).Concat(_collection.WithStrategy).Where(unit => !unit.IsRest).Distinct().Count();

    /// <summary>The files beside the page: per figure its data (CSV) and its drawings (SVG), by name, with what writes each.</summary>
    public IEnumerable<(string Name, Action<Stream> Write)> Files
    {
        get
        {
            foreach (var figure in _figures)
            {
                yield return (figure.Id + ".csv", output => FigureCsv.Write(figure.Table, output));
                foreach (var (index, part) in ChartParts.Of(figure).Index())
                    yield return (index == 0 ? $"{figure.Id}.svg" : $"{figure.Id}-{index + 1}.svg", output => Draw(part, output));
            }
        }
    }

    private static string Version => typeof(ComparisonReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Writes the page; the stream stays open.</summary>
    public void Write(Stream output) => ComparisonPage.Write(_collection, _figures, Version, output);

    private static void Draw(ChartPart part, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true);
        part.Write(new MarkupWriter(text), true);
    }
}
