using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Ingest.Classification;
using Ingest.Classification.Features;
using Ingest.Vocabulary;

namespace Ingest.Pipeline;

/// <summary>The taxonomies of a definition with what places texts in them: terms, crosswalks, models. Models are read when the first text is placed.</summary>
public sealed class TaxonomyLoader
{
    private readonly ProductFiles _files;
    private readonly SentenceModelChoice? _choice;
    private readonly Lazy<SentenceEmbedding?> _sentences;

    /// <summary>A loader of the product's files.</summary>
    /// <param name="files">Where they lie.</param>
    /// <param name="sentences">The sentence model of a definition: it is opened when it is needed, once, and the classifiers are those that were fitted with it; null for none.</param>
    public TaxonomyLoader(ProductFiles files, SentenceModelChoice? sentences = null)
    {
        (_files, _choice) = (files, sentences);
        _sentences = new Lazy<SentenceEmbedding?>(() => sentences is null ? null : SentenceModelLoader.Open(sentences));
    }

    /// <summary>The names of the taxonomies there are.</summary>
    public ImmutableArray<string> Names() => NamesIn(_files.Taxonomies);

    /// <summary>One classifier per taxonomy.</summary>
    /// <param name="taxonomies">The taxonomies of a definition, in its order.</param>
    /// <param name="options">Thresholds.</param>
    /// <exception cref="DefinitionException">A file is missing or wrong, or a taxonomy has several models or none with the sentence model; a model that cannot be read is told of when the first text is placed.</exception>
    public ImmutableArray<TaxonomyClassifier> Classifiers(ImmutableArray<DefinitionFile> taxonomies, ClassificationOptions options)
    {
        // Before any document is read: a sentence model that cannot be used is no document's fault.
        _ = _sentences.Value;
        var loaded = taxonomies.Select(file => (File: file, Taxonomy: TaxonomyYaml.Load(file.FullPath))).ToArray();
        var classifiers = loaded.Where(item => FindModel(item.Taxonomy.Id) is not null)
            .ToDictionary(item => item.Taxonomy.Id, item => new Lazy<TextClassifier>(() => LoadClassifier(Resources(item.File.FullPath, item.Taxonomy))), StringComparer.Ordinal);
        return [.. loaded.Select(item => ToClassifier(item.Taxonomy, classifiers, options))];
    }

    /// <summary>A taxonomy of the product with what makes features of texts.</summary>
    /// <param name="name">Its name in <c>pipelines/taxonomies</c>.</param>
    /// <exception cref="DefinitionException">There is none, or a file is wrong.</exception>
    public TaxonomyResources Resources(string name)
    {
        if (!Names().Contains(name))
            throw DefinitionProblem.UnknownTaxonomy(name, Names());
        var file = Path.Combine(_files.Taxonomies, name + ".yaml");
        return Resources(file, TaxonomyYaml.Load(file));
    }

