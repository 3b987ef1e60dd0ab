namespace Ingest.Cli;

/// <summary>Exit statuses: a stable interface of the contract.</summary>
internal static class ExitStatus
{
    /// <summary>All done.</summary>
    public const int Done = 0;

    /// <summary>Done, but some documents could not be read.</summary>
    public const int SomeUnread = 1;

    /// <summary>The command line or a definition was wrong.</summary>
    public const int WrongCall = 2;

    /// <summary>With <c>--strict</c>, an error finding.</summary>
    public const int ErrorFinding = 3;

    /// <summary>A tool or file that the work needs is missing.</summary>
    public const int MissingTool = 4;

    /// <summary>Interrupted; what was finished is kept.</summary>
    public const int Interrupted = 130;
}
