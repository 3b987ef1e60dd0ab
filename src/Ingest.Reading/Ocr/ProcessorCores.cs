namespace Ingest.Reading.Ocr;

/// <summary>Says when one more page may be recognised: each process of the engine keeps a core busy.</summary>
public interface IProcessorCores
{
    /// <summary>Waits for a core.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    void Take(CancellationToken cancellation);

    /// <summary>Gives one back.</summary>
    void GiveBack();
}

/// <summary>The cores of the machine as this process shares them out among all documents that are read at once.</summary>
public sealed class MachineCores : IProcessorCores
{
    private static readonly SemaphoreSlim Free = new(Environment.ProcessorCount);

    private MachineCores()
    {
    }

    /// <summary>The one there is.</summary>
    public static MachineCores Shared { get; } = new();

    /// <inheritdoc/>
    public void Take(CancellationToken cancellation) => Free.Wait(cancellation);

    /// <summary>The same without a thread that waits.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    public static Task TakeAsync(CancellationToken cancellation) => Free.WaitAsync(cancellation);

    /// <inheritdoc/>
    public void GiveBack() => Free.Release();
}
