using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Decisions;

namespace Ingest.Running.Ledger;

/// <summary>A result that is whole but has not its name yet.</summary>
/// <param name="Temporary">Where it lies.</param>
/// <param name="Path">Where it goes.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Length">Number of its bytes.</param>
public sealed record UnnamedResult(string Temporary, string Path, string Hash, long Length)
{
    /// <summary>Gives it its name, in the place of an older one.</summary>
    public void Publish() => File.Move(Temporary, Path, overwrite: true);
}

/// <summary>The folder of a collection's results: documents, ledger, summary. A file in it is whole or has a temporary name.</summary>
public sealed class ResultFolder
{
    private const string TemporaryPattern = ".ingest-*.tmp";

    /// <summary>The results below a folder.</summary>
    public ResultFolder(string folder) => Root = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder));

    /// <summary>Full path of the folder.</summary>
    public string Root { get; }

    /// <summary>Folder of the documents.</summary>
    public string Documents => System.IO.Path.Combine(Root, "documents");

    /// <summary>The ledger.</summary>
    public string Ledger => System.IO.Path.Combine(Root, "ledger.sqlite");

    /// <summary>What people put right in the documents.</summary>
    public string Corrections => System.IO.Path.Combine(Root, CorrectionFile.Name);

    /// <summary>The summary.</summary>
    public string Summary => System.IO.Path.Combine(Root, "summary.json");

    /// <summary>Path of a document's result below the folder, with « / ».</summary>
    /// <param name="document">Path of the document in its collection.</param>
    public static string ResultOf(string document) => $"documents/{document}.json";

    /// <summary>Full path of a document's result.</summary>
    /// <param name="document">Path of the document in its collection.</param>
    public string PathOf(string document) => System.IO.Path.Combine(Root, ResultOf(document));

    /// <summary>Takes the folder for this process until it ends, however it ends; null where another has it.</summary>
    /// <remarks>File systems without locks (some network shares) let two in; the ledger's leases hold them apart then.</remarks>
    public IDisposable? TryLock()
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(Root, ".ingest.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (IsLocked(error))
        {
            return null;
        }
    }

    /// <summary>Writes a result under a temporary name.</summary>
    /// <param name="document">Path of the document in its collection.</param>
    /// <param name="token">Token of the lease under which it is written: two workers never write one file.</param>
    /// <param name="write">Writes the content.</param>
    public UnnamedResult Write(string document, long token, Action<Stream> write)
    {
        var path = PathOf(document);
        var folder = System.IO.Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        // Short: the document's own name may be as long as names can be.
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)))[..16];
        var temporary = System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".ingest-{name}-{token}.tmp"));
        try
        {
            using var hash = SHA256.Create();
            long length;
            using (var file = File.Create(temporary))
            {
                using (var hashing = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
                    write(hashing);
                length = file.Length;
            }

            return new UnnamedResult(temporary, path, Convert.ToHexStringLower(hash.Hash!), length);
        }
        catch
        {
            Discard(temporary);
            throw;
        }
    }

    /// <summary>Writes the summary, whole or not at all.</summary>
    /// <param name="write">Writes the content.</param>
    public void WriteSummary(Action<Stream> write)
    {
        var temporary = System.IO.Path.Combine(Root, ".ingest-summary.tmp");
        try
        {
            using (var file = File.Create(temporary))
                write(file);
            File.Move(temporary, Summary, overwrite: true);
        }
        catch
        {
            Discard(temporary);
            throw;
        }
    }

    /// <summary>Takes away a result that does not count.</summary>
    public static void Discard(UnnamedResult result) => Discard(result.Temporary);

    /// <summary>Takes away what processes that were killed left under temporary names. Only whoever has the folder may.</summary>
    public void Sweep()
    {
        var everywhere = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        var left = Directory.Exists(Documents) ? Directory.EnumerateFiles(Documents, TemporaryPattern, everywhere) : [];
        foreach (var file in left.Concat(Directory.EnumerateFiles(Root, TemporaryPattern)))
            Discard(file);
    }

    /// <summary>What has become of a result: null where its bytes are those that were recorded.</summary>
    /// <param name="document">Path of the document in its collection.</param>
    /// <param name="result">What was recorded.</param>
    public WorkReason? Check(string document, UnitResult result)
    {
        try
        {
            using var file = File.OpenRead(PathOf(document));
            return file.Length == result.OutputLength && Convert.ToHexStringLower(SHA256.HashData(file)) == result.OutputHash ? null : WorkReason.OutputChanged;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error is FileNotFoundException or DirectoryNotFoundException ? WorkReason.OutputMissing : WorkReason.OutputChanged;
        }
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next run sweeps.
        }
    }

    // EWOULDBLOCK of flock (11 on Linux, 35 on macOS); ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static bool IsLocked(IOException error) => OperatingSystem.IsWindows()
        ? (error.HResult & 0xFFFF) is 32 or 33
        : error.HResult is 11 or 35;
}
