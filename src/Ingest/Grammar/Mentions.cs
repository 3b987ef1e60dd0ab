using Ingest.Model.Values;

namespace Ingest.Grammar;

/// <summary>An amount of money as written in a text.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters, unit included.</param>
/// <param name="Amount">Its value in euros.</param>
/// <param name="Unit">Half of the last written digit in euros: what rounding as written can hide (0.005 for « 2 460,50 € », 500 for « 3 k€ » ×1).</param>
/// <param name="HasCurrency">Whether a currency sign or word stands with it.</param>
/// <param name="IsAmbiguous">Whether the writing leaves more than one reading (« 1.250 » without a currency…).</param>
public readonly record struct MoneyMention(int Start, int Length, Euros Amount, decimal Unit, bool HasCurrency, bool IsAmbiguous)
{
    /// <summary>Offset behind its last character.</summary>
    public int End => Start + Length;
}

/// <summary>A percentage as written.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters, sign included.</param>
/// <param name="Share">Its value, 0..1.</param>
/// <param name="Unit">Half of the last written digit, as a share.</param>
public readonly record struct PercentMention(int Start, int Length, Percent Share, decimal Unit);

/// <summary>A date as written.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Date">The day.</param>
public readonly record struct DateMention(int Start, int Length, DateOnly Date);
