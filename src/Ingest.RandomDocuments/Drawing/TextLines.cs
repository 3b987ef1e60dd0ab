namespace Ingest.RandomDocuments.Drawing;

/// <summary>Breaks text into lines.</summary>
internal static class TextLines
{
    /// <summary>Lines no longer than a width, broken at spaces; a word that is longer than that has a line of its own.</summary>
    public static List<string> Of(string text, FontWidths font, double size, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' '))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (line.Length > 0 && font.Of(longer, size) > width)
                {
                    lines.Add(line);
                    line = word;
                }
                else
                {
                    line = longer;
                }
            }

            lines.Add(line);
        }

        return lines;
    }
}
