using System.Collections.Immutable;
using Ingest.Model.Findings;

namespace Ingest.Pipeline;

/// <summary>
/// YAML to <see cref="PipelineDefinition"/>. Every name resolves here, in plain sight; what is no valid key or value
/// is refused with its file and line.
/// </summary>
public sealed class DefinitionLoader
{
    private readonly ProductFiles _files;

    /// <summary>A loader of the definitions that come with the program, and of files given by path.</summary>
    /// <param name="files">Where the definitions and vocabularies lie.</param>
    public DefinitionLoader(ProductFiles files) => _files = files;

    /// <summary>The names of the definitions there are.</summary>
    public ImmutableArray<string> Names() => NamesIn(_files.Pipelines);

    /// <summary>Loads a definition.</summary>
    /// <param name="nameOrFile">A name in <c>pipelines/</c>, or a path: with a folder or an extension.</param>
    /// <exception cref="DefinitionException">There is none, or it is wrong.</exception>
    public PipelineDefinition Load(string nameOrFile)
    {
        if (!IsPath(nameOrFile))
        {
            if (!Names().Contains(nameOrFile))
                throw DefinitionProblem.UnknownDefinition(nameOrFile, Names());
            return LoadFile(PathOfName(nameOrFile), []);
        }

        if (!File.Exists(nameOrFile))
            throw DefinitionProblem.UnknownDefinition(nameOrFile, Names());
        return LoadFile(nameOrFile, []);
    }

    /// <summary>What the first stages need of a definition, from its texts: no file is opened, and none that changed meanwhile can be met.</summary>
    /// <param name="texts">The texts of a definition that was loaded.</param>
    internal static PipelineDefinition LoadReading(ImmutableArray<string> texts)
    {
        var definition = new PipelineDefinition { Name = "" };
        foreach (var text in texts)
        {
            var root = new DefinitionSection("", DefinitionYaml.Parse("", text));
            definition = definition with
            {
                Reading = ReadReading(root.Section("reading"), definition.Reading),
                Tables = ReadTables(root.Section("tables"), definition.Tables),
            };
        }

        return definition;
    }

    private PipelineDefinition LoadFile(string file, ImmutableArray<string> children)
    {
        var text = DefinitionHash.CanonicalText(ReadBytes(file));
        var root = new DefinitionSection(file, DefinitionYaml.Parse(file, text));
        var parent = LoadParent(root, children.Add(Path.GetFullPath(file)));
        var inherited = parent ?? new PipelineDefinition { Name = "" };
        var definition = inherited with
        {
            Name = ReadName(root, file),
            Texts = inherited.Texts.Add(text),
            Reading = ReadReading(root.Section("reading"), inherited.Reading),
            Layout = ReadOptions(root.Section("layout"), inherited.Layout, OptionSections.Layout),
            Tables = ReadTables(root.Section("tables"), inherited.Tables),
            Segmentation = ReadOptions(root.Section("segmentation"), inherited.Segmentation, OptionSections.Segmentation),
            Vocabularies = ReadVocabularies(root.Section("vocabularies"), inherited.Vocabularies),
            Taxonomies = ReadTaxonomies(root, inherited.Taxonomies),
            SentenceModel = SentenceModelLoader.Read(root.Section("sentenceModel"), inherited.SentenceModel),
            Classification = ReadOptions(root.Section("classification"), inherited.Classification, OptionSections.Classification),
            Calibration = NamedFile(root, root.Word("calibration"), _files.Calibrations) ?? inherited.Calibration,
            Thresholds = ReadThresholds(root.Section("thresholds"), inherited.Thresholds),
            Checks = ReadChecks(root.Section("checks"), inherited.Checks),
        };
        root.RefuseTheRest();
        return definition with { Hash = DefinitionHash.Of(definition, text, parent?.Hash, ReadBytes, new TaxonomyLoader(_files, definition.SentenceModel).FilesOf(definition.Taxonomies)) };
    }

