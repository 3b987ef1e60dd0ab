using DocumentFormat.OpenXml.Packaging;

namespace Ingest.Reading.Xlsx;

/// <summary>The texts that cells name by number.</summary>
internal sealed class SharedTexts
{
    private readonly List<RichText> _texts = [];

    /// <summary>What stopped the reading of the texts, null where all were read.</summary>
    public Exception? Damage { get; private init; }

    /// <summary>The text of that number, null where there is none.</summary>
    public RichText? At(int number) => number >= 0 && number < _texts.Count ? _texts[number] : null;

    /// <summary>Reads the part; of a damaged one the texts before the damage.</summary>
    public static SharedTexts Read(OpenXmlPart? part, PartXml xml, XlsxOptions options)
    {
        var texts = new SharedTexts();
        if (part is null)
            return texts;
        try
        {
            var left = options.MostTextThousands * 1000L;
            using var reader = xml.Open(part);
            while (reader.Read())
            {
                if (!reader.Opens("si"))
                    continue;
                var text = RichTextReader.Read(reader);
                left -= text.Text.Length;
                if (left < 0)
                    throw new InvalidDataException($"> {options.MostTextThousands} 000");
                texts._texts.Add(text);
            }

            return texts;
        }
        catch (Exception damage) when (PartXml.IsDamage(damage))
        {
            var read = new SharedTexts { Damage = damage };
            read._texts.AddRange(texts._texts);
            return read;
        }
    }
}
