using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Model.Pages;
using Ingest.Reading.Pdf;

namespace Ingest.Tests.Reading.Pdf;

/// <summary>A page as it will stand in the file, operators and all. Text is Latin-1.</summary>
internal sealed record RawPage(string Content)
{
    public string MediaBox { get; init; } = "0 0 600 800";

    public string? CropBox { get; init; }

    public int Rotate { get; init; }

    /// <summary>Another entry « /Contents » than the content itself.</summary>
    public string? Contents { get; init; }

    /// <summary>More entries of the page's dictionary, where « {a} » stands for a reference to the XObject a.</summary>
    public string Extra { get; init; } = "";
}

/// <summary>
/// Writes small PDF files of which every operator is known. Fonts of the page: F1 Helvetica, F2 Helvetica-Bold,
/// F3 Times-Italic, all WinAnsi, further ones by <see cref="Fonts"/>.
/// </summary>
internal sealed record RawPdf(params ImmutableArray<RawPage> Pages)
{
    private const string Base = "/Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont ";

    /// <summary>Further fonts: name and dictionary entries, where « {a} » stands for a reference to the XObject a.</summary>
    public ImmutableDictionary<string, string> Fonts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>XObjects: name and the whole object, where « {b} » stands for a reference to the XObject b.</summary>
    public ImmutableDictionary<string, string> XObjects { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Lines « &lt;code&gt; &lt;unicode&gt; » of the ToUnicode map that every further font has; empty for none.</summary>
    public string ToUnicode { get; init; } = "";

    /// <summary>More entries of the catalog.</summary>
    public string Catalog { get; init; } = "";

    /// <summary>More entries of the resources.</summary>
    public string Resources { get; init; } = "";

    /// <summary>More entries of the trailer.</summary>
    public string Trailer { get; init; } = "";

    /// <summary>One page with one content.</summary>
    public static RawPdf Of(string content) => new(new RawPage(content));

    /// <summary>The pages as read.</summary>
    public ImmutableArray<Page> Read(PdfReadingOptions? options = null) => [.. new PdfReader(options).Read(ToBytes())];

    /// <summary>The only page as read.</summary>
    public Page ReadPage(PdfReadingOptions? options = null) => Read(options).Single();

    public byte[] ToBytes()
    {
        var objects = new List<string> { Text($"<< /Type /Catalog /Pages 2 0 R {Catalog} >>"), "" };
        int Add(string body)
        {
            objects.Add(body);
            return objects.Count;
        }

        var map = Add(Stream("", ToUnicodeMap()));
        var toUnicode = ToUnicode.Length > 0 ? Text($"/ToUnicode {map} 0 R") : "";
        var fonts = new StringBuilder(Text(
            $"/F1 << {Base}/Helvetica >> /F2 << {Base}/Helvetica-Bold >> /F3 << {Base}/Times-Italic >>"));
        var forms = XObjects.OrderBy(form => form.Key, StringComparer.Ordinal).ToDictionary(form => form.Key, form => Text($"{Add(form.Value)} 0 R"));
        string Linked(string text) => forms.Aggregate(text, (linked, form) => linked.Replace($"{{{form.Key}}}", form.Value, StringComparison.Ordinal));
        foreach (var reference in forms.Values)
        {
            var index = int.Parse(reference.AsSpan(0, reference.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture) - 1;
            objects[index] = Linked(objects[index]);
        }

        foreach (var (name, entries) in Fonts.OrderBy(font => font.Key, StringComparer.Ordinal))
        {
            fonts.Append(Text($" /{name} {Add(Text($"<< {Linked(entries)} {toUnicode} >>"))} 0 R"));
        }

        var resources = Add(Text($"<< /Font << {fonts} >> /XObject << {string.Join(' ', forms.Select(form => $"/{form.Key} {form.Value}"))} >> {Resources} >>"));
        var kids = new List<int>();
        foreach (var page in Pages)
        {
            var content = Add(Stream("", page.Content));
            var crop = page.CropBox is { } box ? Text($"/CropBox [{box}]") : "";
            kids.Add(Add(Text(
                $"<< /Type /Page /Parent 2 0 R /MediaBox [{page.MediaBox}] {crop} /Rotate {page.Rotate} /Resources {resources} 0 R {page.Contents ?? Text($"/Contents {content} 0 R")} {Linked(page.Extra)} >>")));
        }

        objects[1] = Text($"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(kid => Text($"{kid} 0 R")))}] >>");
        return Assemble(objects);
    }

    /// <summary>A stream object.</summary>
    public static string Stream(string entries, string content) =>
        Text($"<< {entries} /Length {content.Length} >>\nstream\n{content}\nendstream");

    private byte[] Assemble(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(Text($"{i + 1} 0 obj\n{objects[i]}\nendobj\n"));
        }

        var start = file.Length;
        file.Append(Text($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            file.Append(Text($"{offset:D10} 00000 n \n"));
        file.Append(Text($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {Trailer} >>\nstartxref\n{start}\n%%EOF\n"));
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private string ToUnicodeMap()
    {
        var lines = ToUnicode.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var width = lines.Length > 0 && lines[0].IndexOf('>', StringComparison.Ordinal) > 3 ? ("0000", "FFFF") : ("00", "FF");
        return Text(
            $"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n1 begincodespacerange\n<{width.Item1}> <{width.Item2}>\nendcodespacerange\n{lines.Length} beginbfchar\n{string.Join('\n', lines)}\nendbfchar\nendcmap end end");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
