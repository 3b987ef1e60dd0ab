using System.Runtime.CompilerServices;

namespace Ingest.Tests.Reading.Protection;

/// <summary>The protected samples.</summary>
internal static class ProtectedFiles
{
    /// <summary>The bytes of one.</summary>
    public static byte[] Of(string name) => File.ReadAllBytes(Path.Combine(Folder(), "Samples", name));

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
