using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Classification;
using Ingest.Classification.Training;

namespace Ingest.Evaluation.Placing;

/// <summary>Scores of placed texts as Markdown.</summary>
public static class PlacingText
{
    private const int QuotedLength = 70;

    /// <summary>A table of scores, a row each.</summary>
    public static string ToTable(Taxonomy taxonomy, IEnumerable<(string Name, ImmutableArray<PlacedLabel> Placed)> rows)
    {
        var text = new StringBuilder("| texts placed | n | leaf | top 3 | orientation | enjeu | macro-F1 | ECE | right at 70 % | none: precision | recall |\n| - | -: | -: | -: | -: | -: | -: | -: | -: | -: | -: |\n");
        foreach (var (name, placed) in rows)
        {
            var score = PlacingScore.Of(taxonomy, placed);
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {score.Texts} | {F(score.Leaf)} | {F(score.Top3)} | {F(score.Orientation)} | {F(score.Enjeu)} | {F(score.MacroF1)} | {F(score.CalibrationError)} | {F(score.Covered)} | {F(score.NonePrecision)} | {F(score.NoneRecall)} |\n");
        }

        return text.ToString();
    }

    /// <summary>Scores of groups of texts, each placed by a model that saw none of its group, and their mean: each group weighing the same, however many texts it has.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="name">What the groups are.</param>
    /// <param name="group">What a text's group is.</param>
    /// <param name="placed">The texts of all groups.</param>
    public static string ToGroupTable(Taxonomy taxonomy, string name, Func<LabelledText, string> group, ImmutableArray<PlacedLabel> placed)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"| {name} left out | n | leaf | top 3 | orientation | enjeu |\n| - | -: | -: | -: | -: | -: |\n");
        // A group whose texts all place nothing has no score.
        var scores = placed.GroupBy(item => group(item.Text), StringComparer.Ordinal).Where(texts => texts.Any(item => !item.IsNone)).OrderBy(texts => texts.Key, StringComparer.Ordinal)
            .Select(texts => (texts.Key, Score: PlacingScore.Of(taxonomy, [.. texts]))).ToArray();
        foreach (var (key, score) in scores)
            text.Append(CultureInfo.InvariantCulture, $"| {key} | {score.Texts} | {F(score.Leaf)} | {F(score.Top3)} | {F(score.Orientation)} | {F(score.Enjeu)} |\n");
        double Mean(Func<PlacingScore, double> value) => scores.Select(item => value(item.Score)).DefaultIfEmpty(double.NaN).Average();
        text.Append(CultureInfo.InvariantCulture, $"| **mean of the {scores.Length}** | {placed.Length} | {F(Mean(score => score.Leaf))} | {F(Mean(score => score.Top3))} | {F(Mean(score => score.Orientation))} | {F(Mean(score => score.Enjeu))} |\n");
        return text.ToString();
    }

    /// <summary>The leaves that are taken for one another most often.</summary>
    public static string ToConfusions(IEnumerable<PlacedLabel> placed, int most)
    {
        var text = new StringBuilder("| right | answered | texts |\n| - | - | -: |\n");
        var pairs = placed.Where(item => !item.IsRight).CountBy(item => (item.Text.Label, item.Answer))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Label, StringComparer.Ordinal).ThenBy(pair => pair.Key.Answer, StringComparer.Ordinal).Take(most);
        foreach (var ((right, answer), count) in pairs)
            text.Append(CultureInfo.InvariantCulture, $"| {right} | {answer} | {count} |\n");
        return text.ToString();
    }

    /// <summary>Every text whose answer is wrong, with both places.</summary>
    public static string ToErrorList(IEnumerable<PlacedLabel> placed)
    {
        var text = new StringBuilder();
        foreach (var item in placed.Where(item => !item.IsRight))
            text.Append(CultureInfo.InvariantCulture, $"- {item.Text.Id} {item.Text.Label} / {item.Answer} {F(item.Confidence)}: {Quoted(item.Text.Text)}\n");
        return text.ToString();
    }

    /// <summary>A document's texts beside its own places.</summary>
    public static string ToMarkdown(StatedComparison comparison)
    {
        var stated = comparison.Texts.Where(text => text.Place.Stated is not null).ToArray();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{comparison.Document}: {comparison.Texts.Length} texts, {stated.Length} with a stated place");
        if (stated.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"; answer the same {F(Share(stated, item => item.Place.Label == item.Place.Stated))}, among the places told {F(Share(stated, IsTold))}, same orientation {F(Share(stated, item => Prefix(item.Place.Label!, 2) == Prefix(item.Place.Stated!, 2)))}, same enjeu {F(Share(stated, item => Prefix(item.Place.Label!, 1) == Prefix(item.Place.Stated!, 1)))}");
        text.Append("\n\n| text | stated | answer | probability | decision |\n| - | - | - | -: | - |\n");
        foreach (var item in comparison.Texts)
            text.Append(CultureInfo.InvariantCulture, $"| {Quoted(item.Text)} | {item.Place.Stated ?? "–"} | {item.Place.Label ?? "–"} | {item.Place.Probability:0.00} | {item.Place.Decision} |\n");
        return text.ToString();
    }

    private static bool IsTold(StatedText item) => item.Place.Label == item.Place.Stated || item.Place.Alternatives.Any(place => place.Label == item.Place.Stated);

    private static string Prefix(string id, int levels) => string.Join('.', id.Split('.').Take(levels));

    private static double Share(StatedText[] texts, Func<StatedText, bool> isSo) => (double)texts.Count(isSo) / texts.Length;

    private static string F(double value) => double.IsNaN(value) ? "–" : value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Quoted(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace("|", "/", StringComparison.Ordinal);
        return line.Length <= QuotedLength ? line : line[..QuotedLength].TrimEnd() + "…";
    }
}
