using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;

namespace Ingest.Layout;

/// <summary>
/// Tells what belongs to the page (running heads and feet, page numbers, filing stamps, watermarks) from the body. Running
/// heads are what several pages repeat at the same height with digits folded (Lin, « Header and footer extraction by page
/// association », SPIE 5010, 2003).
/// </summary>
public static partial class PageFurniture
{
    /// <summary>The pages with their furniture apart. Every visible word is in the body or in one piece of furniture.</summary>
    /// <param name="pages">The geometric pages of one document.</param>
    /// <param name="options">Thresholds, the tuned ones if left out.</param>
    public static ImmutableArray<PageLayout> Separate(IReadOnlyList<Page> pages, LayoutOptions? options = null)
    {
        options ??= LayoutOptions.Default;
        var marked = pages.Select(page => new MarkedPage(page, options)).ToList();
        var candidates = marked.SelectMany(page => page.MarginLines()).ToList();
        var bodySize = FontSizes.Usual(pages.SelectMany(page => page.Words));
        var groups = candidates.GroupBy(line => (line.IsTop, Key: TextKey.DigitsFolded(line.Text)))
            .SelectMany(group => SameHeight(group, options))
            .ToList();
        groups = ReadAlike(groups, options)
            .Where(group => IsRunning(group, pages.Count, bodySize, options))
            .ToList();

        // The repeated header of a table stands between rules with rows that are not repeated; a boxed running head does not.
        var lines = groups.SelectMany(group => group).ToLookup(line => line.Page, line => line.Line);
        var repeated = groups
            .Where(group => !group.Exists(line => line.Row.Value is { } row && line.Page.HasOther(row, lines[line.Page])))
            .SelectMany(group => group)
            .ToHashSet();
        repeated.UnionWith(ReadInOne(repeated, candidates, options));
        var ofPage = candidates.ToLookup(line => line.Page);
        foreach (var page in marked)
            page.TakeFromMargins(ofPage[page], repeated);
        return [.. marked.Select(page => page.ToLayout())];
    }

    private static IEnumerable<List<MarginLine>> SameHeight(IEnumerable<MarginLine> lines, LayoutOptions options)
    {
        var group = new List<MarginLine>();
        foreach (var line in lines.OrderBy(line => line.Distance).ThenBy(line => line.Page.Page.Number))
        {
            if (group.Count > 0 && line.Distance - group[^1].Distance > ShiftOf(line, options))
            {
                yield return group;
                group = [];
            }

            group.Add(line);
        }

        yield return group;
    }

    // Recognition reads one line in several ways: groups of nearly one text at nearly one height are one.
    private static List<List<MarginLine>> ReadAlike(List<List<MarginLine>> groups, LayoutOptions options)
    {
        var joined = groups.Where(group => !group[0].IsRecognised).ToList();
        var read = new List<List<MarginLine>>();
        foreach (var group in groups.Where(group => group[0].IsRecognised).OrderBy(group => group[0].Distance))
        {
            var first = group[0];
            var same = read.FindLast(other => other[0].IsTop == first.IsTop && first.Distance - other.Max(line => line.Distance) <= ShiftOf(first, options)
                && RecognisedLines.AreAlike(TextKey.DigitsFolded(other[0].Text), TextKey.DigitsFolded(first.Text), options));
            if (same is null)
                read.Add(group);
            else
                same.AddRange(group);
        }

        joined.AddRange(read);
        return joined;
    }

    // What most pages say in the same words is running, even where a digit of it is misread on one.
    private static bool AreMostlyAlike(List<MarginLine> lines, int least, LayoutOptions options) => lines.Exists(one =>
    {
        var alike = lines.Where(line => line.Text == one.Text || RecognisedLines.AreAlike(line.Text, one.Text, options)).Select(line => line.Page).Distinct().Count();
        return alike >= least && 2 * alike > lines.Select(line => line.Page).Distinct().Count();
    });

    // Recognition cuts a running head into pieces on one page and not on another: the whole is what its pieces are together.
    private static IEnumerable<MarginLine> ReadInOne(IEnumerable<MarginLine> repeated, IEnumerable<MarginLine> candidates, LayoutOptions options)
    {
        var whole = repeated.Where(line => line.IsRecognised).GroupBy(line => (line.Page, line.IsTop, line.Distance))
            .Select(line => (line.Key.IsTop, line.Key.Distance, Text: string.Join(' ', line.OrderBy(piece => piece.Line.Box.Left).Select(piece => piece.Text)))).Distinct().ToList();
        return [.. candidates.Where(line => line.IsRecognised && whole.Exists(other => other.IsTop == line.IsTop && Math.Abs(other.Distance - line.Distance) <= options.ScannedFurnitureShift && RecognisedLines.AreAlike(other.Text, line.Text, options)))];
    }

