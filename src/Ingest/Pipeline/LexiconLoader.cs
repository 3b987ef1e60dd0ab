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

    /// <summary>The judge of what is French: the word list, the model of letters and the function words of the product.</summary>
    /// <exception cref="DefinitionException">A file is missing.</exception>
    public static FrenchText LoadJudge(ProductFiles files, FrenchLexicon lexicon)
    {
        using var trigrams = new StreamReader(Open(files.FrenchTrigrams));
        using var functionWords = new StreamReader(OpenFile(files.FunctionWords));
        return new FrenchText(lexicon, new FrenchTrigrams(trigrams), new FunctionWords(functionWords));
    }

    private static void RefuseMissing(string file)
    {
        if (!File.Exists(file))
            Open(file).Dispose();
    }

    private static GZipStream Open(string file) => new(OpenFile(file), CompressionMode.Decompress);

    private static FileStream OpenFile(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw DefinitionProblem.CannotOpen(file, error.Message);
        }
    }
}
