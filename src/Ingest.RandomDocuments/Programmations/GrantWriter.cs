using System.Collections.Immutable;
using System.Globalization;
using Ingest.RandomDocuments.Drawing;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Programmations;

/// <summary>What a deliberation grants.</summary>
/// <param name="Parts">Its paragraphs and items.</param>
/// <param name="Grants">The actions in their order, each with its cost where that is said.</param>
/// <param name="Payer">Who pays, as the deliberation calls itself.</param>
/// <param name="Total">The sum that it states; null without.</param>
/// <param name="NextArticle">The number of the article behind.</param>
internal sealed record WrittenGrants(ImmutableArray<TextPart> Parts, ImmutableArray<(DrawnAction Action, decimal? Cost)> Grants, SpelledBody Payer, decimal? Total, int NextArticle);

/// <summary>How the grants of one article stand below it.</summary>
internal enum GrantShape
{
    /// <summary>An item each.</summary>
    Items,

    /// <summary>A paragraph each, without a sign.</summary>
    Paragraphs,

    /// <summary>One paragraph, semicolons between.</summary>
    Run,
}

/// <summary>Writes the articles of a deliberation that grant: one each, or lists in every shape.</summary>
internal sealed class GrantWriter
{
    private const double CostShare = 0.3;

    private const double PairShare = 0.15;

    private const double SumShare = 0.4;

    private readonly ProgrammationContent _content;
    private readonly PassageWords _words;
    private readonly AmountStyle _amounts;
    private readonly Draw _draw;
    private readonly Func<string, string> _fill;
    private readonly ImmutableArray<TextPart>.Builder _parts = ImmutableArray.CreateBuilder<TextPart>();
    private readonly ImmutableArray<(DrawnAction Action, decimal? Cost)>.Builder _grants = ImmutableArray.CreateBuilder<(DrawnAction Action, decimal? Cost)>();

    /// <summary>A writer for one deliberation.</summary>
    /// <param name="content">What is granted.</param>
    /// <param name="words">Words of passages.</param>
    /// <param name="amounts">How amounts are written in a sentence.</param>
    /// <param name="draw">The lots.</param>
    /// <param name="fill">Puts the commune and the year where a text names them.</param>
    public GrantWriter(ProgrammationContent content, PassageWords words, AmountStyle amounts, Draw draw, Func<string, string> fill) =>
        (_content, _words, _amounts, _draw, _fill) = (content, words, amounts, draw, fill);

    /// <summary>The articles from the second on.</summary>
    /// <param name="isList">Whether one article lists all, or each action has its own.</param>
    public WrittenGrants Write(bool isList)
    {
        var pattern = _draw.Pick(isList ? _words.GrantLists : _words.Articles);
        var paid = _fill(_draw.Pick(_words.Grantors));
        // What names nobody is granted by the assembly that votes.
        var payer = new SpelledBody("ville", "commune", null, pattern.Contains("{paid}", StringComparison.Ordinal) ? paid["la ".Length..] : "conseil municipal");
        pattern = _fill(pattern.Replace("{paid}", paid, StringComparison.Ordinal));
        var next = isList ? WriteList(pattern) : WriteArticles(pattern);
        decimal? total = _draw.Chance(SumShare) ? _content.Actions.Sum(action => action.Money[0].Amount) : null;
        if (total is { } sum && isList)
            Add(_draw.Pick(_words.GrantSums).Replace("{total}", _amounts.Of(sum), StringComparison.Ordinal), TextLook.Body);
        return new WrittenGrants(_parts.ToImmutable(), _grants.ToImmutable(), payer, isList ? total : null, next);
    }

    private int WriteArticles(string pattern)
    {
        var number = 2;
        foreach (var action in _content.Actions)
        {
            Add($"Article {(number++).ToString(CultureInfo.InvariantCulture)} : {Of(pattern, action)}", TextLook.Body);
            _grants.Add((action, pattern.Contains("{cost}", StringComparison.Ordinal) ? action.Cost : null));
        }

        return number;
    }

    private int WriteList(string lead)
    {
        var shape = _draw.Weighted((GrantShape.Items, 60), (GrantShape.Paragraphs, 15), (GrantShape.Run, 25));
        var item = _draw.Pick(shape == GrantShape.Items ? _words.GrantItems : _words.GrantRunItems);
        var (mark, cost, end) = (_draw.Pick(_words.GrantMarks), _draw.Pick(_words.GrantCosts), _draw.OneOf("", " ;", "."));
        var texts = new List<string>();
        for (var i = 0; i < _content.Actions.Length; i++)
        {
            var action = _content.Actions[i];
            var hasCost = item.EndsWith('»') && _draw.Chance(CostShare);
            if (shape == GrantShape.Items && i + 1 < _content.Actions.Length && _draw.Chance(PairShare))
            {
                var other = _content.Actions[++i] with { Porteur = action.Porteur };
                texts.Add(Of(_draw.Pick(_words.GrantPairs), action).Replace("« {title2} »", other.Title.Contains('«', StringComparison.Ordinal) ? other.Title : $"« {other.Title} »", StringComparison.Ordinal).Replace("{amount2}", _amounts.Of(other.Money[0].Amount), StringComparison.Ordinal));
                _grants.Add((action, null));
                _grants.Add((other, null));
                continue;
            }

            texts.Add(Of(hasCost ? item + cost : item, action));
            _grants.Add((action, hasCost ? action.Cost : null));
        }

        lead = lead.Replace("{a}", "2", StringComparison.Ordinal);
        if (shape == GrantShape.Run)
        {
            Add($"{lead} {string.Join(" ; ", texts)}.", TextLook.Body);
            return 3;
        }

        Add(lead, TextLook.Body);
        foreach (var (index, text) in texts.Index())
            Add((shape == GrantShape.Items ? MarkOf(mark, index) : "") + text + end, shape == GrantShape.Items ? TextLook.Item : TextLook.Body);
        return 3;
    }

    private static string MarkOf(string mark, int index) => mark
        .Replace("{i}", (index + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{l}", ((char)('a' + index)).ToString(), StringComparison.Ordinal);

    // A title with marks of its own stands in no second pair.
    private string Of(string pattern, DrawnAction action) => pattern
        .Replace("« {title} »", action.Title.Contains('«', StringComparison.Ordinal) ? action.Title : $"« {action.Title} »", StringComparison.Ordinal)
        .Replace("{title}", action.Title, StringComparison.Ordinal)
        .Replace("{porteur}", action.Porteur!.Label, StringComparison.Ordinal)
        .Replace("{amount}", _amounts.Of(action.Money[0].Amount), StringComparison.Ordinal)
        .Replace("{cost}", _amounts.Of(action.Cost!.Value), StringComparison.Ordinal);

    private void Add(string text, TextLook look) => _parts.Add(new TextPart(text, look));
}
