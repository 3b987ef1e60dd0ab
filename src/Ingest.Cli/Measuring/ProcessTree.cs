using System.Globalization;

namespace Ingest.Cli.Measuring;

/// <summary>A process and its descendants, as the system lists them (proc(5)).</summary>
internal static class ProcessTree
{
    private const double Megabyte = 1e6;

    private const double Kilobyte = 1024;

    // Counted behind the name of the program: « ppid ».
    private const int Parent = 1;

    private const string ProportionalShare = "Pss:";

    /// <summary>
    /// The memory that they hold now together, in megabytes (10⁶ bytes): their proportional set sizes, so that a page which several of them map
    /// counts once. What ends meanwhile is left out.
    /// </summary>
    /// <param name="root">The process.</param>
    public static double MegabytesOf(int root)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(folder => Path.GetFileName(folder)).Where(name => name.All(char.IsAsciiDigit)).Select(Read).OfType<Entry>().ToList();
        var children = all.ToLookup(entry => entry.Parent);
        var (kilobytes, waiting) = (0L, new Queue<Entry>(all.Where(entry => entry.Id == root)));
        while (waiting.TryDequeue(out var entry))
        {
            kilobytes += KilobytesOf(entry.Id);
            foreach (var child in children[entry.Id])
                waiting.Enqueue(child);
        }

        return kilobytes * Kilobyte / Megabyte;
    }

    private static long KilobytesOf(int process)
    {
        try
        {
            var share = File.ReadLines($"/proc/{process}/smaps_rollup").FirstOrDefault(line => line.StartsWith(ProportionalShare, StringComparison.Ordinal));
            return share is null ? 0 : long.Parse(share.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It has just ended.
            return 0;
        }
    }

    private static Entry? Read(string process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new Entry(Number(process), Number(fields[Parent]));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It has just ended.
            return null;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Entry(int Id, int Parent);
}
