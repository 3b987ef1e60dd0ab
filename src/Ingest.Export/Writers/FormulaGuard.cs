using System.Text.RegularExpressions;

namespace Ingest.Export.Writers;

/// <summary>
/// Text that a spreadsheet would take for a formula. In CSV an apostrophe is put before text that begins, after no or some apostrophes, with
/// = + - @, their full-width forms, a tab, a carriage return or a line feed; to read it back, one apostrophe is taken from text that begins with
/// an apostrophe and then so. No other text changes, and every text comes back.
/// </summary>
/// <remarks>The characters are those of the OWASP page « CSV Injection ».</remarks>
public static partial class FormulaGuard
{
    /// <summary>The text so that no spreadsheet takes it for a formula.</summary>
    public static string Protect(string text) => Dangerous().IsMatch(text) ? "'" + text : text;

    /// <summary>The text that was protected.</summary>
    public static string Restore(string text) => text.StartsWith('\'') && Dangerous().IsMatch(text) ? text[1..] : text;

    [GeneratedRegex(@"^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]")]
    private static partial Regex Dangerous();
}
