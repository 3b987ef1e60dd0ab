using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Classification.Features;
using Ingest.Embeddings;

namespace Ingest.Pipeline;

/// <summary>The sentence model of a definition, from its section and into memory. The library that runs it is loaded by <see cref="Open"/> alone.</summary>
internal static class SentenceModelLoader
{
    // Two pieces begin and end a text: fewer than three would read nothing.
    private const int FewestPieces = 3;
    private const int MostPieces = 8192;

    /// <summary>What a definition says of its sentence model.</summary>
    /// <exception cref="DefinitionException">A key or a file is missing.</exception>
    public static SentenceModelChoice? Read(DefinitionSection? section, SentenceModelChoice? inherited)
    {
        if (section is null)
            return inherited;
        var choice = new SentenceModelChoice
        {
            Model = FileOf(section, "model") ?? inherited?.Model ?? throw DefinitionProblem.MissingKey(section.File, section.Line, "sentenceModel.model"),
            Vocabulary = FileOf(section, "vocabulary") ?? inherited?.Vocabulary ?? throw DefinitionProblem.MissingKey(section.File, section.Line, "sentenceModel.vocabulary"),
        };
        choice = choice with { MostPieces = section.Whole("mostPieces", inherited?.MostPieces ?? choice.MostPieces, FewestPieces, MostPieces) };
        section.RefuseTheRest();
        return choice with { Hash = HashOf(choice) };
    }

    /// <summary>Opens a model and tries it.</summary>
    /// <exception cref="DefinitionException">It is no sentence model, or does not fit its vocabulary.</exception>
    public static SentenceEmbedding Open(SentenceModelChoice choice)
    {
        try
        {
            // It stays open as long as the program runs, as the classifiers do that ask it.
            var model = SentenceModel.Open(choice.Model.FullPath, choice.Vocabulary.FullPath, choice.MostPieces);
            return new SentenceEmbedding(choice.Hash, model.Size, model.Embed);
        }
        catch (SentenceModelException error)
        {
            throw DefinitionProblem.BadSentenceModel(error.File, error.Problem.ToString(), error.Details);
        }
    }

    // Always a path, beside the definition that gives it: none comes with the program.
    private static DefinitionFile? FileOf(DefinitionSection section, string key)
    {
        if (section.Word(key) is not { Text: { } name } word)
            return null;
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(section.File))!, name));
        return File.Exists(path) ? new DefinitionFile(name, path) : throw DefinitionProblem.MissingSentenceFile(section.File, word.Line, name, path);
    }

    // Models are large: they are read as a stream.
    private static string HashOf(SentenceModelChoice choice)
    {
        var parts = new StringBuilder();
        foreach (var file in new[] { choice.Model, choice.Vocabulary })
        {
            try
            {
                using var stream = File.OpenRead(file.FullPath);
                parts.Append(Convert.ToHexStringLower(SHA256.HashData(stream))).Append('\n');
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw DefinitionProblem.CannotOpen(file.FullPath, error.Message);
            }
        }

        parts.Append(choice.MostPieces.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())));
    }
}
