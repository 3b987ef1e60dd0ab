using System.Collections.Immutable;
using System.Text;
using Ingest.Classification.Features;

namespace Ingest.Classification.Training;

/// <summary>Text as a poor scan gives it back: letters taken for others, accents lost, words broken. The same text gives the same noise.</summary>
public static class OcrNoise
{
    private static readonly ImmutableArray<(string From, string To)> Confusions =
    [
        ("l", "1"), ("l", "I"), ("i", "l"), ("rn", "m"), ("m", "rn"), ("e", "c"), ("é", "e"), ("è", "e"), ("ê", "e"), ("à", "a"), ("ç", "c"), ("ô", "o"),
        ("o", "0"), ("s", "5"), ("n", "u"), ("u", "n"), ("h", "b"), ("t", "f"), ("d", "cl"), ("g", "q"), ("a", "o"), ("'", " "),
    ];

    /// <summary>The text with noise.</summary>
    /// <param name="text">The text.</param>
    /// <param name="share">Share of its characters that are touched, 0..1.</param>
    public static string Apply(string text, double share)
    {
        var random = new Random((int)(TextToFeatures.Key(FeatureKind.Gram, text) & int.MaxValue));
        var noisy = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (random.NextDouble() >= share)
            {
                noisy.Append(text[i]);
                continue;
            }

            var rest = text.AsSpan(i);
            var fitting = Confusions.Where(pair => text.AsSpan(i).StartsWith(pair.From, StringComparison.Ordinal)).ToArray();
            switch (random.Next(10))
            {
                case 0: // lost
                    break;
                case 1: // broken
                    noisy.Append(rest[0]).Append(' ');
                    break;
                case 2: // dirt
                    noisy.Append(rest[0]).Append(".,'~-"[random.Next(5)]);
                    break;
                default:
                    if (fitting.Length == 0)
                    {
                        noisy.Append(rest[0]);
                        break;
                    }

                    var (from, to) = fitting[random.Next(fitting.Length)];
                    noisy.Append(to);
                    i += from.Length - 1;
                    break;
            }
        }

        return noisy.ToString();
    }
}
