namespace Ingest.Pipeline;

/// <summary>Where the files lie that come with the program: pipeline definitions and registers.</summary>
public sealed record ProductFiles
{
    /// <summary>Variable that names the home folder; the launcher sets it.</summary>
    public const string HomeVariable = "INGEST_HOME";

    /// <summary>The files below a home folder.</summary>
    /// <param name="home">Folder that has « pipelines » in it.</param>
    public ProductFiles(string home) => Home = Path.GetFullPath(home);

    /// <summary>Full path of the home folder.</summary>
    public string Home { get; }

    /// <summary>Folder of the pipeline definitions.</summary>
    public string Pipelines => Path.Combine(Home, "pipelines");

    /// <summary>Folder of the vocabularies that definitions name.</summary>
    public string Vocabularies => Path.Combine(Pipelines, "vocabularies");

    /// <summary>Folder of the taxonomies that definitions name.</summary>
    public string Taxonomies => Path.Combine(Pipelines, "taxonomies");

    /// <summary>Folder of the crosswalks between taxonomies.</summary>
    public string Crosswalks => Path.Combine(Taxonomies, "crosswalks");

    /// <summary>Folder of the terms that lean to the leaves of each taxonomy.</summary>
    public string LeafLexicons => Path.Combine(Taxonomies, "lexicons");

    /// <summary>Acronyms and abbreviations of the field.</summary>
    public string Glossary => Path.Combine(Taxonomies, "glossary.yaml");

    /// <summary>Folder of the fitted classifiers.</summary>
    public string Models => Path.Combine(Pipelines, "models");

    /// <summary>Folder of the labelled texts; published packages have none.</summary>
    public string Labelled => Path.Combine(Home, "corpus", "labelled");

    /// <summary>Folder of the calibrations of trust that definitions name.</summary>
    public string Calibrations => Path.Combine(Pipelines, "calibrations");

    /// <summary>Folder of the registers of communes, EPCI and quartiers.</summary>
    public string Registers => Path.Combine(Home, "corpus", "registers");

    /// <summary>The French word list.</summary>
    public string FrenchForms => Path.Combine(Registers, "french-forms.txt.gz");

    /// <summary>How likely the letters of French follow one another.</summary>
    public string FrenchTrigrams => Path.Combine(Registers, "french-trigrams.tsv.gz");

    /// <summary>The little words of French and English.</summary>
    public string FunctionWords => Path.Combine(Registers, "function-words.tsv");

    /// <summary>Folder of the sample documents; published packages have none.</summary>
    public string Samples => Path.Combine(Home, "corpus", "samples");

    /// <summary>Folder of the hand-checked expectations; published packages have none.</summary>
    public string Truth => Path.Combine(Home, "corpus", "truth");

    /// <summary>
    /// Finds the home folder: the variable where it is set, else the nearest folder above the binary that has
    /// « pipelines/default.yaml ». A published package carries it beside the binary.
    /// </summary>
    /// <param name="homeVariable">Value of <see cref="HomeVariable"/>, or null.</param>
    /// <param name="binaryFolder">Folder of the running program.</param>
    /// <returns>The files, or null where there are none.</returns>
    public static ProductFiles? Find(string? homeVariable, string binaryFolder)
    {
        if (!string.IsNullOrEmpty(homeVariable))
            return IsHome(homeVariable) ? new ProductFiles(homeVariable) : null;
        for (var folder = new DirectoryInfo(binaryFolder); folder is not null; folder = folder.Parent)
        {
            if (IsHome(folder.FullName))
                return new ProductFiles(folder.FullName);
        }

        return null;
    }

    private static bool IsHome(string folder) => File.Exists(Path.Combine(folder, "pipelines", "default.yaml"));
}
