using Ingest.Cli.Input;
using Ingest.Cli.Text;
using Ingest.Running.Ledger;

namespace Ingest.Cli.Output;

/// <summary>Where the results of a run go: <c>DIR/documents/&lt;path below PATH&gt;/&lt;full file name&gt;.json</c>.</summary>
internal static class OutputPaths
{
    /// <summary>Sees to it that each source has a result of its own.</summary>
    /// <exception cref="WrongCallException">Two sources would write the same file.</exception>
    public static void RefuseSame(IEnumerable<SourceFile> sources, ResultFolder results, Messages messages)
    {
        // Letters of either case are one name on Windows and macOS.
        var takenBy = new Dictionary<string, SourceFile>(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        foreach (var source in sources)
        {
            if (!takenBy.TryAdd(source.RelativePath, source))
                throw new WrongCallException(messages.Format("error.samePath", takenBy[source.RelativePath].Shown, source.Shown, results.PathOf(source.RelativePath)));
        }
    }
}
