using System.Globalization;

namespace Ingest.Cli.Measuring;

/// <summary>A process and its descendants, as the system lists them (proc(5)).</summary>
internal static class ProcessTree
{
    private const double Megabyte = 1e6;

    // Counted behind the name of the program: « ppid » and, in pages, « rss ».
    private const int Parent = 1;
    private const int ResidentPages = 21;

    /// <summary>The memory that they hold now, in megabytes (10⁶ bytes). What ends meanwhile is left out.</summary>
    /// <param name="root">The process.</param>
    public static double MegabytesOf(int root)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => name.All(char.IsAsciiDigit)).Select(Read).OfType<Entry>().ToList();
        var children = all.ToLookup(entry => entry.Parent);
        var (pages, waiting) = (0L, new Queue<Entry>(all.Where(entry => entry.Id == root)));
        while (waiting.TryDequeue(out var entry))
        {
            pages += entry.Pages;
            foreach (var child in children[entry.Id])
                waiting.Enqueue(child);
        }

        return pages * Environment.SystemPageSize / Megabyte;
    }

    private static Entry? Read(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new Entry(Number(process), Number(fields[Parent]), long.Parse(fields[ResidentPages], CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It has just ended.
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Entry(int Id, int Parent, long Pages);
}