    private static double ShiftOf(MarginLine line, LayoutOptions options) => line.IsRecognised ? options.ScannedFurnitureShift : options.FurnitureShift;

    private static bool IsRunning(List<MarginLine> lines, int pageCount, double bodySize, LayoutOptions options)
    {
        var least = Math.Max(2, (int)Math.Ceiling(options.FurnitureShare * pageCount));
        if (lines.Select(line => line.Page).Distinct().Count() < least)
            return false;
        if (lines.TrueForAll(line => line.Text == lines[0].Text) || (lines[0].IsRecognised && AreMostlyAlike(lines, least, options)) || PageNumber().IsMatch(TextKey.Fold(lines[0].Text)))
            return true;

        // « Fiche action n° 2 » is no running head for standing on top of page 2: it is set larger than the text.
        // Recognition misjudges the size of a line, or its number, now and then: most of them tell.
        var counting = lines.Count(line => line.Line.Size() <= bodySize * options.HeadingSize && CountsPages(line));
        return lines[0].IsRecognised ? 2 * counting > lines.Count : counting == lines.Count;
    }

    private static bool CountsPages(MarginLine line) =>
        Number().Matches(line.Text).Any(match => int.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == line.Page.Page.Number);

    private static FurnitureRole RoleOf(MarginLine line) => PageNumber().IsMatch(TextKey.Fold(line.Text))
        ? FurnitureRole.PageNumber
        : line.IsTop ? FurnitureRole.RunningHead : FurnitureRole.RunningFoot;

    private static Furniture ToFurniture(FurnitureRole role, int page, IEnumerable<Word> words) =>
        new(role, SourceText.Of(words.Select(word => LinesToText.ToSource(word, page))));

