using System.Collections.Immutable;
using Ingest.Classification.Features;

namespace Ingest.Classification;

/// <summary>What makes features of texts for one taxonomy, as data.</summary>
public sealed record TaxonomyResources
{
    /// <summary>The taxonomy.</summary>
    public required Taxonomy Taxonomy { get; init; }

    /// <summary>Acronyms and abbreviations.</summary>
    public required Glossary Glossary { get; init; }

    /// <summary>Terms that lean to leaves.</summary>
    public required LeafLexicon Lexicon { get; init; }

    /// <summary>Words that say nothing of a text's matter.</summary>
    public required ImmutableArray<string> LittleWords { get; init; }

    /// <summary>What makes sentence vectors of texts beside all these; null for none, as is the rule.</summary>
    public SentenceEmbedding? Sentences { get; init; }

    /// <summary>SHA-256 over the files of all these but the sentence model, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    internal TextToFeatures ToFeatures(FeatureOptions options) => new(Glossary, Lexicon, LittleWords, options);

    /// <summary>Reads a model file of this taxonomy.</summary>
    /// <exception cref="InvalidDataException">It is no model file, or that of another taxonomy.</exception>
    public TextClassifier Load(Stream model)
    {
        var read = ModelFile.Read(model);
        if (read.Sentences?.Hash != Sentences?.Hash)
            throw new InvalidDataException("The model was fitted with another sentence model, or without one where one is named.");
        return read.Taxonomy == Taxonomy.Id && read.Classes.Where(name => name != ClassifierModel.None).SequenceEqual(Taxonomy.Leaves.Select(leaf => leaf.Id))
            ? ToClassifier(read)
            : throw new InvalidDataException($"The model is of « {read.Taxonomy} », with other leaves than « {Taxonomy.Id} » version {Taxonomy.Version}.");
    }

    internal TextClassifier ToClassifier(ClassifierModel model) => new(model, Taxonomy, ToFeatures(model.Options), Sentences);
}
