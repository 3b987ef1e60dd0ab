using System.Globalization;
using Ingest.RandomDocuments.Drawing;

namespace Ingest.RandomDocuments.Programmations;

/// <summary>How a document writes money.</summary>
internal sealed record AmountStyle
{
    /// <summary>Between thousands.</summary>
    public required string Separator { get; init; }

    /// <summary>Behind the number.</summary>
    public required string Symbol { get; init; }

    /// <summary>Whether whole euros have their two decimals.</summary>
    public bool HasDecimals { get; init; }

    /// <summary>Whether thousands of euros are written.</summary>
    public bool IsInThousands { get; init; }

    /// <summary>What stands where a payer gives nothing.</summary>
    public string Nothing { get; init; } = "";

    /// <summary>Whether what stands there is a number.</summary>
    public bool NothingIsZero => Nothing.StartsWith('0');

    /// <summary>Least difference of two amounts that this can write, in euros.</summary>
    public decimal Step => IsInThousands ? 10 : 0.01m;

    /// <summary>An amount as it is written.</summary>
    public string Of(decimal amount)
    {
        var value = IsInThousands ? amount / 1000 : amount;
        var format = IsInThousands ? "#,0.##" : HasDecimals || amount != Math.Truncate(amount) ? "#,0.00" : "#,0";
        return string.Concat(value.ToString(format, CultureInfo.InvariantCulture).Replace(",", "\u0001", StringComparison.Ordinal).Replace('.', ',').Replace("\u0001", Separator, StringComparison.Ordinal), Symbol);
    }

    /// <summary>The number that a sheet holds for an amount.</summary>
    public SheetNumber NumberOf(decimal amount)
    {
        var value = IsInThousands ? amount / 1000 : amount;
        var digits = IsInThousands ? "#,##0.0#" : HasDecimals || amount != Math.Truncate(amount) ? "#,##0.00" : "#,##0";
        return new SheetNumber(value, Symbol.Length == 0 ? digits : $"{digits}\"{Symbol}\"");
    }
}
