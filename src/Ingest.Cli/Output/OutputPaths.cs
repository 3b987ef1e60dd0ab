using System.Collections.Immutable;
using Ingest.Cli.Input;
using Ingest.Cli.Text;

namespace Ingest.Cli.Output;

/// <summary>Where the results of a run go: <c>DIR/documents/&lt;path below PATH&gt;/&lt;full file name&gt;.json</c>.</summary>
internal static class OutputPaths
{
    /// <summary>Folder of the documents in a folder of results.</summary>
    public static string DocumentsFolder(string outputFolder) => Path.Combine(outputFolder, "documents");

    /// <summary>The path of each source's result, in the order of the sources.</summary>
    /// <exception cref="WrongCallException">Two sources would write the same file.</exception>
    public static ImmutableArray<string> Of(ImmutableArray<SourceFile> sources, string outputFolder, Messages messages)
    {
        // Letters of either case are one name on Windows and macOS.
        var names = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        var takenBy = new Dictionary<string, SourceFile>(names);
        var paths = ImmutableArray.CreateBuilder<string>(sources.Length);
        foreach (var source in sources)
        {
            var path = Path.Combine(DocumentsFolder(outputFolder), source.RelativePath + ".json");
            if (!takenBy.TryAdd(path, source))
                throw new WrongCallException(messages.Format("error.samePath", takenBy[path].Shown, source.Shown, path));
            paths.Add(path);
        }

        return paths.MoveToImmutable();
    }
}
