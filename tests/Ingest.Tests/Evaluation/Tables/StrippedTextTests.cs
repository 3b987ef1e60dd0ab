using Ingest.Evaluation.Tables;
using Xunit;

namespace Ingest.Tests.Evaluation.Tables;

public sealed class StrippedTextTests
{
    [Theory]
    [InlineData("e\u0301t\u00e9 1 000,5", "ETE10005")]
    [InlineData("of\ufb01ce", "OFFICE")]
    [InlineData("Stra\u00dfe m\u00b2 \u00bd", "STRASSEM212")]
    [InlineData("\u0131", "I")]
    [InlineData("\ud835\udc00\u0430", "A\u0410")]
    [InlineData(" \t\u00a0\u202f\u001f", "")]
    [InlineData("-", "_")]
    [InlineData("… %", "_")]
    public void Letters_and_digits_alone_count_in_upper_case_and_without_accents(string text, string stripped) =>
        Assert.Equal(stripped, StrippedText.Of(text));

    [Fact]
    public void Words_are_parted_by_white_space_of_any_kind() =>
        Assert.Equal(["UN", "_", "DEUX"], StrippedText.WordsOf(" un\u00a0–\n deux "));
}
