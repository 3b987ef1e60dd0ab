using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Ingest.Tests.Hostile;

/// <summary>
/// A PDF file object by object, as wrong as it has to be. Objects 1 to 5 are there already and can be replaced: the catalog, the pages, a page
/// that says the text of the catalogue, its content, its font. What a case adds counts from 6.
/// </summary>
internal sealed record PdfObjects(params ImmutableArray<string> Added)
{
    /// <summary>Number of the first object that is added.</summary>
    public const int First = 6;

    /// <summary>Objects that stand in the place of those that every file has.</summary>
    public ImmutableDictionary<int, string> Replaced { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>More entries of the catalog.</summary>
    public string Catalog { get; init; } = "";

    /// <summary>More entries of the page.</summary>
    public string OfPage { get; init; } = "";

    /// <summary>More entries of the trailer.</summary>
    public string Trailer { get; init; } = "";

    /// <summary>A file with one object in the place of another.</summary>
    public static byte[] With(int number, string body, params ImmutableArray<string> added) =>
        new PdfObjects(added) { Replaced = ImmutableDictionary<int, string>.Empty.Add(number, body) }.ToBytes();

    /// <summary>A file whose page has entries of its own.</summary>
    public static byte[] Paged(string entries, params ImmutableArray<string> added) => new PdfObjects(added) { OfPage = entries }.ToBytes();

    /// <summary>A file whose page paints something before its text.</summary>
    /// <param name="content">The operators.</param>
    /// <param name="resources">Entries of the resources.</param>
    /// <param name="added">More objects.</param>
    public static byte[] Painting(string content, string resources = "", params ImmutableArray<string> added) => new PdfObjects(added)
    {
        Replaced = ImmutableDictionary<int, string>.Empty.Add(3, Resourced(resources)).Add(4, Stream("", $"{content}\n{Words}")),
    }.ToBytes();

    /// <summary>A page that has resources of its own; without any, object 6 is its second font.</summary>
    public static string Resourced(string resources) =>
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R {(resources.Length == 0 ? "/F2 6 0 R" : "")} >> {resources} >> >>";

    /// <summary>The operators that show the text of the catalogue.</summary>
    public static string Words => $"BT /F1 12 Tf 1 0 0 1 50 700 Tm ({HostileCatalogue.Text}) Tj ET";

    /// <summary>A stream object; bytes stand for characters.</summary>
    public static string Stream(string entries, string content) =>
        string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {content.Length} >>\nstream\n{content}\nendstream");

    /// <summary>A stream whose bytes are packed as its filter wants them.</summary>
    public static string Packed(string entries, byte[] packed) => Stream(entries, Encoding.Latin1.GetString(packed));

    /// <summary>Bytes packed with Flate.</summary>
    public static byte[] Flate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal))
            stream.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>One piece of text many times, packed with Flate without ever being whole.</summary>
    public static byte[] FlateOf(string piece, int times, string end = "")
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            var bytes = Encoding.Latin1.GetBytes(piece);
            for (var i = 0; i < times; i++)
                stream.Write(bytes);
            stream.Write(Encoding.Latin1.GetBytes(end));
        }

        return packed.ToArray();
    }

    /// <summary>A piece of text many times.</summary>
    public static string Times(string piece, int times) => string.Create(piece.Length * times, piece, static (whole, piece) =>
    {
        for (var at = 0; at < whole.Length; at += piece.Length)
            piece.CopyTo(whole[at..]);
    });

    public byte[] ToBytes() => ToBytes(out _);

    /// <summary>The file, with the place of each object.</summary>
    public byte[] ToBytes(out ImmutableArray<int> offsets)
    {
        List<string> objects =
        [
            $"<< /Type /Catalog /Pages 2 0 R {Catalog} >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> {OfPage} >>", Stream("", Words),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", .. Added,
        ];
        var file = new StringBuilder("%PDF-1.7\n");
        var places = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n").Append(Replaced.GetValueOrDefault(i + 1) ?? objects[i]).Append("\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{start}\n%%EOF\n");
        offsets = places.ToImmutable();
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
