namespace Ingest.Cli.Input;

/// <summary>Where what text recognition read is kept for the next run.</summary>
internal static class CacheFolder
{
    /// <summary>Variable that names the folder; empty for none.</summary>
    public const string Variable = "INGEST_CACHE";

    /// <summary>The folder that the environment names, else that of the user's caches (XDG Base Directory); null for none.</summary>
    public static string? Of(Func<string, string?> environment)
    {
        if (environment(Variable) is { } chosen)
            return chosen.Length > 0 ? chosen : null;
        var caches = environment("XDG_CACHE_HOME") is { Length: > 0 } named ? named
            : environment("HOME") is { Length: > 0 } home ? Path.Combine(home, ".cache")
            : environment("LOCALAPPDATA");
        return string.IsNullOrEmpty(caches) ? null : Path.Combine(caches, "ingest", "ocr");
    }
}
