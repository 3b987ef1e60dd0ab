using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Classification.Training;

/// <summary>
/// Tab-separated files of labelled texts. In a folder their names begin with what they are for: <c>train-</c>, <c>dev-</c>, <c>unseen-</c>;
/// the last are read by <see cref="LoadUnseen"/> alone.
/// </summary>
public static class LabelledTexts
{
    private const string Pattern = "*.tsv";

    private static readonly ImmutableArray<string> Columns = ["id", "taxonomy", "label", "label2", "style", "writer", "commune", "year", "text"];
    private static readonly ImmutableArray<string> Styles = ["label-like", "indirect", "action", ClassifierModel.None];

    /// <summary>The texts of a taxonomy to learn from and to calibrate on.</summary>
    /// <param name="folder">Folder of the files.</param>
    /// <param name="taxonomy">The taxonomy; texts of others are passed over.</param>
    /// <param name="more">Files of reviewed texts, learned from beside those of the folder.</param>
    /// <exception cref="LabelledTextException">A file is missing or wrong.</exception>
    public static LabelledSet Load(string folder, Taxonomy taxonomy, IEnumerable<string> more)
    {
        var training = Files(folder, "train-").Concat(more).ToArray();
        var development = Files(folder, "dev-");
        if (training.Length == 0 || development.Length == 0)
            throw new LabelledTextException(folder, 0, "il faut au moins un fichier train-*.tsv et un fichier dev-*.tsv", "at least one file train-*.tsv and one dev-*.tsv are needed");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in training.Concat(development))
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText(file))));
        return new LabelledSet(
            [.. training.SelectMany(file => Read(file, CanonicalText(file), taxonomy))],
            [.. development.SelectMany(file => Read(file, CanonicalText(file), taxonomy))],
            Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The texts that nobody looks at: for the last score alone.</summary>
    /// <param name="folder">Folder of the files.</param>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <exception cref="LabelledTextException">A file is wrong.</exception>
    public static ImmutableArray<LabelledText> LoadUnseen(string folder, Taxonomy taxonomy) =>
        [.. Files(folder, "unseen-").SelectMany(file => Read(file, CanonicalText(file), taxonomy))];

    /// <summary>The rows of one file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="content">Its content: a header, then one row per text.</param>
    /// <param name="taxonomy">The taxonomy; texts of others are passed over.</param>
    /// <exception cref="LabelledTextException">A row is wrong.</exception>
    public static ImmutableArray<LabelledText> Read(string file, string content, Taxonomy taxonomy)
    {
        var lines = content.TrimStart('\uFEFF').Split('\n');
        if (!lines[0].TrimEnd('\r').Split('\t').SequenceEqual(Columns))
            throw new LabelledTextException(file, 1, $"la première ligne doit être : {string.Join(" ⇥ ", Columns)}", $"the first line must be: {string.Join(" ⇥ ", Columns)}");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var texts = ImmutableArray.CreateBuilder<LabelledText>(lines.Length);
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0)
                continue;
            var text = ToText(file, i + 1, line.Split('\t'), taxonomy);
            if (!ids.Add(text.Id))
                throw new LabelledTextException(file, i + 1, $"l'identifiant « {text.Id} » est déjà pris", $"the id “{text.Id}” is taken already");
            if (text.Taxonomy == taxonomy.Id)
                texts.Add(text);
        }

        return texts.ToImmutable();
    }

    private static LabelledText ToText(string file, int line, string[] cells, Taxonomy taxonomy)
    {
        if (cells.Length != Columns.Length)
            throw new LabelledTextException(file, line, $"{cells.Length} colonnes au lieu de {Columns.Length}", $"{cells.Length} columns in place of {Columns.Length}");
        var isOurs = cells[1] == taxonomy.Id;
        if (isOurs)
        {
            RefuseUnknown(file, line, "label", cells[2], taxonomy);
            if (cells[3].Length > 0)
                RefuseUnknown(file, line, "label2", cells[3], taxonomy);
        }

        if (!Styles.Contains(cells[4]))
            throw new LabelledTextException(file, line, $"style « {cells[4]} » inconnu ; admis : {string.Join(", ", Styles)}", $"unknown style “{cells[4]}”; allowed: {string.Join(", ", Styles)}");
        if (string.IsNullOrWhiteSpace(cells[8]))
            throw new LabelledTextException(file, line, "le texte manque", "the text is missing");
        return new LabelledText
        {
            Id = cells[0],
            Taxonomy = cells[1],
            Label = cells[2],
            SecondLabel = cells[3].Length == 0 ? null : cells[3],
            Style = cells[4],
            Writer = cells[5],
            Commune = cells[6],
            Year = int.TryParse(cells[7], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
            Text = cells[8],
        };
    }

    private static void RefuseUnknown(string file, int line, string column, string label, Taxonomy taxonomy)
    {
        if (label != ClassifierModel.None && taxonomy.Find(label) is not { Children.IsEmpty: true })
            throw new LabelledTextException(file, line, $"{column} « {label} » : ce n'est ni une feuille de « {taxonomy.Id} » ni « none »", $"{column} “{label}”: neither a leaf of “{taxonomy.Id}” nor “none”");
    }

    private static string[] Files(string folder, string prefix) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, prefix + Pattern).Order(StringComparer.Ordinal)]
        : [];

    private static string CanonicalText(string file)
    {
        try
        {
            return File.ReadAllText(file, Encoding.UTF8).ReplaceLineEndings("\n");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LabelledTextException(file, 0, "ne peut pas être ouvert : " + error.Message, "cannot be opened: " + error.Message);
        }
    }
}
