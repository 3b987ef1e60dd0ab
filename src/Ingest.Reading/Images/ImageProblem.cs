using System.Globalization;
using Ingest.Model.Findings;

namespace Ingest.Reading.Images;

/// <summary>What can be wrong with an image, in the words of findings.</summary>
internal static class ImageProblem
{
    public static Wording NoImage { get; } = new("aucune image n'y est décrite", "it describes no image");

    public static Wording Cut { get; } = new("le fichier s'arrête avant la fin de l'image", "the file ends before the image does");

    public static Wording Damaged { get; } = new("la description de l'image est abîmée", "the description of the image is damaged");

    public static Wording UnknownPixels { get; } = new("ses pixels sont codés d'une manière qui n'est pas lue ici", "its pixels are coded in a way that is not read here");

    public static Wording BrokenChain { get; } = new("la suite des pages est abîmée", "the chain of pages is damaged");

    public static Wording TooLarge(ImageFrame frame, int most) => new(
        string.Create(CultureInfo.InvariantCulture, $"l'image annonce {frame.Width} × {frame.Height} pixels, plus que les {most} admis"),
        string.Create(CultureInfo.InvariantCulture, $"the image states {frame.Width} × {frame.Height} pixels, more than the {most} allowed"));

    public static Wording TooManyPages(int most) => new(
        string.Create(CultureInfo.InvariantCulture, $"le fichier a plus de {most} pages"),
        string.Create(CultureInfo.InvariantCulture, $"the file has more than {most} pages"));
}
