using System.Globalization;

namespace Ingest.Model.Values;

/// <summary>An amount of money in euros. Unknown is <c>null</c>, never zero.</summary>
/// <param name="Amount">Euros, at most two decimals.</param>
public readonly record struct Euros(decimal Amount)
{
    private static readonly NumberFormatInfo FrenchFormat = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = " ",
        NumberGroupSizes = [3],
        NegativeSign = "−",
    };

    /// <summary>Nothing to pay: a zero that a document states.</summary>
    public static Euros Zero => new(0m);

    /// <summary>Sum of two amounts.</summary>
    public static Euros operator +(Euros left, Euros right) => new(left.Amount + right.Amount);

    /// <summary>Difference of two amounts.</summary>
    public static Euros operator -(Euros left, Euros right) => new(left.Amount - right.Amount);

    /// <summary>Sum of many amounts; zero for none.</summary>
    public static Euros Sum(IEnumerable<Euros> amounts) => amounts.Aggregate(Zero, (sum, amount) => sum + amount);

    /// <summary>As French readers write it: « 4 950,00 € ».</summary>
    public string ToFrench() => Amount.ToString("#,##0.00", FrenchFormat) + " €";

    /// <summary>As English readers write it: « €4,950.00 ».</summary>
    public string ToEnglish() => (Amount < 0 ? "-€" : "€") + Math.Abs(Amount).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => Amount.ToString("0.00", CultureInfo.InvariantCulture);
}
