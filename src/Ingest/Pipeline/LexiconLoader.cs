using System.IO.Compression;
using Ingest.Vocabulary;

namespace Ingest.Pipeline;

/// <summary>The language data of <c>corpus/registers/</c>. A file that is not there is told at once; it is read when first needed.</summary>
public static class LexiconLoader
{
    /// <summary>The French word list.</summary>
    /// <exception cref="DefinitionException">The file is missing, or cannot be read when the first word is asked for.</exception>
    public static FrenchLexicon LoadLexicon(string file)
    {
        RefuseMissing(file);
        return new FrenchLexicon(() => Open(file));
    }

    private static void RefuseMissing(string file)
    {
        if (!File.Exists(file))
            Open(file).Dispose();
    }

    private static GZipStream Open(string file)
    {
        try
        {
            return new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw DefinitionProblem.CannotOpen(file, error.Message);
        }
    }
}
