using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Provenance;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;
using YamlDotNet.Serialization.NodeDeserializers;

namespace Ingest.Evaluation.Scans;

/// <summary>Reads the YAML list of scans; every slip is told with its line.</summary>
internal sealed class ScanYaml
{
    private const int BoxSides = 4;

    private readonly string _path;
    private readonly string _corpus;

    private ScanYaml(string path, string corpus) => (_path, _corpus) = (path, corpus);

    /// <summary>The scans of a list.</summary>
    /// <param name="path">The list.</param>
    /// <param name="corpus">Folder from which its paths count.</param>
    public static ImmutableArray<ScanSource> Read(string path, string corpus)
    {
        if (!File.Exists(path))
            throw new TruthFormatException(path, null, "the file is missing.");
        var reading = new ScanYaml(path, corpus);
        ImmutableArray<ScanSource> scans = [.. Deserialise(path).Select(reading.ToScan)];
        var twice = scans.GroupBy(scan => scan.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? scans : throw new TruthFormatException(path, null, $"« {twice.Key} » is there twice.");
    }

    private ScanSource ToScan(ScanShape scan) => new()
    {
        Name = Given(scan.Name, scan, "name"),
        File = Existing(scan.File, scan, "file"),
        Twin = Existing(scan.Twin, scan, "twin"),
        Slug = Given(scan.Slug, scan, "slug"),
        TruthFile = Existing($"truth/{scan.Slug}/truth.yaml", scan, "slug"),
        Split = Given(scan.Split, scan, "split") switch
        {
            "tune" => Split.Tune,
            "unseen" => Split.Unseen,
            var word => throw Wrong(scan, $"« {word} » is none of tune, unseen."),
        },
        PageCount = scan.Pages > 0 ? scan.Pages : throw Wrong(scan, "« pages » is missing."),
        Traits = [.. scan.Traits ?? []],
        Covered = [.. (scan.Covered ?? []).Select(area => ToArea(area, scan.Pages))],
    };

    private CoveredArea ToArea(CoveredShape area, int pages)
    {
        if (area.Page < 1 || area.Page > pages)
            throw Wrong(area, string.Create(CultureInfo.InvariantCulture, $"page {area.Page} is none of the {pages} pages."));
        return area.Bbox is { Count: BoxSides } sides && sides[0] < sides[2] && sides[1] < sides[3]
            ? new CoveredArea(area.Page, new Box(sides[0], sides[1], sides[2], sides[3]), Given(area.What, area, "what"))
            : throw Wrong(area, "« bbox » is no [left, top, right, bottom].");
    }

    private string Existing(string? file, ShapeWithLine at, string key)
    {
        var path = Path.Combine(_corpus, Given(file, at, key));
        return File.Exists(path) ? path : throw Wrong(at, $"« {file} » is missing.");
    }

    private string Given(string? value, ShapeWithLine at, string key) => string.IsNullOrEmpty(value) ? throw Wrong(at, $"« {key} » is missing.") : value;

    private TruthFormatException Wrong(ShapeWithLine at, string reason) => new(_path, at.Line, reason);

    private static List<ScanShape> Deserialise(string path)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking()
            .WithNodeDeserializer(inner => new LineKeeping(inner), where => where.InsteadOf<ObjectNodeDeserializer>()).Build();
        try
        {
            using var reader = new StreamReader(path);
            return yaml.Deserialize<List<ScanShape>?>(reader) ?? throw new TruthFormatException(path, null, "the file is empty.");
        }
        catch (YamlException error)
        {
            throw new TruthFormatException(path, error.Start.Line, error.InnerException?.Message ?? error.Message, error);
        }
    }

    // Tells each thing that is read on which line it began.
    private sealed class LineKeeping(INodeDeserializer inner) : INodeDeserializer
    {
        public bool Deserialize(
            IParser reader, Type expectedType, Func<IParser, Type, object?> nestedObjectDeserializer, out object? value, ObjectDeserializer rootDeserializer)
        {
            var line = reader.Current?.Start.Line;
            var isRead = inner.Deserialize(reader, expectedType, nestedObjectDeserializer, out value, rootDeserializer);
            if (value is ShapeWithLine shape)
                shape.Line = line;
            return isRead;
        }
    }
}

#pragma warning disable CA1812 // They are made by the deserialiser.

/// <summary>A thing of the list that knows where it stands.</summary>
internal abstract class ShapeWithLine
{
    [YamlIgnore]
    public long? Line { get; set; }
}

/// <summary>A scan, as the deserialiser fills it.</summary>
internal sealed class ScanShape : ShapeWithLine
{
    public string? Name { get; set; }
    public string? File { get; set; }
    public string? Twin { get; set; }
    public string? Slug { get; set; }
    public string? Split { get; set; }
    public int Pages { get; set; }
    public double Dpi { get; set; }
    public string? Colour { get; set; }
    public List<double>? Skew { get; set; }
    public List<int>? Turned { get; set; }
    public List<string>? Traits { get; set; }
    public string? Sha256 { get; set; }
    public List<CoveredShape>? Covered { get; set; }
}

/// <summary>A covered area, as the deserialiser fills it.</summary>
internal sealed class CoveredShape : ShapeWithLine
{
    public int Page { get; set; }
    public List<double>? Bbox { get; set; }
    public string? What { get; set; }
}
