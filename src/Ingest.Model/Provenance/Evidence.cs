using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Ingest.Model.Provenance;

/// <summary>How a value came to be known.</summary>
public enum Origin
{
    /// <summary>Read from characters that the source carries.</summary>
    Text,

    /// <summary>Read by optical character recognition.</summary>
    Ocr,

    /// <summary>Computed (a sum) or looked up in a register.</summary>
    Computed,

    /// <summary>Given by a person.</summary>
    Human,
}

/// <summary>A place in a source: a box on a page or, where the source has no geometry, what it has instead.</summary>
public sealed record EvidenceRegion
{
    /// <summary>Page, from 1; null where the source has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>Box on that page, in points from the top left of the page as it is shown.</summary>
    public Box? Bbox { get; init; }

    /// <summary>The box on the page as it was straightened to be read; null where that is <see cref="Bbox"/>. Not published: evidence is told where a reader sees it.</summary>
    [JsonIgnore]
    public Box? Straight { get; init; }

    /// <summary>The box in the frame in which the page is read: what stands beside what is asked there.</summary>
    [JsonIgnore]
    public Box? Place => Straight ?? Bbox;

    /// <summary>Line of a text file, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Paragraph of a flowing document, from 1, counted in document order, cells included.</summary>
    public int? Paragraph { get; init; }

    /// <summary>Sheet of a workbook.</summary>
    public string? Sheet { get; init; }

    /// <summary>Cell of that sheet, as in « C7 ».</summary>
    public string? Cell { get; init; }

    /// <summary>Whether the two regions may be told as one: the same page, line, paragraph or cell.</summary>
    public bool IsSamePlace(EvidenceRegion other) =>
        Page == other.Page && Line == other.Line && Paragraph == other.Paragraph && Sheet == other.Sheet && Cell == other.Cell;
}

/// <summary>Where and how a value was read.</summary>
public sealed record Evidence
{
    /// <summary>The places, in reading order; a thing cut by a page break has two.</summary>
    public required ImmutableArray<EvidenceRegion> Regions { get; init; }

    /// <summary>The text as read, before any repair.</summary>
    public required string Text { get; init; }

    /// <summary>How the value came to be known.</summary>
    public Origin Origin { get; init; }

    /// <summary>Trust in the reading, 0 to 1: of recognised values the share of such values that is right, once calibrated.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The trust as the engine gave it, 0 to 1, where <see cref="Confidence"/> was calibrated, else null. Not published: it is a figure of the engine and no share of anything.</summary>
    [JsonIgnore]
    public double? EngineConfidence { get; init; }

    /// <summary>What a second reading made of a figure in the text, where the two differ; left out else. The value is that of the first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SecondReading { get; init; }

    /// <summary>This and then the other, each with its own regions: a label in a header and its amount in a row.</summary>
    public Evidence Then(Evidence other) => new()
    {
        Regions = [.. Regions, .. other.Regions.Where(region => !Regions.Contains(region))],
        Text = Text.Length == 0 ? other.Text : other.Text.Length == 0 ? Text : $"{Text} {other.Text}",
        Origin = Origin == Origin.Text ? other.Origin : Origin,
        Confidence = Math.Min(Confidence, other.Confidence),
        SecondReading = SecondReading ?? other.SecondReading,
    };
}
