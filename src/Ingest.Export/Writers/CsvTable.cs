using CsvHelper;

namespace Ingest.Export.Writers;

/// <summary>Writes rows as CSV by RFC 4180: UTF-8 without a byte order mark, commas, line feeds, a header.</summary>
internal static class CsvTable
{
    private static readonly CsvWriterOptions Format = CsvWriterOptions.Default with { NewLine = "\n", WriteByteOrderMark = false };

    /// <summary>Writes a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">The rows; null is an empty cell.</param>
    /// <param name="isGuarded">Whether text that looks like a formula is made harmless. Where it is not, text is always quoted, so that null and empty text can be told apart.</param>
    public static void Write(string path, IEnumerable<string> header, IEnumerable<object?[]> rows, bool isGuarded = true)
    {
        using var stream = File.Create(path);
        Write(stream, header, rows, isGuarded);
    }

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">The rows; null is an empty cell.</param>
    /// <param name="isGuarded">As above.</param>
    public static void Write(Stream stream, IEnumerable<string> header, IEnumerable<object?[]> rows, bool isGuarded = true)
    {
        using var csv = CsvWriter.Create(stream, Format, leaveOpen: true);
        foreach (var name in header)
            csv.WriteField(name);
        csv.EndRecord();
        foreach (var row in rows)
        {
            foreach (var value in row)
            {
                if (value is not string text)
                    csv.WriteField(PlainText.Of(value));
                else if (isGuarded)
                    csv.WriteField(FormulaGuard.Protect(text));
                else
                    csv.WriteField(text, CsvQuoting.Always);
            }

            csv.EndRecord();
        }
    }
}
