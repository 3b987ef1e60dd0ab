using Ingest.Model.Provenance;

namespace Ingest.Model.Pages;

/// <summary>
/// How a page as it is read lies on the page as it is shown: a scan may be askew, on its side or upside down. Everything on a
/// page is told as if it lay straight; evidence is told where a reader of the file sees it.
/// </summary>
/// <param name="Quarters">Quarters, clockwise, by which the page as shown is turned to stand upright: 0 to 3.</param>
/// <param name="Degrees">Degrees, counter-clockwise, by which it is then turned about its middle to lie straight.</param>
/// <param name="Shown">Size of the page as shown.</param>
public sealed record PageTurn(int Quarters, double Degrees, PageSize Shown)
{
    /// <summary>Size of the page as it is read.</summary>
    public PageSize Upright => Quarters % 2 == 0 ? Shown : new PageSize(Shown.Height, Shown.Width);

    /// <summary>The smallest box on the page as shown that holds a box of the page as read.</summary>
    public Box ToShown(Box box) => Around(box, ToShown);

    /// <summary>The smallest box on the page as read that holds a box of the page as shown.</summary>
    public Box ToUpright(Box box) => Around(box, ToUpright);

    private static Box Around(Box box, Func<double, double, (double X, double Y)> move)
    {
        ReadOnlySpan<(double X, double Y)> corners = [move(box.Left, box.Top), move(box.Right, box.Top), move(box.Left, box.Bottom), move(box.Right, box.Bottom)];
        var around = new Box(corners[0].X, corners[0].Y, corners[0].X, corners[0].Y);
        foreach (var (x, y) in corners)
            around = around.Union(new Box(x, y, x, y));
        return around;
    }

    private (double X, double Y) ToShown(double x, double y)
    {
        var (px, py) = Rotate(x, y, Degrees);
        return Quarters switch
        {
            1 => (py, Shown.Height - px),
            2 => (Shown.Width - px, Shown.Height - py),
            3 => (Shown.Width - py, px),
            _ => (px, py),
        };
    }

    private (double X, double Y) ToUpright(double x, double y)
    {
        var (px, py) = Quarters switch
        {
            1 => (Shown.Height - y, x),
            2 => (Shown.Width - x, Shown.Height - y),
            3 => (y, Shown.Width - x),
            _ => (x, y),
        };
        return Rotate(px, py, -Degrees);
    }

    // Clockwise on a page whose heights grow downwards.
    private (double X, double Y) Rotate(double x, double y, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (middleX, middleY) = (Upright.Width / 2, Upright.Height / 2);
        var (dx, dy) = (x - middleX, y - middleY);
        return ((dx * cos) - (dy * sin) + middleX, (dx * sin) + (dy * cos) + middleY);
    }
}
