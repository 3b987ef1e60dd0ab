using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli;

/// <summary>Files that change under the hands of a run: a copy or a download that still goes on, a folder that is put in order meanwhile.</summary>
public sealed class ChangingSourceTests : IDisposable
{
    private const string Header = "Action\tPorteur\tCoût total\tVille\tCAF\n";

    private readonly TemporaryFolder _work = new();

    private string Out => _work["out"];

    [Fact]
    public void A_file_that_grows_while_it_is_read_gives_what_was_there_and_is_read_anew_by_the_next_run()
    {
        var file = _work.Write("in/a.txt", Header);
        using var over = new CancellationTokenSource();
        var rows = 0;
        var growth = new Thread(() =>
        {
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            for (; rows < 3 || !over.IsCancellationRequested; rows++)
            {
                stream.Write(Encoding.UTF8.GetBytes(Row(rows)));
                stream.Flush();
                Thread.Sleep(1);
            }
        });
        growth.Start();
        SpinWait.SpinUntil(() => Volatile.Read(ref rows) > 2);

        var status = Run().Status;
        over.Cancel();
        growth.Join();
        var early = Document("a.txt");

        Assert.Contains(status, (int[])[0, 1]);
        // The result is of the bytes that it names: the beginning of the file.
        var length = early.GetProperty("source").GetProperty("byteLength").GetInt32();
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file).AsSpan(0, length))), early.GetProperty("source").GetProperty("sha256").GetString());
        Assert.True(length < new FileInfo(file).Length);
        Run();
        Assert.Equal(Enumerable.Range(0, rows).Select(TitleOf), Titles("a.txt"));
    }

    [Fact]
    public void A_file_that_grows_between_the_plan_and_its_turn_is_read_as_it_is_and_the_ledger_knows()
    {
        var last = Many();
        var first = Run(() => File.AppendAllText(_work["in/" + last], Row(1)));

        Assert.Equal(0, first.Status);
        Assert.Equal([TitleOf(0), TitleOf(1)], Titles(last));
        // The plan was for other bytes; the ledger keeps those that were read, and nothing is left to do.
        Assert.Equal(0, Started(Run()));
    }

    [Fact]
    public void A_file_that_vanishes_before_its_turn_costs_itself_and_is_named()
    {
        var last = Many();

        var call = Run(() => File.Delete(_work["in/" + last]));

        Assert.Equal(1, call.Status);
        Assert.Contains(last, call.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Out, "documents", last + ".json")));
        Assert.Equal(Count - 1, Directory.GetFiles(Path.Combine(Out, "documents")).Length);
        // Back again it is read; nothing else is.
        _work.Write("in/" + last, Header + Row(0));
        Assert.Equal(1, Started(Run()));
        Assert.Equal([TitleOf(0)], Titles(last));
    }

    public void Dispose() => _work.Dispose();

    // More than are under way when the first is finished.
    private static int Count => (4 * Environment.ProcessorCount) + 10;

    private static string TitleOf(int row) => string.Create(CultureInfo.InvariantCulture, $"Ateliers du quartier {row}");

    private static string Row(int row) => TitleOf(row) + "\tCCAS\t1 000 €\t600 €\t400 €\n";

    // The name of the last one.
    private string Many()
    {
        var names = Enumerable.Range(0, Count).Select(index => string.Create(CultureInfo.InvariantCulture, $"{index:0000}.txt")).ToList();
        foreach (var name in names)
            _work.Write("in/" + name, Header + Row(0));
        return names[^1];
    }

    private static int Started(CliCall call) => call.Error.Split('\n').Count(line => line.StartsWith('['));

    private JsonElement Document(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Out, "documents", name + ".json"))).RootElement;

    private IEnumerable<string?> Titles(string name) => Document(name).GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("title").GetString());

    private CliCall Run(Action? whenFirstIsFinished = null)
    {
        using var error = new HeedingWriter(whenFirstIsFinished);
        return CliCall.Interruptible(error, TestContext.Current.CancellationToken, "run", _work["in"], "--out", Out);
    }

    /// <summary>Does something when the first document is told.</summary>
    private sealed class HeedingWriter(Action? heed) : StringWriter
    {
        private Action? _heed = heed;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith('[') == true)
                Interlocked.Exchange(ref _heed, null)?.Invoke();
        }
    }
}
