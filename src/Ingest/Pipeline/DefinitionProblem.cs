using System.Globalization;
using System.Resources;
using Ingest.Model.Findings;

namespace Ingest.Pipeline;

/// <summary>Everything that can be wrong with a definition; texts stand in <c>DefinitionProblem.resx</c> under the member's name.</summary>
internal static class DefinitionProblem
{
    private static readonly ResourceManager Texts =
        new("Ingest.Pipeline.DefinitionProblem", typeof(DefinitionProblem).Assembly);

    public static DefinitionException Syntax(string file, int line, string detail) => At(file, line, nameof(Syntax), detail);

    public static DefinitionException Empty(string file) => At(file, 1, nameof(Empty));

    public static DefinitionException SeveralDocuments(string file, int line) => At(file, line, nameof(SeveralDocuments));

    public static DefinitionException Alias(string file, int line) => At(file, line, nameof(Alias));

    public static DefinitionException DuplicateKey(string file, int line, string key, int firstLine) =>
        At(file, line, nameof(DuplicateKey), key, firstLine.ToString(CultureInfo.InvariantCulture));

    public static DefinitionException UnknownKey(string file, int line, string key, IReadOnlyCollection<string> known)
    {
        var nearest = NearestWord.To(key, known);
        return nearest is null
            ? At(file, line, nameof(UnknownKey), key, Join(known))
            : At(file, line, "UnknownKeyNear", key, nearest, Join(known));
    }

    public static DefinitionException MissingKey(string file, int line, string key) => At(file, line, nameof(MissingKey), key);

    public static DefinitionException BadWord(string file, int line, string key, string value, IReadOnlyCollection<string> allowed)
    {
        var nearest = NearestWord.To(value, allowed);
        return nearest is null
            ? At(file, line, nameof(BadWord), key, value, Join(allowed))
            : At(file, line, "BadWordNear", key, value, Join(allowed), nearest);
    }

    public static DefinitionException BadNumber(string file, int line, string key, string value, decimal least, decimal most) =>
        At(file, line, nameof(BadNumber), key, value, Plain(least), Plain(most));

    public static DefinitionException NotWhole(string file, int line, string key, string value, int least, int most) =>
        At(file, line, nameof(NotWhole), key, value, Plain(least), Plain(most));

    public static DefinitionException NotAWord(string file, int line, string key) => At(file, line, nameof(NotAWord), key);

    public static DefinitionException NotAList(string file, int line, string key) => At(file, line, nameof(NotAList), key);

    public static DefinitionException NotAMap(string file, int line, string key) => At(file, line, nameof(NotAMap), key);

    public static DefinitionException Repeated(string file, int line, string key, string value) =>
        At(file, line, nameof(Repeated), key, value);

    public static DefinitionException NameMismatch(string file, int line, string name, string expected) =>
        At(file, line, nameof(NameMismatch), name, expected);

    public static DefinitionException MissingFile(string file, int line, string name, string folder, IReadOnlyCollection<string> there) =>
        At(file, line, nameof(MissingFile), name, folder, Join(there));

    public static DefinitionException UnknownDefinition(string name, IReadOnlyCollection<string> there)
    {
        var nearest = NearestWord.To(name, there);
        return nearest is null
            ? At(name, 0, nameof(UnknownDefinition), Join(there))
            : At(name, 0, "UnknownDefinitionNear", Join(there), nearest);
    }

    public static DefinitionException UnknownParent(string file, int line, string name, IReadOnlyCollection<string> there) =>
        At(file, line, nameof(UnknownParent), name, Join(there));

    public static DefinitionException Circle(string file, int line, string chain) => At(file, line, nameof(Circle), chain);

    public static DefinitionException CannotOpen(string file, string detail) => At(file, 0, nameof(CannotOpen), detail);

    public static DefinitionException BadPlace(string file, int line, string id, string expected) => At(file, line, nameof(BadPlace), id, expected);

    public static DefinitionException UnknownPlace(string file, int line, string id, string taxonomy) => At(file, line, nameof(UnknownPlace), id, taxonomy);

    public static DefinitionException OtherTaxonomy(string file, int line, string id, string expected) => At(file, line, nameof(OtherTaxonomy), id, expected);

    public static DefinitionException BadShares(string file, int line, string id, double sum) => At(file, line, nameof(BadShares), id, sum.ToString("0.###", CultureInfo.InvariantCulture));

    public static DefinitionException MissingLeaf(string file, string id) => At(file, 0, nameof(MissingLeaf), id);

    public static DefinitionException BadModel(string file, string detail) => At(file, 0, nameof(BadModel), detail);

    public static DefinitionException SeveralModels(string folder, string taxonomy, IReadOnlyCollection<string> there) => At(folder, 0, nameof(SeveralModels), taxonomy, Join(there));

    public static DefinitionException NoModel(string folder, string taxonomy) => At(folder, 0, nameof(NoModel), taxonomy);

    public static DefinitionException NoSentenceClassifier(string folder, string taxonomy, string model) => At(folder, 0, nameof(NoSentenceClassifier), taxonomy, model);

    public static DefinitionException MissingSentenceFile(string file, int line, string name, string path) => At(file, line, nameof(MissingSentenceFile), name, path);

    /// <summary>A sentence model cannot be used; each problem has its text under « Sentence » and its name.</summary>
    public static DefinitionException BadSentenceModel(string file, string problem, IEnumerable<string> details) => At(file, 0, "Sentence" + problem, [.. details]);

    public static DefinitionException UnknownTaxonomy(string name, IReadOnlyCollection<string> there) => At(name, 0, nameof(UnknownTaxonomy), Join(there));

    private static DefinitionException At(string file, int line, string text, params string[] words) => new(
        file,
        line,
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(text, Languages.French)!, words),
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(text, Languages.English)!, words));

    private static string Join(IReadOnlyCollection<string> words) => words.Count == 0 ? "–" : string.Join(", ", words);

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
