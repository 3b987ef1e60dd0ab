using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ingest.Pipeline;

/// <summary>The hash that tells whether a document was made by the same definition, down to its vocabularies.</summary>
internal static class DefinitionHash
{
    /// <summary>Bytes as text, the same on every machine: no byte order mark, lines end in a line feed.</summary>
    public static string CanonicalText(byte[] bytes) =>
        new UTF8Encoding(false).GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");

    /// <summary>SHA-256 over the definition, its parent's hash and each file it uses, each with its role and length.</summary>
    public static string Of(PipelineDefinition definition, string text, string? parentHash, Func<string, byte[]> read, IEnumerable<string> classifiers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, "definition", text);
        if (parentHash is not null)
            Append(hash, "parent", parentHash);
        foreach (var (key, file) in definition.Vocabularies.Files())
            Append(hash, "vocabulary " + key, CanonicalText(read(file.FullPath)));
        foreach (var taxonomy in definition.Taxonomies)
            Append(hash, "taxonomy " + taxonomy.Name, CanonicalText(read(taxonomy.FullPath)));
        // What places texts beside the taxonomies themselves; a model's name tells its data, its bytes the way it was fitted.
        foreach (var file in classifiers)
            Append(hash, "classifier " + Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(read(file))));
        if (definition.SentenceModel is { } sentences)
            Append(hash, "sentence model", sentences.Hash);
        if (definition.Calibration is { } calibration)
            Append(hash, "calibration", CanonicalText(read(calibration.FullPath)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string role, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{role} {bytes.Length}\n")));
        hash.AppendData(bytes);
    }
}
