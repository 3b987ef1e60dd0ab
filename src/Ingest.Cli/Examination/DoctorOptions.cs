namespace Ingest.Cli.Examination;

/// <summary>From where on the machine is told to be short of something.</summary>
internal sealed record DoctorOptions
{
    /// <summary>The options as they are without a choice.</summary>
    public static DoctorOptions Default { get; } = new();

    /// <summary>Free bytes of the temporary folder: pages of a scan at 300 dots per inch take 25 MB each while they are read.</summary>
    public long LowDisk { get; init; } = 1_000_000_000;

    /// <summary>Bytes of memory: a scan took 0.7 GB together with its engine.</summary>
    public long LowMemory { get; init; } = 2_000_000_000;

    /// <summary>Most time for a program to tell its version; a virus scanner may look at it first.</summary>
    public TimeSpan AnswerLimit { get; init; } = TimeSpan.FromSeconds(20);
}
