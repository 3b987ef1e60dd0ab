using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Ingest.Model.Documents;
using Ingest.Pipeline;
using Ingest.Reading;

namespace Ingest.Running.Ledger;

/// <summary>
/// The program that makes a result, as far as it decides the result's bytes: its version, its compiled code, and the files that it
/// reads beside what the definition names. A definition's own hash tells the rest.
/// </summary>
public static class EngineIdentity
{
    private static readonly Assembly[] Code = [typeof(IngestedDocument).Assembly, typeof(SourceReader).Assembly, typeof(EngineIdentity).Assembly];

    /// <summary>Version and hash: « 0.1.0 3f2a… ».</summary>
    /// <param name="definition">The definition: vocabularies that it does not name are the product's.</param>
    /// <param name="files">Where registers and vocabularies lie.</param>
    public static string Of(PipelineDefinition definition, ProductFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // The compiler makes the id of a module from all of its code: a program that was changed without a new version is another.
        foreach (var assembly in Code)
            hash.AppendData(assembly.ManifestModule.ModuleVersionId.ToByteArray());
        var named = definition.Vocabularies.Files().Select(vocabulary => vocabulary.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Below(files.Registers).Concat(Below(files.Vocabularies).Where(file => !named.Contains(Path.GetFileNameWithoutExtension(file)))))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file) + "\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return $"{DocumentProcessor.ProducerOf(definition).Version} {Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}";
    }

    private static IEnumerable<string> Below(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".gz" or ".tsv" or ".yaml").Order(StringComparer.Ordinal)
        : [];
}
