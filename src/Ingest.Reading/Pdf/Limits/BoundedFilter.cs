using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Reading.Pdf.Limits;

/// <summary>
/// A filter that is given no more of a stream than it may make of it. How much a filter makes of its input is found out before it is
/// asked, since it keeps all that it makes; most streams are so small that they need no measuring.
/// </summary>
internal sealed class BoundedFilter(IFilter inner, UnpackingBudget budget) : IFilter
{
    private static readonly NameToken Early = NameToken.Create("EarlyChange");
    private static readonly NameToken Rows = NameToken.Create("Rows");

    /// <inheritdoc/>
    public bool IsSupported => inner.IsSupported;

    /// <inheritdoc/>
    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        if (budget.IsSpent)
            return Memory<byte>.Empty;
        var parameters = ParametersOf(streamDictionary, filterIndex);
        if (budget.IsPageSpent || RowBytes(parameters) > budget.StreamBytes)
            return Nothing();
        if (inner is CcittFaxDecodeFilter && FaxBytes(parameters, streamDictionary) > budget.StreamBytes)
            return Nothing();
        var fitting = Fitting(input, parameters);
        if (fitting.Length != input.Length)
            budget.Cut();
        var output = inner.Decode(fitting, streamDictionary, filterProvider, filterIndex);
        budget.Take(output.Length);
        return output;
    }

    private Memory<byte> Nothing()
    {
        budget.Cut();
        return Memory<byte>.Empty;
    }

    private Memory<byte> Fitting(Memory<byte> input, DictionaryToken? parameters) => inner switch
    {
        FlateFilter => PackedPrefix.Flate(input, budget.StreamBytes),
        LzwFilter => PackedPrefix.Lzw(input, Number(parameters, Early) is not 0, budget.StreamBytes),
        RunLengthFilter => PackedPrefix.RunLength(input, budget.StreamBytes),
        Ascii85Filter => PackedPrefix.Ascii85(input, budget.StreamBytes),
        _ => input.Length <= budget.StreamBytes ? input : input[..(int)budget.StreamBytes],
    };

    // A predictor holds a row, as wide as the file says, before it has seen a byte.
    private static double RowBytes(DictionaryToken? parameters) =>
        Number(parameters, NameToken.Predictor) is > 1
            ? (Number(parameters, NameToken.Columns) ?? 1) * Math.Max(1, Number(parameters, NameToken.Colors) ?? 1) * Math.Max(1, Number(parameters, NameToken.BitsPerComponent) ?? 8) / 8
            : 0;

    private static double FaxBytes(DictionaryToken? parameters, DictionaryToken stream) =>
        (Number(parameters, NameToken.Columns) ?? 1728) * Math.Max(Number(parameters, Rows) ?? 0, Number(stream, NameToken.Height) ?? 0) / 8;

    private static DictionaryToken? ParametersOf(DictionaryToken stream, int filterIndex) =>
        (stream.TryGet(NameToken.DecodeParms, out var found) || stream.TryGet(NameToken.Dp, out found)) ? found switch
        {
            DictionaryToken only => only,
            ArrayToken several when filterIndex < several.Data.Count => several.Data[filterIndex] as DictionaryToken,
            _ => null,
        }
        : null;

    private static double? Number(DictionaryToken? dictionary, NameToken name) =>
        dictionary is not null && dictionary.TryGet(name, out NumericToken number) ? number.Double : null;
}
