using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ingest.Reading.Raster;

namespace Ingest.Cli.Measuring;

/// <summary>Another program that reads PDFs.</summary>
/// <param name="Command">Its name.</param>
/// <param name="Arguments">What comes before and behind the file.</param>
internal sealed record BenchPeer(string Command, ImmutableArray<string> Arguments)
{
    /// <summary>Stands for the file.</summary>
    public const string File = "{}";

    /// <summary>Programs that apt brings (poppler-utils, mupdf-tools, python3-pdfminer): text with boxes; pdfminer's text alone.</summary>
    public static ImmutableArray<BenchPeer> All { get; } =
    [
        new("pdftotext", ["-bbox", File, "-"]),
        new("mutool", ["draw", "-q", "-F", "stext", File]),
        new("pdf2txt", [File]),
    ];

    /// <summary>As it is typed, the file left out.</summary>
    public string Name => string.Join(' ', Arguments.Where(argument => argument is not (File or "-")).Prepend(Command));

    /// <summary>Its arguments for a file.</summary>
    public IEnumerable<string> For(string file) => Arguments.Select(argument => argument == File ? file : argument);
}

/// <summary>Runs this program and others over the same files, in turn.</summary>
/// <param name="own">Path of this program.</param>
/// <param name="readingOptions">Options handed on to it: the definition.</param>
/// <param name="options">How often and how long.</param>
internal sealed class BenchRun(string own, IReadOnlyList<string> readingOptions, MeasuringOptions options)
{
    private const string OwnFirst = "bench.ownFirst";
    private const string OwnTables = "bench.ownTables";
    private const string OwnWhole = "bench.ownWhole";

    /// <summary>The figures.</summary>
    /// <param name="files">PDFs.</param>
    /// <param name="measuresGrowth">Whether growth is measured as well, which takes long.</param>
    /// <param name="cancellation">Stops between processes.</param>
    /// <exception cref="TimeoutException">A process did not come to an end, or failed.</exception>
    /// <exception cref="MissingToolException">What joins PDFs is missing, and growth is asked.</exception>
    public BenchReport Run(IReadOnlyList<string> files, bool measuresGrowth, CancellationToken cancellation)
    {
        var peers = BenchPeer.All.Where(peer => IsThere(peer, cancellation)).ToImmutableArray();
        var seconds = new Dictionary<string, List<double>>();
        var (shares, onePage, pages, peak) = (new List<double>(), new List<double>(), 0, 0.0);
        var single = SinglePage(files, cancellation);
        for (var round = 0; round < options.Rounds; round++)
        {
            var once = Own(MeasureCommand.ProcessName, files, 1, cancellation);
            var (whole, here, tables) = (Warm(MeasureCommand.ProcessName, files, cancellation), Warm(MeasureCommand.ProcessHereName, files, cancellation), Warm(MeasureCommand.ReadName, files, cancellation));
            (pages, peak) = (once.Pages, Math.Max(peak, once.PeakMegabytes));
            Add(OwnFirst, once.Seconds);
            Add(OwnWhole, whole);
            Add(OwnTables, tables);
            shares.Add((whole / here) - 1);
            onePage.Add(Checked(own, ["extract", .. readingOptions, single], cancellation).Cpu.TotalSeconds);
            foreach (var peer in peers)
                Add(peer.Name, files.Sum(file => ChildProcess.Run(peer.Command, peer.For(file), options.RoundLimit, cancellation).Cpu.TotalSeconds));
        }

        return new BenchReport
        {
            Files = files.Count,
            Rounds = options.Rounds,
            Rows = [.. seconds.Select(row => new BenchRow(row.Key, new([.. row.Value]), pages, row.Key is OwnFirst or OwnWhole or OwnTables))],
            Missing = [.. BenchPeer.All.Except(peers).Select(peer => peer.Command)],
            OnePage = new([.. onePage]),
            IsolationShare = new ProgramTimes([.. shares]).Median,
            PeakMegabytes = peak,
            Growth = measuresGrowth ? [PageGrowth(single, cancellation), DocumentGrowth(files, cancellation)] : [],
        };

        void Add(string name, double value)
        {
            if (!seconds.TryGetValue(name, out var list))
                seconds[name] = list = [];
            list.Add(value);
        }
    }

