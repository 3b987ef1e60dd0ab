namespace Ingest.Running;

/// <summary>A work took more processor time than it may.</summary>
/// <param name="seconds">Seconds that it may take.</param>
internal sealed class WorkLimitException(double seconds) : Exception
{
    /// <summary>Seconds that it may take.</summary>
    public double Seconds { get; } = seconds;
}

/// <summary>
/// A work on a thread of its own that may take so much processor time and no more. A thread cannot be ended from outside: one that takes
/// more is told to stop, and nobody waits until it does.
/// </summary>
internal static class LimitedWork
{
    // Limits are minutes; most works have ended before it is looked at once.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    /// <summary>What the work gives.</summary>
    /// <param name="work">The work. What it is given is cancelled when it has to stop.</param>
    /// <param name="cpuSeconds">Processor seconds that it may take.</param>
    /// <param name="cancellation">An interruption; nobody waits for the work then.</param>
    /// <exception cref="WorkLimitException">It took more.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public static T Run<T>(Func<CancellationToken, T> work, double cpuSeconds, CancellationToken cancellation)
    {
        // Not disposed of: the work may look at it when nobody waits any more.
        var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var time = new TaskCompletionSource<ThreadTime>();
        var task = new Task<T>(() => work(stopping.Token), CancellationToken.None);
        new Thread(Do) { IsBackground = true, Name = "stages" }.Start();
        while (Task.WaitAny([task], (int)Pace.TotalMilliseconds, cancellation) < 0)
        {
            if (!time.Task.IsCompletedSuccessfully || time.Task.Result.Taken() is not { } taken || taken.TotalSeconds <= cpuSeconds)
                continue;
            stopping.Cancel();
            throw new WorkLimitException(cpuSeconds);
        }

        return task.GetAwaiter().GetResult();

        void Do()
        {
            time.SetResult(ThreadTime.OfThisThread());
            task.RunSynchronously(TaskScheduler.Default);
        }
    }
}
