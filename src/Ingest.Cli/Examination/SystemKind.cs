namespace Ingest.Cli.Examination;

/// <summary>Systems by how programs are installed there.</summary>
internal enum SystemKind
{
    /// <summary>Linux with apt: Debian, Ubuntu and what comes of them.</summary>
    Debian,

    /// <summary>Linux with dnf: Fedora, Red Hat and what comes of them.</summary>
    Fedora,

    /// <summary>Another Linux or Unix.</summary>
    Linux,

    /// <summary>macOS.</summary>
    MacOS,

    /// <summary>Windows.</summary>
    Windows,
}

/// <summary>Tells the kind of a system.</summary>
internal static class SystemKinds
{
    private const string Release = "/etc/os-release";

    private static readonly string[] DebianNames = ["debian", "ubuntu"];
    private static readonly string[] FedoraNames = ["fedora", "rhel", "centos"];

    /// <summary>The kind of this system.</summary>
    public static SystemKind OfThisSystem() =>
        OperatingSystem.IsWindows() ? SystemKind.Windows
        : OperatingSystem.IsMacOS() ? SystemKind.MacOS
        : OfRelease(File.Exists(Release) ? File.ReadAllText(Release) : "");

    /// <summary>The kind of a Linux by its os-release(5): by its own name, else by those that it says it is like.</summary>
    /// <param name="release">The text of the file.</param>
    public static SystemKind OfRelease(string release)
    {
        var names = release.Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(pair => pair is ["ID" or "ID_LIKE", _])
            .SelectMany(pair => pair[1].Trim().Trim('"').Split(' '))
            .ToList();
        return names.Exists(DebianNames.Contains) ? SystemKind.Debian : names.Exists(FedoraNames.Contains) ? SystemKind.Fedora : SystemKind.Linux;
    }
}
