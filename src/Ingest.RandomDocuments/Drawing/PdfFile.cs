using System.Globalization;
using System.Text;

namespace Ingest.RandomDocuments.Drawing;

/// <summary>
/// Pages of a PDF, written operator by operator: nothing of the library that reads PDFs has a hand in what it will be asked to
/// read, and the same document gives the same bytes. Coordinates are points from the top left.
/// </summary>
internal sealed class PdfFile(double width, double height, FontWidths plain, FontWidths bold)
{
    private const double RuleWidth = 0.5;

    private readonly List<StringBuilder> _pages = [];

    /// <summary>How many pages there are.</summary>
    public int PageCount => _pages.Count;

    /// <summary>Begins a page.</summary>
    public void AddPage() => _pages.Add(new StringBuilder());

    /// <summary>Writes a line whose base line stands at <paramref name="y"/>.</summary>
    /// <param name="page">The page from 0.</param>
    /// <param name="x">Left end.</param>
    /// <param name="y">Base line.</param>
    /// <param name="text">The line.</param>
    /// <param name="size">Size of the letters.</param>
    /// <param name="isBold">Whether they are bold.</param>
    public void Write(int page, double x, double y, string text, double size, bool isBold)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var code in WinAnsi.Encode(text))
        {
            if (code is (byte)'(' or (byte)')' or (byte)'\\')
                escaped.Append('\\');
            escaped.Append((char)code);
        }

        Append(page, $"BT /{(isBold ? "F2" : "F1")} {size:0.##} Tf 1 0 0 1 {x:0.##} {height - y:0.##} Tm ({escaped}) Tj ET");
    }

    /// <summary>Draws a rule.</summary>
    public void Rule(int page, double x0, double y0, double x1, double y1) =>
        Append(page, $"{RuleWidth} w {x0:0.##} {height - y0:0.##} m {x1:0.##} {height - y1:0.##} l S");

    /// <summary>Paints a grey ground.</summary>
    public void Shade(int page, double x0, double y0, double x1, double y1) =>
        Append(page, $"q 0.85 g {x0:0.##} {height - y1:0.##} {x1 - x0:0.##} {y1 - y0:0.##} re f Q");

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>", "", Font(plain), Font(bold) };
        var kids = new List<string>();
        foreach (var page in _pages)
        {
            objects.Add(Text($"<< /Length {page.Length} >>\nstream\n{page}\nendstream"));
            objects.Add(Text($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:0.##} {height:0.##}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {objects.Count} 0 R >>"));
            kids.Add(Text($"{objects.Count} 0 R"));
        }

        objects[1] = Text($"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids)}] >>");
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var (index, body) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(Text($"{index + 1} 0 obj\n{body}\nendobj\n"));
        }

        var start = file.Length;
        file.Append(Text($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            file.Append(Text($"{offset:D10} 00000 n \n"));
        file.Append(Text($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static string Font(FontWidths font) =>
        $"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /{font.Name} /FirstChar 32 /LastChar 255 /Widths [{font.List}] >>";

    private void Append(int page, FormattableString operation) => _pages[page].Append(Text(operation)).Append('\n');

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
