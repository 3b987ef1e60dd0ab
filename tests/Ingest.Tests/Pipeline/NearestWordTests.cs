using FsCheck;
using FsCheck.Fluent;
using Ingest.Pipeline;
using Xunit;

namespace Ingest.Tests.Pipeline;

public sealed class NearestWordTests
{
    [Theory]
    [InlineData("defualt", "default")]
    [InlineData("STRICT", "strict")]
    [InlineData("strct", "strict")]
    public void A_slip_of_the_keyboard_finds_its_word(string typed, string meant) =>
        Assert.Equal(meant, NearestWord.To(typed, ["default", "strict", "tune"]));

    [Fact]
    public void A_word_of_its_own_finds_nothing() => Assert.Null(NearestWord.To("banana", ["default", "strict"]));

    [Fact]
    public void Distance_is_symmetric_and_zero_only_between_equals() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((a, b) =>
            NearestWord.Distance(a.Get, b.Get) == NearestWord.Distance(b.Get, a.Get)
            && NearestWord.Distance(a.Get, b.Get) == 0 == string.Equals(a.Get, b.Get, StringComparison.Ordinal))
        .QuickCheckThrowOnFailure();
}
