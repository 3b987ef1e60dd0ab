using FsCheck;
using FsCheck.Fluent;
using Ingest.Export.Writers;
using Xunit;

namespace Ingest.Tests.Export;

public sealed class FormulaGuardTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+33 3 21")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("＝1+1")]
    public void What_a_spreadsheet_would_run_begins_with_an_apostrophe(string text)
    {
        Assert.Equal("'" + text, FormulaGuard.Protect(text));
        Assert.Equal(text, FormulaGuard.Restore(FormulaGuard.Protect(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Jardins = 2 475 €")]
    [InlineData("'hui")]
    [InlineData("« - »")]
    public void All_else_is_left_as_it_is(string text) => Assert.Equal(text, FormulaGuard.Protect(text));

    [Fact]
    public void Every_text_comes_back_and_none_that_is_written_begins_as_a_formula_does()
    {
        var texts = Gen.Elements('=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', 'a', ' ', '"').ListOf().Select(letters => string.Concat(letters));

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var written = FormulaGuard.Protect(text);
            return FormulaGuard.Restore(written) == text && (written.Length == 0 || !"=+-@\t\r\n＝".Contains(written[0], StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }
}
