using System.Collections.Concurrent;

namespace Ingest.Cli.Commands;

/// <summary>Work on many things at once, told in their order.</summary>
internal static class OrderedWork
{
    /// <summary>
    /// Works on all cores and reports in order, one at a time: a result waits until all before it are there. On an
    /// interruption the works under way that heed it end, no more begin, and what was finished is reported.
    /// </summary>
    /// <param name="count">Number of works.</param>
    /// <param name="work">Does one, by its index.</param>
    /// <param name="report">Takes each result.</param>
    /// <param name="cancellation">Cancelled on an interruption.</param>
    public static void Run<T>(int count, Func<int, T> work, Action<T> report, CancellationToken cancellation)
        where T : class
    {
        var finished = new T?[count];
        var next = 0;
        var gate = new Lock();
        // One at a time from a shared list: documents differ too much in length for ranges.
        var indexes = Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(indexes, options, Finish);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            foreach (var result in finished.Skip(next).OfType<T>())
                report(result);
        }

        void Finish(int index)
        {
            var result = work(index);
            lock (gate)
            {
                finished[index] = result;
                for (; next < count && finished[next] is { } ready; next++)
                    report(ready);
            }
        }
    }
}
