using System.Diagnostics;
using Ingest.Layout;
using Xunit;

namespace Ingest.Tests.Layout;

public sealed class EditDistanceTests
{
    private const int Page = 4_000;

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("9 200", "9 2OO", 2)]
    [InlineData("Saturday", "Sunday", 3)]
    public void The_distance_of_short_texts_is_known(string one, string other, int distance) => Assert.Equal(distance, EditDistance.Of(one, other));

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(300)]
    public void Longer_texts_have_the_distance_of_the_plain_table(int length)
    {
        var random = new Random(length);
        for (var i = 0; i < 20; i++)
        {
            var (one, other) = (Text(random, length), Text(random, random.Next(2 * length)));

            Assert.Equal(InTable(one, other), EditDistance.Of(one, other));
            Assert.Equal(InTable(other, one), EditDistance.Of(other, one));
        }
    }

    [Fact]
    public void A_page_takes_milliseconds()
    {
        var random = new Random(1);
        var (one, other) = (Text(random, Page), Text(random, Page));
        EditDistance.Of(one, other);
        var watch = Stopwatch.StartNew();

        EditDistance.Of(one, other);

        // A tenth of what the plain table takes, on a busy machine.
        Assert.InRange(watch.ElapsedMilliseconds, 0, 100);
    }

    private static string Text(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(4))));

    private static int InTable(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            }
        }

        return table[one.Length, other.Length];
    }
}
