using System.Collections.Immutable;
using System.Text;

namespace Ingest.Decisions;

/// <summary>The file of a collection's corrections: a line for each, written behind the others and never changed.</summary>
public static class CorrectionFile
{
    /// <summary>Its name in the folder of the results, beside the documents.</summary>
    public const string Name = "corrections.jsonl";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Reads it; a file that is not there has no corrections. A line that is none does not keep the others from counting.</summary>
    /// <param name="path">The file.</param>
    public static CorrectionLog Read(string path)
    {
        if (!File.Exists(path))
            return CorrectionLog.Empty;
        var corrections = ImmutableArray.CreateBuilder<Correction>();
        var broken = ImmutableArray.CreateBuilder<BrokenLine>();
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, line) in File.ReadLines(path, Utf8).Index())
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                var correction = CorrectionLine.Read(line);
                var text = CorrectionLine.Write(correction);
                if (lines.TryAdd(correction.Id, text))
                    corrections.Add(correction);
                else if (lines[correction.Id] != text)
                    broken.Add(new BrokenLine(index + 1, BrokenLineProblem.RepeatedId, correction.Id));
            }
            catch (CorrectionLineException error)
            {
                broken.Add(new BrokenLine(index + 1, error.Problem, error.Message));
            }
        }

        return new CorrectionLog(corrections.ToImmutable(), broken.ToImmutable());
    }

    /// <summary>Takes the file for who is about to read it and write behind it; null where another has it.</summary>
    /// <param name="path">The file.</param>
    public static IDisposable? TryLock(string path)
    {
        try
        {
            return new FileStream(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, ".corrections.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException error) when (error is not DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes corrections behind those that are there: all of them, or none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="corrections">What is new.</param>
    public static void Append(string path, IEnumerable<Correction> corrections)
    {
        var there = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var temporary = path + ".tmp";
        try
        {
            using (var file = File.Create(temporary))
            {
                file.Write(there);
                // A last line without its end, broken or whole, must not take the first new one into it.
                if (there is [.., not (byte)'\n'])
                    file.WriteByte((byte)'\n');
                foreach (var correction in corrections)
                    file.Write(Utf8.GetBytes(CorrectionLine.Write(correction)));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
