using System.Text.RegularExpressions;

namespace Ingest.Export.Privacy;

/// <summary>E-mail addresses and French telephone numbers in running text.</summary>
internal static partial class ContactData
{
    // 64 and 253 characters at most (RFC 5321), so that a long run of letters is gone through once and not from each of its letters.
    // The end of a line may have cut the name of the machine behind a hyphen or a point.
    private const string Host = @"[\p{L}\p{N}](?:[\p{L}\p{N}.-]|(?<=[\p{L}\p{N}][-.])[ \n](?=[\p{Ll}\p{N}])){0,253}";

    /// <summary>An address, also with « (at) », « [arobase] » in the place of the sign.</summary>
    public const string EmailPattern = @"[\p{L}\p{N}._%+'-]{1,64}[ ]?(?:@|\((?:at|arobase|a)\)|\[(?:at|arobase|a)\])[ ]?" + Host;

    /// <summary>Ten digits from 0, or from +33 or 0033; between two of them a space, a point, a hyphen or nothing.</summary>
    public const string TelephonePattern =
        @"(?<![\p{L}\d]|\d[ .,\u00A0\u202F-])(?:(?:\+|00)33[ .\u00A0\u202F-]?(?:\(0\)[ \u00A0]?)?|0)[1-9](?:[ .\u00A0\u202F-]?\d{2}){4}(?!\d|[ .\u00A0\u202F-]?\d{2}(?!\d))";

    [GeneratedRegex(EmailPattern, RegexOptions.IgnoreCase)]
    public static partial Regex Email();

    [GeneratedRegex(TelephonePattern)]
    public static partial Regex Telephone();
}