    [GeneratedRegex(@"^(?:[-–—] ?)?(?:p(?:age|\.)? ?)?(?:n° ?)?(?:\d{1,4}|[ivx]{1,6})(?: ?(?:/|sur|de) ?\d{1,4})?(?: ?[-–—])?$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    private sealed record MarginLine(MarkedPage Page, TextLine Line, bool IsTop, double Distance, Lazy<Box?> Row)
    {
        public string Text { get; } = string.Join(' ', Line.Words.Select(word => word.Text));

        public bool IsRecognised { get; } = RecognisedLines.IsRecognised(Line.Words);
    }

    // The one place where words are marked while they are told apart; it does not leave this class.
    private sealed class MarkedPage
    {
        private readonly HashSet<Word> _taken = new(ReferenceEqualityComparer.Instance);
        private readonly List<Furniture> _furniture = [];
        private readonly ImmutableArray<TextLine> _segments;
        private readonly LayoutOptions _options;
        private readonly TextDirection _direction;

        public MarkedPage(Page page, LayoutOptions options)
        {
            Page = page;
            _options = options;
            var slanted = page.Words.Where(word => word.IsVisible && word.Direction == TextDirection.Slanted).ToList();
            if (slanted.Count > 0)
                Take(FurnitureRole.Watermark, slanted);
            _direction = ReadingFrame.DirectionOf(page.Words.Where(word => word.IsVisible).ToList(), options.TurnedShare);
            var upright = page.Words.Where(word => word.IsVisible && word.Direction == _direction).ToList();
            if (upright.Count > 0)
            {
                foreach (var stamp in StampLines.Find(WordsToLines.Group(page.Number, upright, options).SelectMany(line => WordsToLines.Split(line, options)), options))
                    Take(FurnitureRole.Stamp, stamp);
            }

            var rest = upright.Where(word => !_taken.Contains(word)).ToList();
            _segments = rest.Count == 0
                ? []
                : [.. WordsToLines.Group(page.Number, rest, options).SelectMany(line => WordsToLines.Split(line, options))];
        }

        public Page Page { get; }

        public IEnumerable<MarginLine> MarginLines()
        {
            if (Page.Size is not { } size)
                yield break;
            var frame = ReadingFrame.PageToFrame(new Box(0, 0, size.Width, size.Height), _direction);
            var zone = _options.FurnitureZone * frame.Height;
            var isUpright = _direction == TextDirection.Horizontal;
            var rules = isUpright ? RulingsToEdges.Merge(Page.Rulings.Where(rule => !rule.IsHorizontal), snap: 2, join: 3) : [];
            foreach (var segment in _segments)
            {
                var height = segment.Baseline - frame.Top;
                var isTop = height <= zone;
                if (isTop || height >= frame.Height - zone)
                    yield return new MarginLine(this, segment, isTop, isTop ? height : frame.Height - height, new Lazy<Box?>(() => RowsAround(segment.Box, rules)));
            }
        }

        // From the page's edge inwards, as long as each height has a piece of furniture.
        public void TakeFromMargins(IEnumerable<MarginLine> lines, HashSet<MarginLine> repeated)
        {
            foreach (var margin in lines.GroupBy(line => line.IsTop))
            {
                var isOutermost = true;
                var heights = margin.Where(line => !RecognisedLines.AreNoise(line.Line.Words, _options)).OrderBy(line => line.Distance).GroupBy(line => line.Line.Baseline).ToList();
                for (var i = 0; i < heights.Count; i++)
                {
                    var height = heights[i];
                    var own = height.Where(line => repeated.Contains(line) || (isOutermost && IsOwnNumber(line))).ToList();
                    if (own.Count == 0 || height.Except(own).Any(line => IsAmount(line.Text)) || (margin.Key && IsHeader(heights, i)))
                        break;
                    isOutermost = false;
                    foreach (var line in own)
                        Take(RoleOf(line), line.Line.Words);
                }
            }
        }

        // The line itself, or the one below it at the step of a text: labels are set over several lines.
        private bool IsHeader(List<IGrouping<double, MarginLine>> heights, int at) => HeadsColumns([.. heights[at].Select(line => line.Line)])
            || (at + 1 < heights.Count && heights[at + 1].Key - heights[at].Key < 1.5 * heights[at].First().Line.Size() && heights[at].Count() > 1 && HeadsColumns([.. heights[at + 1].Select(line => line.Line)]));

        // Three labels or more close above lines with something below most of them: the header of a table, repeated on each page.
        private bool HeadsColumns(List<TextLine> labels)
        {
            var reach = _options.HeaderReachEm * labels[0].Size();
            var lines = _segments.Where(segment => segment.Baseline > labels[0].Baseline).GroupBy(segment => segment.Baseline).OrderBy(line => line.Key).Take(4).ToList();
            if (labels.Count < 3 || lines.Count == 0 || lines[0].Key - labels[0].Baseline > reach)
                return false;
            bool IsBelow(TextLine label, TextLine segment) => segment.Frame().Left < label.Frame().Right && segment.Frame().Right > label.Frame().Left;
            return lines.Exists(line => line.Count() > 2 && labels.Count(label => line.Any(segment => IsBelow(label, segment))) * 3 >= labels.Count * 2);
        }

        public PageLayout ToLayout() => new()
        {
            Page = Page,
            Body = [.. Page.Words.Where(word => word.IsVisible && !_taken.Contains(word))],
            Furniture = [.. _furniture],
        };

        private void Take(FurnitureRole role, IReadOnlyCollection<Word> words)
        {
            _taken.UnionWith(words);
            _furniture.Add(ToFurniture(role, Page.Number, words));
        }

        // « Report » and an amount: a row that each page of a table begins with.
        private static bool IsAmount(string text) => ValueText.IsValue(text) && text.Count(char.IsAsciiDigit) > 3;

        private static bool IsOwnNumber(MarginLine line) => PageNumber().IsMatch(TextKey.Fold(line.Text)) && CountsPages(line);

        /// <summary>Whether a line that is not among the given ones stands in the box.</summary>
        public bool HasOther(Box box, IEnumerable<TextLine> lines) =>
            _segments.Where(segment => box.Contains(segment.Box.CenterX, segment.Box.CenterY)).Except(lines).Any();

        // The area of the row of cells in which the box stands and of those above and below it: between the outermost of three
        // vertical rules or more, since two are a frame. Null where there is no row.
        private static Box? RowsAround(Box box, ImmutableArray<Edge> rules)
        {
            var beside = rules.Where(rule => rule.Start <= box.CenterY && rule.End >= box.CenterY).ToList();
            return beside.Count > 2 && beside.Exists(rule => rule.Position <= box.Left + 2) && beside.Exists(rule => rule.Position >= box.Right - 2)
                ? new Box(beside[0].Position, beside.Min(rule => rule.Start), beside[^1].Position, beside.Max(rule => rule.End))
                : null;
        }
    }
}
