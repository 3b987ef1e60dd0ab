using System.Collections.Immutable;
using Ingest.Evaluation;
using Ingest.Evaluation.Scans;
using Ingest.Model.Findings;
using Ingest.Running;

namespace Ingest.Cli.Commands;

/// <summary>Reads scans and their twins; what cannot be read is told and leaves the rest alone.</summary>
internal sealed class ScanReading(CommandContext context, DocumentProcessor processor)
{
    /// <summary>The scans with their twins, in their order.</summary>
    /// <param name="scans">The scans.</param>
    /// <param name="truths">Truths by slug.</param>
    public ImmutableArray<ReadScan> ReadAll(ImmutableArray<ScanSource> scans, IReadOnlyDictionary<string, TruthEntry> truths)
    {
        // Several scans may have one twin.
        string[] files = [.. scans.SelectMany(scan => (string[])[scan.Twin, scan.File]).Distinct(StringComparer.Ordinal)];
        var readings = new List<DocumentReading>(files.Length);
        OrderedWork.Run(files.Length, index => Read(files[index]), readings.Add, context.Cancellation);
        context.Cancellation.ThrowIfCancellationRequested();
        var byFile = files.Zip(readings).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        return [.. scans.Select(scan => Tell(new ReadScan { Source = scan, Truth = truths[scan.Slug], Scan = byFile[scan.File], Twin = byFile[scan.Twin] }))];
    }

    private DocumentReading Read(string file)
    {
        var kept = processor.ProcessKeeping(Path.GetFileName(file), File.ReadAllBytes(file), context.Cancellation);
        return new DocumentReading(kept.Pages, kept.Content, kept.Document);
    }

    private ReadScan Tell(ReadScan scan)
    {
        if (scan.Scan.IsUnread)
        {
            var reason = scan.Scan.Document.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error);
            context.Terminal.Error.WriteLine($"ingest: {Path.GetFileName(scan.Source.File)}: {context.Messages.Format("evaluate.unreadScan", reason is null ? "–" : context.Messages.Of(reason))}");
        }

        return scan;
    }
}