    private PipelineDefinition? LoadParent(DefinitionSection root, ImmutableArray<string> children)
    {
        if (root.Word("extends") is not { } extends)
            return null;
        var name = extends.Text!;
        var file = IsPath(name) ? Path.Combine(Path.GetDirectoryName(children[^1])!, name) : PathOfName(name);
        if (!File.Exists(file))
            throw DefinitionProblem.UnknownParent(root.File, extends.Line, name, Names());
        if (!children.Contains(Path.GetFullPath(file)))
            return LoadFile(file, children);
        var chain = children.Append(Path.GetFullPath(file)).Select(Path.GetFileNameWithoutExtension);
        throw DefinitionProblem.Circle(root.File, extends.Line, string.Join(" → ", chain));
    }

    private string ReadName(DefinitionSection root, string file)
    {
        var name = root.Word("name") ?? throw DefinitionProblem.MissingKey(file, root.Line, "name");
        var isOfTheProduct = Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(file))!) == _files.Pipelines;
        var expected = Path.GetFileNameWithoutExtension(file);
        if (isOfTheProduct && name.Text != expected)
            throw DefinitionProblem.NameMismatch(file, name.Line, name.Text!, expected);
        return name.Text!;
    }

    private static T ReadOptions<T>(DefinitionSection? section, T inherited, Func<DefinitionSection, T, T> read)
    {
        if (section is null)
            return inherited;
        var options = read(section, inherited);
        section.RefuseTheRest();
        return options;
    }

    private static ReadingChoice ReadReading(DefinitionSection? section, ReadingChoice inherited) =>
        ReadOptions(section, inherited, static (section, inherited) => new ReadingChoice
        {
            Html = ReadOptions(section.Section("html"), inherited.Html, OptionSections.Html),
            Formats = section.Words("formats", ["pdf", "docx", "xlsx", "odt", "ods", "html", "image", "text"]) is { } formats ? [.. formats.Select(FormatOf)] : inherited.Formats,
            Limits = ReadOptions(section.Section("limits"), inherited.Limits, OptionSections.Limits),
            Pdf = ReadOptions(section.Section("pdf"), inherited.Pdf, OptionSections.Pdf),
            Ocr = ReadOptions(section.Section("ocr"), inherited.Ocr, RecognitionSections.Ocr),
            Docx = ReadOptions(section.Section("docx"), inherited.Docx, OptionSections.Docx),
            Xlsx = ReadOptions(section.Section("xlsx"), inherited.Xlsx, OptionSections.Xlsx),
            Odf = ReadOptions(section.Section("odf"), inherited.Odf, OptionSections.Odf),
            Image = ReadOptions(section.Section("image"), inherited.Image, OptionSections.Image),
            Text = ReadOptions(section.Section("text"), inherited.Text, OptionSections.Text),
        });

    private static SourceFormat FormatOf(DefinitionScalar word) => word.Text switch
    {
        "pdf" => SourceFormat.Pdf,
        "docx" => SourceFormat.Docx,
        "html" => SourceFormat.Html,
        "xlsx" => SourceFormat.Xlsx,
        "odt" => SourceFormat.Odt,
        "ods" => SourceFormat.Ods,
        "image" => SourceFormat.Image,
        _ => SourceFormat.Text,
    };

    private static TablesChoice ReadTables(DefinitionSection? section, TablesChoice inherited) =>
        ReadOptions(section, inherited, static (section, inherited) => new TablesChoice
        {
            Strategies = section.Words("strategies", ["native", "tagged", "ruled", "unruled"]) is { } strategies
                ? [.. strategies.Select(StrategyOf)]
                : inherited.Strategies,
            Options = OptionSections.Tables(section, inherited.Options),
        });

    private static TableStrategy StrategyOf(DefinitionScalar word) => word.Text switch
    {
        "native" => TableStrategy.Native,
        "tagged" => TableStrategy.Tagged,
        "ruled" => TableStrategy.Ruled,
        _ => TableStrategy.Unruled,
    };

    private VocabularyChoice ReadVocabularies(DefinitionSection? section, VocabularyChoice inherited) =>
        ReadOptions(section, inherited, (section, inherited) => new VocabularyChoice
        {
            Headers = NamedFile(section, section.Word("headers"), _files.Vocabularies) ?? inherited.Headers,
            Payers = NamedFile(section, section.Word("payers"), _files.Vocabularies) ?? inherited.Payers,
            Terminology = NamedFile(section, section.Word("terminology"), _files.Vocabularies) ?? inherited.Terminology,
            Strategy = NamedFile(section, section.Word("strategy"), _files.Vocabularies) ?? inherited.Strategy,
            Forms = NamedFile(section, section.Word("forms"), _files.Vocabularies) ?? inherited.Forms,
            Passages = NamedFile(section, section.Word("passages"), _files.Vocabularies) ?? inherited.Passages,
        });

    private ImmutableArray<DefinitionFile> ReadTaxonomies(DefinitionSection root, ImmutableArray<DefinitionFile> inherited) =>
        root.Words("taxonomies", null) is { } names
            ? [.. names.Select(name => NamedFile(root, name, _files.Taxonomies)!)]
            : inherited;

    private static Thresholds ReadThresholds(DefinitionSection? section, Thresholds inherited) =>
        ReadOptions(section, inherited, static (section, inherited) => new Thresholds
        {
            SumSlack = section.Number("sumSlack", inherited.SumSlack, 0, 1000),
            ShareSlack = section.Number("shareSlack", inherited.ShareSlack, 0, 0.1m),
            YearsAfterAct = section.Whole("yearsAfterAct", inherited.YearsAfterAct, 0, 20),
            YearsBeforeAct = section.Whole("yearsBeforeAct", inherited.YearsBeforeAct, 0, 20),
            Confidence = section.Number("confidence", inherited.Confidence, 0, 1),
        });

    private static CheckChoice ReadChecks(DefinitionSection? section, CheckChoice inherited)
    {
        if (section is null)
            return inherited;
        var codes = FindingCatalogue.All.Select(kind => kind.Code).Order(StringComparer.Ordinal).ToArray();
        var enabled = inherited.Enabled;
        var severities = inherited.Severities;
        foreach (var entry in section.Entries)
        {
            if (!codes.Contains(entry.Key))
                throw DefinitionProblem.UnknownKey(section.File, entry.Line, entry.Key, codes);
            var isOptional = CheckChoice.Optional.Contains(entry.Key);
            var choice = isOptional
                ? section.OneOf<CheckSwitch>(entry.Key, default, On, Off, Info, Warning, Error)
                : section.OneOf<CheckSwitch>(entry.Key, default, On, Info, Warning, Error);
            if (isOptional)
                enabled = choice.IsOn ? enabled.Add(entry.Key) : enabled.Remove(entry.Key);
            severities = choice.Severity is { } severity ? severities.SetItem(entry.Key, severity) : severities.Remove(entry.Key);
        }

        return new CheckChoice { Enabled = enabled, Severities = severities };
    }

    private static (string, CheckSwitch) On => ("on", new CheckSwitch(true, null));

    private static (string, CheckSwitch) Off => ("off", new CheckSwitch(false, null));

    private static (string, CheckSwitch) Info => ("info", new CheckSwitch(true, Severity.Info));

    private static (string, CheckSwitch) Warning => ("warning", new CheckSwitch(true, Severity.Warning));

    private static (string, CheckSwitch) Error => ("error", new CheckSwitch(true, Severity.Error));

    private static DefinitionFile? NamedFile(DefinitionSection section, DefinitionScalar? word, string folder)
    {
        if (word?.Text is not { } name)
            return null;
        // A name is one of the product's files; a path lies beside the definition that gives it.
        var path = name.Contains('/', StringComparison.Ordinal)
            ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(section.File))!, name)
            : Path.Combine(folder, name + ".yaml");
        return File.Exists(path)
            ? new DefinitionFile(name, Path.GetFullPath(path))
            : throw DefinitionProblem.MissingFile(section.File, word.Line, name, Path.GetDirectoryName(path)!, NamesIn(folder));
    }

    private static ImmutableArray<string> NamesIn(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    private string PathOfName(string name) => Path.Combine(_files.Pipelines, name + ".yaml");

    private static bool IsPath(string nameOrFile) =>
        nameOrFile.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0
        || Path.GetExtension(nameOrFile) is ".yaml" or ".yml";

    private static byte[] ReadBytes(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw DefinitionProblem.CannotOpen(file, error.Message);
        }
    }

    private readonly record struct CheckSwitch(bool IsOn, Severity? Severity);
}
