using Ingest.Evaluation;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ingest.RandomDocuments.Words;

/// <summary>The words of which documents are made: <c>corpus/random/*.yaml</c>.</summary>
public sealed class WordLists
{
    private WordLists(ProgrammationWords programmation, ConventionWords convention, FicheWords fiche) => (Programmation, Convention, Fiche) = (programmation, convention, fiche);

    /// <summary>Words of programmations.</summary>
    internal ProgrammationWords Programmation { get; }

    /// <summary>Words of conventions.</summary>
    internal ConventionWords Convention { get; }

    /// <summary>Words of action sheets.</summary>
    internal FicheWords Fiche { get; }

    /// <summary>Reads the word lists of a folder.</summary>
    /// <param name="folder">Folder that holds words.yaml, strategy.yaml and fiches.yaml.</param>
    /// <exception cref="TruthFormatException">A list is missing or not of its form.</exception>
    public static WordLists Load(string folder) => new(Read<ProgrammationWords>(Path.Combine(folder, "words.yaml")), Read<ConventionWords>(Path.Combine(folder, "strategy.yaml")), Read<FicheWords>(Path.Combine(folder, "fiches.yaml")));

    private static T Read<T>(string path)
    {
        if (!File.Exists(path))
            throw new TruthFormatException(path, null, "the file is missing.");
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build();
        try
        {
            using var reader = new StreamReader(path);
            return yaml.Deserialize<T>(reader) ?? throw new TruthFormatException(path, null, "the file is empty.");
        }
        catch (YamlException error)
        {
            throw new TruthFormatException(path, error.Start.Line, error.InnerException?.Message ?? error.Message, error);
        }
    }
}
