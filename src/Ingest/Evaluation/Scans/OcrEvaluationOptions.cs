namespace Ingest.Evaluation.Scans;

/// <summary>How what is read of scans is compared.</summary>
public sealed record OcrEvaluationOptions
{
    /// <summary>How actions, totals and financers are paired.</summary>
    public EvaluationOptions Pairing { get; init; } = new();

    /// <summary>What does not count in a text.</summary>
    public ComparedTextOptions Text { get; init; } = ComparedTextOptions.Default;

    /// <summary>How the worth of trust is measured.</summary>
    public CalibrationOptions Calibration { get; init; } = new();

    /// <summary>Share of a page's area from which images make it a scan: a photograph or a map is less.</summary>
    public double ScanShare { get; init; } = 0.5;

    /// <summary>Rows and columns from which a ruled grid is a table: a frame around a paragraph has one.</summary>
    public int LeastTableSide { get; init; } = 2;

    /// <summary>Rules from which a table is ruled whatever found it: two each way enclose a cell.</summary>
    public int LeastRules { get; init; } = 4;

    /// <summary>Weight of the names' likeness in the likeness of two indicators; neighbourhood and value share the rest.</summary>
    public double IndicatorNameWeight { get; init; } = 0.6;

    /// <summary>Least likeness of two indicators that may be paired: a like name for the same neighbourhood whatever the value, or half of a name with both.</summary>
    public double IndicatorThreshold { get; init; } = 0.7;
}
