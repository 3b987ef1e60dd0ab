using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Decisions;

/// <summary>A field of a sort of parts that can be put right.</summary>
/// <typeparam name="T">The parts.</typeparam>
/// <param name="Sort">What it can be.</param>
/// <param name="MayBeEmpty">Whether it may be empty.</param>
/// <param name="Get">The value.</param>
/// <param name="Set">The part with another value.</param>
internal sealed record CorrectableField<T>(ValueSort Sort, bool MayBeEmpty, Func<T, CorrectionValue> Get, Func<T, CorrectionValue, T> Set)
{
    /// <summary>The words that it can be, where it is one.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Pointer under which the rounding of the figure stands, from the pointer of the part; null where it is no figure.</summary>
    public Func<string, string>? Rounding { get; init; }

    /// <summary>What must be in step with it: the document before and after, the pointer of the part, the value.</summary>
    public Func<ReplayedDocument, string, CorrectionValue, ReplayedDocument> InStep { get; init; } = (document, _, _) => document;

    /// <summary>The target that it is in a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="name">Name of the field.</param>
    /// <param name="prove">The part with the evidence of the value given by hand.</param>
    public CorrectionTarget At(DocumentPart<T> part, string name, Func<T, string, T> prove)
    {
        var pointer = $"{part.Pointer}/{name}";
        return new CorrectionTarget
        {
            Pointer = pointer,
            Sort = Sort,
            MayBeEmpty = MayBeEmpty,
            Words = Words,
            Present = Get(part.Value),
            Anchors = part.Anchors.All,
            NeedsAnchor = !part.Anchors.All.IsEmpty,
            Put = (document, value) => Put(document, part, pointer, name, value, prove),
        };
    }

    private ReplayedDocument Put(ReplayedDocument document, DocumentPart<T> part, string pointer, string name, CorrectionValue value, Func<T, string, T> prove)
    {
        var next = document.With(part.Change(document.Document, now => prove(Set(now, value), name)));
        if (Rounding is not null)
            next = next.Rounded(Rounding(part.Pointer), Sort == ValueSort.Share ? HalfOfLastDigit(value.Number) : 0);
        next = InStep(next, part.Pointer, value);
        next = next with { Corrected = next.Corrected.Add(pointer) };
        return next.Settled(finding => finding.Pointer == pointer || (finding.Pointer == part.Pointer && IsOfTheValue(finding)));
    }

    // A part with one figure or one text has the doubts of reading it under its own pointer.
    private bool IsOfTheValue(Finding finding) => Sort switch
    {
        ValueSort.Money or ValueSort.Share => finding.Code == BudgetFindings.AmbiguousAmount.Code,
        ValueSort.Text => finding.Code.StartsWith("text.", StringComparison.Ordinal),
        _ => false,
    };

    private static decimal HalfOfLastDigit(decimal? share)
    {
        // Dividing by one with 28 zeros strips the trailing zeros, so that the scale tells the digits that were written.
        var half = 0.5m;
        for (var digit = 0; share is { } value && digit < (value / 1.0000000000000000000000000000m).Scale; digit++)
            half /= 10;
        return share is null ? 0 : half;
    }
}

/// <summary>The sorts of fields.</summary>
internal static class CorrectableField
{
    public static CorrectableField<T> Text<T>(Func<T, string?> get, Func<T, string?, T> set) => new(ValueSort.Text, true, part => CorrectionValue.Of(get(part)), (part, value) => set(part, value.Text));

    public static CorrectableField<T> Name<T>(Func<T, string> get, Func<T, string, T> set) => new(ValueSort.Text, false, part => CorrectionValue.Of(get(part)), (part, value) => set(part, value.Text!));

    public static CorrectableField<T> Money<T>(Func<T, Euros?> get, Func<T, Euros?, T> set) => new(
        ValueSort.Money, true, part => CorrectionValue.Of(get(part)?.Amount), (part, value) => set(part, value.Number is { } amount ? new Euros(amount) : null));

    public static CorrectableField<T> Number<T>(Func<T, decimal?> get, Func<T, decimal?, T> set) => new(ValueSort.Number, true, part => CorrectionValue.Of(get(part)), (part, value) => set(part, value.Number));

    public static CorrectableField<T> Share<T>(Func<T, decimal?> get, Func<T, decimal?, T> set) => Number(get, set) with { Sort = ValueSort.Share };

    public static CorrectableField<T> Year<T>(Func<T, int?> get, Func<T, int?, T> set) => new(
        ValueSort.Year, true, part => CorrectionValue.Of(get(part)), (part, value) => set(part, (int?)value.Number));

    public static CorrectableField<T> Day<T>(Func<T, DateOnly?> get, Func<T, DateOnly?, T> set) => new(
        ValueSort.Day, true, part => CorrectionValue.Of(get(part)),
        (part, value) => set(part, value.Text is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null));

    /// <summary>A word of the contract that an enumeration stands for.</summary>
    public static CorrectableField<T> Word<T, TWord>(Func<T, TWord?> get, Func<T, TWord?, T> set, bool mayBeEmpty)
        where TWord : struct, Enum => new(
            ValueSort.Word, mayBeEmpty, part => CorrectionValue.Of(get(part) is { } word ? ToWord(word) : null),
            (part, value) => set(part, value.Text is { } text ? Enum.GetValues<TWord>().First(word => ToWord(word) == text) : null))
        {
            Words = [.. Enum.GetValues<TWord>().Select(ToWord)],
        };

    private static string ToWord<TWord>(TWord word)
        where TWord : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