    // What one more pass over the files takes in a process that runs already: its start and the first pass are in both and fall away.
    private double Warm(string part, IReadOnlyList<string> files, CancellationToken cancellation) =>
        (Own(part, files, 1 + options.WarmPasses, cancellation).Seconds - Own(part, files, 1, cancellation).Seconds) / options.WarmPasses;

    private (double Seconds, int Pages, double PeakMegabytes) Own(string part, IReadOnlyList<string> files, int passes, CancellationToken cancellation)
    {
        var child = Checked(own, [MeasureCommand.Name, part, .. readingOptions, MeasureCommand.PassesName, passes.ToString(CultureInfo.InvariantCulture), "--", .. files], cancellation);
        return (child.Cpu.TotalSeconds, JsonDocument.Parse(child.Output).RootElement.TryGetProperty("pages", out var pages) ? pages.GetInt32() : 0, child.TreePeakMegabytes);
    }

    private BenchGrowth PageGrowth(string single, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("ingest-bench-");
        try
        {
            return new BenchGrowth("bench.pages", [.. options.GrowthPages.Select(count =>
            {
                var file = Path.Combine(folder.FullName, $"{count}.pdf");
                Join(single, count, file, folder.FullName, cancellation);
                var read = Own(MeasureCommand.ProcessName, [file], 1, cancellation);
                return (read.Pages, read.Seconds, read.PeakMegabytes);
            })]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // By tens: a call cannot name a thousand files of one page on every system.
    private void Join(string single, int count, string file, string folder, CancellationToken cancellation)
    {
        var (part, size) = (single, 1);
        for (; size < count; size *= 10)
        {
            var joined = size * 10 == count ? file : Path.Combine(folder, $"part-{size * 10}.pdf");
            Checked("pdfunite", [.. Enumerable.Repeat(part, 10), joined], cancellation);
            part = joined;
        }

        if (count == 1)
            File.Copy(single, file);
    }

    private BenchGrowth DocumentGrowth(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("ingest-bench-");
        try
        {
            var made = 0;
            var points = ImmutableArray.CreateBuilder<(int, double, double)>();
            foreach (var count in options.GrowthDocuments)
            {
                for (; made < count; made++)
                {
                    var source = files[made % files.Count];
                    var sub = folder.CreateSubdirectory($"in/{made / 100}");
                    File.Copy(source, Path.Combine(sub.FullName, $"{made}-{Path.GetFileName(source)}"));
                }

                var run = Checked(own, ["run", .. readingOptions, Path.Combine(folder.FullName, "in"), "--out", Path.Combine(folder.FullName, $"out-{count}"), "--quiet"], cancellation);
                points.Add((count, run.Cpu.TotalSeconds, run.TreePeakMegabytes));
            }

            return new BenchGrowth("bench.documents", points.ToImmutable());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The smallest file of one page: a document like any other.
    private string SinglePage(IReadOnlyList<string> files, CancellationToken cancellation) => files.OrderBy(file => new FileInfo(file).Length)
        .FirstOrDefault(file => Own(MeasureCommand.ProcessName, [file], 1, cancellation).Pages == 1) ?? files.MinBy(file => new FileInfo(file).Length)!;

    private ChildOutcome Checked(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var child = ChildProcess.Run(program, arguments, new ChildOptions { Limit = options.RoundLimit, WatchesTree = true }, cancellation);
        return child.Status is ExitStatus.Done or ExitStatus.SomeUnread ? child
            : throw new TimeoutException($"{Path.GetFileName(program)}: {child.Status?.ToString(CultureInfo.InvariantCulture) ?? options.RoundLimit.ToString()}");
    }

    private bool IsThere(BenchPeer peer, CancellationToken cancellation)
    {
        try
        {
            ChildProcess.Run(peer.Command, ["-v"], options.RoundLimit, cancellation);
            return true;
        }
        catch (MissingToolException)
        {
            return false;
        }
    }
}
