using System.Text;
using System.Text.Json.Nodes;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Ingest.Corpus.Tests.Places;

/// <summary>
/// Opens a PDF without any of the program's own reading and looks whether the text of evidence stands in its boxes. Each
/// word of the evidence must be one run of the letters whose centre lies in the boxes, white space left aside; in which order
/// the words stand does not matter, since a row's cells may be painted in any.
/// </summary>
internal static class PdfEvidence
{
    // In points: boxes are written with two decimals, and fonts differ in what they call the height of a letter.
    private const double Margin = 1.5;

    /// <summary>Evidence whose words are not in its boxes: its pointer, its text and the first word not found.</summary>
    public static IReadOnlyList<string> NotFound(byte[] pdf, JsonObject document)
    {
        using var file = PdfDocument.Open(pdf);
        var letters = file.GetPages().ToDictionary(page => page.Number, ToLetters);
        return [.. AllEvidence("", document).SelectMany(found => Check(found.Pointer, found.Evidence, letters))];
    }

    private static IEnumerable<string> Check(string pointer, JsonObject evidence, Dictionary<int, List<PlacedLetter>> pages)
    {
        if (evidence["origin"]!.GetValue<string>() != "text")
            yield break;
        var inBoxes = new StringBuilder();
        foreach (var region in evidence["regions"]!.AsArray())
        {
            if (region!["page"] is not { } page || region["bbox"] is not JsonArray box)
            {
                yield return $"{pointer}: a region without page and box";
                yield break;
            }

            var sides = box.Select(side => side!.GetValue<double>()).ToArray();
            foreach (var letter in pages.GetValueOrDefault(page.GetValue<int>()) ?? [])
            {
                if (letter.X >= sides[0] - Margin && letter.X <= sides[2] + Margin && letter.Y >= sides[1] - Margin && letter.Y <= sides[3] + Margin)
                    inBoxes.Append(letter.Text);
            }
        }

        var there = Fold(inBoxes.ToString());
        var missing = evidence["text"]!.GetValue<string>().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(word => !there.Contains(Fold(word), StringComparison.Ordinal));
        if (missing is not null)
            yield return $"{pointer}: « {missing} » of « {evidence["text"]} » is not in its box; there is « {there} »";
    }

    private static IEnumerable<(string Pointer, JsonObject Evidence)> AllEvidence(string pointer, JsonNode? node) => node switch
    {
        JsonObject fields when fields.ContainsKey("regions") => [(pointer, fields)],
        JsonObject fields => fields.SelectMany(field => AllEvidence($"{pointer}/{field.Key}", field.Value)),
        JsonArray items => items.SelectMany((item, index) => AllEvidence($"{pointer}/{index}", item)),
        _ => [],
    };

    private static List<PlacedLetter> ToLetters(Page page) =>
    [
        .. page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).Select(letter => new PlacedLetter(
            (letter.BoundingBox.Left + letter.BoundingBox.Right) / 2,
            page.Height - ((letter.BoundingBox.Top + letter.BoundingBox.Bottom) / 2),
            letter.Value)),
    ];

    // Compatibility forms undo ligatures; hyphens are left aside because a line's end adds one that the text has not; letters
    // painted twice for boldness come out twice in a row in the file and once in the evidence.
    private static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormKD)
        .Where(c => char.IsLetterOrDigit(c) || c is '€' or '%' or ',' or '.'));

    private sealed record PlacedLetter(double X, double Y, string Text);
}
