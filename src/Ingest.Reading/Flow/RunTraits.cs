namespace Ingest.Reading.Flow;

/// <summary>What a style or a run says of the look of its letters; null where it says nothing.</summary>
internal sealed record RunTraits
{
    /// <summary>Says nothing.</summary>
    public static RunTraits None { get; } = new();

    /// <summary>Bold.</summary>
    public bool? IsBold { get; init; }

    /// <summary>Not shown.</summary>
    public bool? IsHidden { get; init; }

    /// <summary>Struck out.</summary>
    public bool? IsStruck { get; init; }

    /// <summary>Shown in capitals, small ones among them.</summary>
    public bool? IsCapital { get; init; }

    /// <summary>Size in points.</summary>
    public double? Size { get; init; }

    /// <summary>Name of the font.</summary>
    public string? Font { get; init; }

    /// <summary>These traits, and where they say nothing those of what lies below.</summary>
    public RunTraits Over(RunTraits below) => new()
    {
        IsBold = IsBold ?? below.IsBold,
        IsHidden = IsHidden ?? below.IsHidden,
        IsStruck = IsStruck ?? below.IsStruck,
        IsCapital = IsCapital ?? below.IsCapital,
        Size = Size ?? below.Size,
        Font = Font ?? below.Font,
    };

    /// <summary>
    /// These traits of one level of styles over those of a lower level: a switch that both levels set goes out again
    /// (ECMA-376, part 1, 17.7.3 « toggle properties »).
    /// </summary>
    public RunTraits ToggledOver(RunTraits below) => Over(below) with
    {
        IsBold = Toggle(IsBold, below.IsBold),
        IsHidden = Toggle(IsHidden, below.IsHidden),
        IsStruck = Toggle(IsStruck, below.IsStruck),
        IsCapital = Toggle(IsCapital, below.IsCapital),
    };

    private static bool? Toggle(bool? above, bool? below) => above is null || below is null ? above ?? below : above != below;
}
