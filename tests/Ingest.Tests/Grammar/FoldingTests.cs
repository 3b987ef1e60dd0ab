using FsCheck;
using FsCheck.Fluent;
using Ingest.Grammar;
using Xunit;

namespace Ingest.Tests.Grammar;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("  État – P147 ", "etat p147")]
    [InlineData("C.C.A.S.", "c c a s")]
    [InlineData("Cœur d’Hénin", "coeur d henin")]
    [InlineData("FSE+", "fse+")]
    [InlineData("E\u0301tat", "etat")]
    [InlineData("L'Haÿ-les-Roses", "l hay les roses")]
    public void Names_fold_to_what_they_share(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing_and_offsets_stay_in_the_text() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            var folded = Folding.FoldKeepingOffsets(text.Get);
            Assert.Equal(folded.Text.Length, folded.Offsets.Length);
            Assert.All(folded.Offsets, offset => Assert.InRange(offset, 0, text.Get.Length - 1));
            Assert.Equal(folded.Text, Folding.Fold(folded.Text));
        }).QuickCheckThrowOnFailure();
}
