using Ingest.Model.Provenance;
using Ingest.Tables;
using Xunit;

namespace Ingest.Tests.Tables;

/// <summary>What is looked up by height is what a look at everything finds.</summary>
public sealed class LookUpTests
{
    private static readonly List<Box> Boxes = Draw(300);

    [Fact]
    public void Centres_inside_a_box_come_in_the_order_given()
    {
        var centres = new Centres<Box>(Boxes, box => box);

        Assert.All(Draw(50), area => Assert.Equal(
            Boxes.Where(box => box.CenterX >= area.Left && box.CenterX < area.Right && box.CenterY >= area.Top && box.CenterY < area.Bottom),
            centres.Inside(area)));
    }

    [Fact]
    public void A_centre_on_a_shared_border_is_in_the_lower_area_alone()
    {
        var centres = new Centres<Box>([new Box(0, 5, 10, 15)], box => box);

        Assert.Equal((0, 1), (centres.Inside(new Box(0, 0, 20, 10)).Count(), centres.Inside(new Box(0, 10, 20, 20)).Count()));
    }

    [Fact]
    public void Boxes_over_a_height_are_found_tall_ones_too()
    {
        var byHeight = new BoxesByHeight<Box>();
        var all = Boxes.Append(new Box(0, -1e300, 1, 1e300)).ToList();
        foreach (var box in all)
            byHeight.Add(box, box);

        Assert.All(Enumerable.Range(-5, 120), height => Assert.Equal(
            all.Where(box => box.Contains(box.Left, height)).Order(Comparer<Box>.Create((one, other) => one.Left.CompareTo(other.Left))),
            byHeight.At(height).Where(box => box.Contains(box.Left, height)).Order(Comparer<Box>.Create((one, other) => one.Left.CompareTo(other.Left)))));
    }

    [Theory]
    [InlineData(9, 10)]
    [InlineData(14, 10)]
    [InlineData(15, 20)]
    [InlineData(16, 20)]
    [InlineData(99, 30)]
    public void The_nearest_position_is_found_and_of_two_the_one_given_first(double position, double nearest)
    {
        var edges = new EdgesAlongAxis([new(true, 30, 0, 1), new(true, 20, 0, 1), new(true, 10, 0, 1), new(false, 15, 0, 1)], isHorizontal: true);

        Assert.Equal(nearest, edges.Nearest(position));
    }

    [Fact]
    public void Edges_near_a_position_are_those_within_the_distance()
    {
        var edges = new EdgesAlongAxis([new(true, 10, 0, 1), new(true, 13, 0, 1), new(true, 13, 5, 6), new(true, 13.1, 0, 1)], isHorizontal: true);

        Assert.Equal([10, 13, 13], edges.Near(10, 3).Select(edge => edge.Position));
        Assert.Null(new EdgesAlongAxis([], isHorizontal: true).Nearest(1));
    }

    private static List<Box> Draw(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (left, top) = (random.NextDouble() * 100, random.NextDouble() * 100);
            return new Box(left, top, left + (random.NextDouble() * 30), top + (random.NextDouble() * 30));
        })];
    }
}