    /// <summary>The fitted classifier of a taxonomy.</summary>
    /// <exception cref="DefinitionException">There is none, or it cannot be read.</exception>
    public TextClassifier LoadClassifier(TaxonomyResources resources)
    {
        var model = FindModel(resources.Taxonomy.Id) ?? throw NoModel(resources.Taxonomy.Id);
        try
        {
            using var stream = File.OpenRead(model);
            return resources.Load(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw DefinitionProblem.BadModel(model, error.Message);
        }
    }

    /// <summary>The files that place texts in some taxonomies, beside these themselves.</summary>
    internal IEnumerable<string> FilesOf(ImmutableArray<DefinitionFile> taxonomies)
    {
        if (taxonomies.IsEmpty)
            yield break;
        if (File.Exists(_files.Glossary))
            yield return _files.Glossary;
        foreach (var taxonomy in taxonomies)
        {
            var id = Path.GetFileNameWithoutExtension(taxonomy.FullPath);
            if (Path.Combine(_files.LeafLexicons, id + ".yaml") is var lexicon && File.Exists(lexicon))
                yield return lexicon;
            foreach (var other in taxonomies)
            {
                if (CrosswalkFile(id, Path.GetFileNameWithoutExtension(other.FullPath), _files) is var crosswalk && File.Exists(crosswalk))
                    yield return crosswalk;
            }

            foreach (var model in ModelsIn(_files.Models, id, _choice?.Hash))
                yield return model;
        }
    }

    /// <summary>The model files of a taxonomy in a folder: one, unless something went wrong.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="taxonomy">Id of the taxonomy.</param>
    /// <param name="sentences">Hash of the sentence model that they were fitted with; null for those without.</param>
    public static ImmutableArray<string> ModelsIn(string folder, string taxonomy, string? sentences = null) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*" + ModelFile.Extension).Where(file => ModelFile.IsOf(taxonomy, sentences, file)).Order(StringComparer.Ordinal)]
        : [];

    private string? FindModel(string taxonomy) => ModelsIn(_files.Models, taxonomy, _choice?.Hash) switch
    {
        // Answers without what the definition asks for would pass for answers with it.
        [] when _choice is not null && !ModelsIn(_files.Models, taxonomy).IsEmpty => throw NoModel(taxonomy),
        [] => null,
        [var model] => model,
        var several => throw DefinitionProblem.SeveralModels(_files.Models, taxonomy, [.. several.Select(Path.GetFileName).OfType<string>()]),
    };

    private DefinitionException NoModel(string taxonomy) => _choice is null
        ? DefinitionProblem.NoModel(_files.Models, taxonomy)
        : DefinitionProblem.NoSentenceClassifier(_files.Models, taxonomy, _choice.Model.Name);

    private TaxonomyClassifier ToClassifier(Taxonomy taxonomy, Dictionary<string, Lazy<TextClassifier>> classifiers, ClassificationOptions options)
    {
        if (classifiers.TryGetValue(taxonomy.Id, out var own))
            return new TaxonomyClassifier(taxonomy, own, null, options);
        foreach (var (from, classifier) in classifiers.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            var file = CrosswalkFile(from, taxonomy.Id, _files);
            if (File.Exists(file))
                return new TaxonomyClassifier(taxonomy, classifier, TaxonomyYaml.LoadCrosswalk(file, TaxonomyYaml.Load(Path.Combine(_files.Taxonomies, from + ".yaml")), taxonomy), options);
        }

        return new TaxonomyClassifier(taxonomy, null, null, options);
    }

    private TaxonomyResources Resources(string file, Taxonomy taxonomy)
    {
        var lexiconFile = Path.Combine(_files.LeafLexicons, taxonomy.Id + ".yaml");
        var (glossary, littleWords) = TaxonomyYaml.LoadGlossary(_files.Glossary);
        using var functionWords = new StreamReader(_files.FunctionWords, Encoding.UTF8);
        string[] files = File.Exists(lexiconFile) ? [file, _files.Glossary, _files.FunctionWords, lexiconFile] : [file, _files.Glossary, _files.FunctionWords];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in files)
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(DefinitionHash.CanonicalText(File.ReadAllBytes(part)))));
        return new TaxonomyResources
        {
            Taxonomy = taxonomy,
            Glossary = glossary,
            Lexicon = File.Exists(lexiconFile) ? TaxonomyYaml.LoadLexicon(lexiconFile, taxonomy) : LeafLexicon.Empty(taxonomy.Id),
            LittleWords = [.. new FunctionWords(functionWords).French.Order(StringComparer.Ordinal), .. littleWords],
            Sentences = _sentences.Value,
            Hash = Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }

    private static string CrosswalkFile(string from, string to, ProductFiles files) => Path.Combine(files.Crosswalks, $"{from}.{to}.yaml");

    // The glossary lies among them; it is none.
    private ImmutableArray<string> NamesIn(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.yaml").Where(file => file != _files.Glossary).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];
}
