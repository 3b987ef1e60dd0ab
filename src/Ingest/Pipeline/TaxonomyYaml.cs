using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Ingest.Classification;

namespace Ingest.Pipeline;

/// <summary>YAML of <c>pipelines/taxonomies/</c> to taxonomies, glossaries, lexicons and crosswalks, and taxonomies back; what is wrong is refused with its file and line.</summary>
public static class TaxonomyYaml
{
    // Shares are written with two or three decimals.
    private const double ShareSlack = 0.005;

    private static readonly ImmutableArray<string> LevelKeys = ["enjeux", "orientations", "objectives"];

    /// <summary>Loads a taxonomy.</summary>
    /// <exception cref="DefinitionException">It is missing or wrong.</exception>
    public static Taxonomy Load(string file)
    {
        var root = new DefinitionSection(file, Open(file));
        var (id, title, source) = (Required(root, "id"), root.Word("title")?.Text, root.Word("source")?.Text);
        var taxonomy = new Taxonomy(id, root.Whole("version", 1, 1, 1_000_000), Nodes(root, 0, ""))
        {
            Title = title,
            Source = source,
            Start = YearOf(root, "start"),
            End = YearOf(root, "end"),
        };
        root.Word("written");
        root.RefuseTheRest();
        return taxonomy;
    }

    /// <summary>A taxonomy as <see cref="Load"/> reads it; the same taxonomy gives the same text.</summary>
    public static string Write(Taxonomy taxonomy)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"id: {taxonomy.Id}\nversion: {taxonomy.Version}\n");
        if (taxonomy.Title is not null)
            text.Append(CultureInfo.InvariantCulture, $"title: {Quoted(taxonomy.Title)}\n");
        if (taxonomy.Source is not null)
            text.Append(CultureInfo.InvariantCulture, $"source: {Quoted(taxonomy.Source)}\n");
        if (taxonomy.Start is not null)
            text.Append(CultureInfo.InvariantCulture, $"start: {taxonomy.Start}\n");
        if (taxonomy.End is not null)
            text.Append(CultureInfo.InvariantCulture, $"end: {taxonomy.End}\n");
        text.Append('\n');
        Write(text, taxonomy.Roots, 0);
        return text.ToString();
    }

    /// <summary>Loads a glossary.</summary>
    /// <exception cref="DefinitionException">It is missing or wrong.</exception>
    public static (Glossary Glossary, ImmutableArray<string> LittleWords) LoadGlossary(string file)
    {
        var root = new DefinitionSection(file, Open(file));
        var glossary = new Glossary(Entries(root, "acronyms", "acronym"), Entries(root, "abbreviations", "short"));
        var littleWords = Texts(root, "littleWords");
        root.RefuseTheRest();
        return (glossary, littleWords);
    }

    /// <summary>Loads the terms that lean to the leaves of a taxonomy.</summary>
    /// <exception cref="DefinitionException">It is missing or wrong.</exception>
    public static LeafLexicon LoadLexicon(string file, Taxonomy taxonomy)
    {
        var root = new DefinitionSection(file, Open(file));
        RefuseOther(root, "taxonomy", taxonomy.Id);
        var leaves = root.Sections("leaves").Select(section =>
        {
            var leaf = LeafOf(section, taxonomy);
            var terms = new LeafTerms(leaf, Texts(section, "terms"));
            section.RefuseTheRest();
            return terms;
        }).ToImmutableArray();
        root.RefuseTheRest();
        return new LeafLexicon(taxonomy.Id, leaves);
    }

    /// <summary>Loads a crosswalk.</summary>
    /// <exception cref="DefinitionException">It is missing or wrong.</exception>
    public static Crosswalk LoadCrosswalk(string file, Taxonomy from, Taxonomy to)
    {
        var root = new DefinitionSection(file, Open(file));
        RefuseOther(root, "from", from.Id);
        RefuseOther(root, "to", to.Id);
        root.Word("source");
        var entries = root.Sections("leaves").Select(section => EntryOf(section, from, to)).ToImmutableArray();
        root.RefuseTheRest();
        var missing = from.Leaves.FirstOrDefault(leaf => !entries.Any(entry => entry.Leaf == leaf.Id));
        return missing is null ? new Crosswalk(from.Id, to.Id, entries) : throw DefinitionProblem.MissingLeaf(file, missing.Id);
    }

    private static ImmutableArray<TaxonomyNode> Nodes(DefinitionSection section, int level, string parent)
    {
        if (level == LevelKeys.Length)
            return [];
        var nodes = ImmutableArray.CreateBuilder<TaxonomyNode>();
        foreach (var item in section.Sections(LevelKeys[level]))
        {
            // The id is the place: one that is out of step would put every text elsewhere.
            var expected = parent.Length == 0 ? $"{nodes.Count + 1}" : $"{parent}.{nodes.Count + 1}";
            var id = Required(item, "id");
            if (id != expected)
                throw DefinitionProblem.BadPlace(item.File, item.Line, id, expected);
            nodes.Add(new TaxonomyNode { Id = id, Title = Required(item, "title"), Variants = Texts(item, "variants"), Doubt = item.Word("doubt")?.Text, Children = Nodes(item, level + 1, id) });
            item.RefuseTheRest();
        }

        if (level == 0 && nodes.Count == 0)
            throw DefinitionProblem.MissingKey(section.File, section.Line, LevelKeys[0]);
        return nodes.ToImmutable();
    }

    private static CrosswalkEntry EntryOf(DefinitionSection section, Taxonomy from, Taxonomy to)
    {
        var leaf = LeafOf(section, from);
        var places = section.Sections("places").Select(place =>
        {
            var id = Required(place, "to");
            if (to.Find(id) is null)
                throw DefinitionProblem.UnknownPlace(place.File, place.Line, id, to.Id);
            var found = new CrosswalkPlace(id, place.Real("confidence", 1, 0, 1));
            place.RefuseTheRest();
            return found;
        }).ToImmutableArray();
        section.RefuseTheRest();
        var sum = places.Sum(place => place.Confidence);
        return Math.Abs(sum - 1) <= ShareSlack ? new CrosswalkEntry(leaf, places) : throw DefinitionProblem.BadShares(section.File, section.Line, leaf, sum);
    }

    private static string LeafOf(DefinitionSection section, Taxonomy taxonomy)
    {
        var leaf = Required(section, "leaf");
        return taxonomy.Find(leaf) is { Children.IsEmpty: true } ? leaf : throw DefinitionProblem.UnknownPlace(section.File, section.Line, leaf, taxonomy.Id);
    }

    private static void RefuseOther(DefinitionSection root, string key, string expected)
    {
        if (Required(root, key) is var found && found != expected)
            throw DefinitionProblem.OtherTaxonomy(root.File, root.Line, found, expected);
    }

    private static ImmutableArray<GlossaryEntry> Entries(DefinitionSection root, string list, string key)
    {
        var entries = ImmutableArray.CreateBuilder<GlossaryEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in root.Sections(list))
        {
            var entry = new GlossaryEntry(Required(section, key), Required(section, "meaning"));
            section.RefuseTheRest();
            if (!seen.Add(entry.Short))
                throw DefinitionProblem.Repeated(section.File, section.Line, $"{list}.{key}", entry.Short);
            entries.Add(entry);
        }

        return entries.ToImmutable();
    }

    private static void Write(StringBuilder text, ImmutableArray<TaxonomyNode> nodes, int level)
    {
        if (nodes.IsEmpty)
            return;
        var indent = new string(' ', level * 4);
        text.Append(CultureInfo.InvariantCulture, $"{indent}{LevelKeys[level]}:\n");
        foreach (var node in nodes)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}  - id: \"{node.Id}\"\n{indent}    title: {Quoted(node.Title)}\n");
            if (!node.Variants.IsEmpty)
                text.Append(CultureInfo.InvariantCulture, $"{indent}    variants: [{string.Join(", ", node.Variants.Select(Quoted))}]\n");
            if (node.Doubt is not null)
                text.Append(CultureInfo.InvariantCulture, $"{indent}    doubt: {Quoted(node.Doubt)}\n");
            Write(text, node.Children, level + 1);
        }
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Required(DefinitionSection section, string key) => section.Word(key)?.Text ?? throw DefinitionProblem.MissingKey(section.File, section.Line, key);

    private static int? YearOf(DefinitionSection section, string key) => section.Word(key) is null ? null : section.Whole(key, 0, 1900, 2200);

    private static ImmutableArray<string> Texts(DefinitionSection section, string key) => section.Words(key, null) is { } words ? [.. words.Select(word => word.Text!)] : [];

    private static DefinitionMap Open(string file)
    {
        try
        {
            return DefinitionYaml.Parse(file, DefinitionHash.CanonicalText(File.ReadAllBytes(file)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw DefinitionProblem.CannotOpen(file, error.Message);
        }
    }
}
