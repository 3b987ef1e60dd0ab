using System.Collections.Immutable;
using Ingest.Grammar;
using Ingest.Model.Documents;
using Ingest.Model.Provenance;
using Ingest.Segmentation.Forms;
using Ingest.Segmentation.Passages;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Plans;

/// <summary>
/// Reads actions that each have a plan of their own below their title, set in two columns without rules or line by line: « Coût total … 11 750 € »,
/// « État … 4 800 € ». The words between two plans are the next action's.
/// </summary>
internal sealed class PlannedActions
{
    private const int LeastPlans = 2;

    // So many (0..1) of the runs of names and amounts must be plans of actions.
    private const double MostPlans = 0.6;

    // Words: what is longer heads no theme.
    private const int LongestTheme = 12;

    // Paragraphs between a title and its plan.
    private const int MostLines = 8;

    private readonly PassageVocabulary _words;
    private readonly HeaderVocabulary _headers;
    private readonly TerminologyVocabulary _terms;
    private readonly RowKinds _kinds;
    private readonly PlanLines _lines;
    private readonly MoneyPhrases _phrases;
    private readonly PassageReader _reader;
    private readonly PassageNames _names;

    public PlannedActions(PassageVocabulary words, HeaderVocabulary headers, PayerVocabulary payers, TerminologyVocabulary terms, RowKinds kinds)
    {
        (_words, _headers, _terms, _kinds, _lines) = (words, headers, terms, kinds, new PlanLines(kinds, words));
        _phrases = new MoneyPhrases(words, payers, headers);
        _reader = new PassageReader(words, _phrases);
        _names = new PassageNames(words, headers, _phrases);
    }

    /// <summary>The actions of a document; none where it has no plans below titles.</summary>
    public FormReading Read(DocumentContent content)
    {
        var plans = Cut([.. _lines.Of(content)]);
        // A recapitulation behind them has the same lines.
        var all = plans.Count;
        plans.RemoveAll(plan => !IsPlan(plan));
        if (plans.Count < LeastPlans || plans.Count < MostPlans * all)
            return FormReading.None;
        var openings = plans.Select(plan => OpeningOf(plan.Head)).ToList();
        // Without a word that opens one, a title stands as far above its plan as in the others.
        var usual = plans.Skip(1).Select((plan, index) => plan.Head.Count - Math.Max(0, openings[index + 1] ?? 0)).DefaultIfEmpty(1).Min();
        var known = openings.Count(opening => opening is not null);
        if (known * 2 < plans.Count)
            return FormReading.None;
        // Who carries may stand alone below the title: where most such lines name bodies, all do.
        var below = plans.Zip(openings).Select(pair => LineBelow(pair.First.Head.Skip(pair.Second ?? Math.Max(0, pair.First.Head.Count - usual)))).OfType<SourceText>().ToList();
        var hasBodies = below.Count * 3 > plans.Count * 2 && below.Count(line => _phrases.IsBody(line.Text)) * 2 >= below.Count;
        var actions = ImmutableArray.CreateBuilder<(DraftAction, int)>();
        var used = ImmutableHashSet.CreateBuilder<ContentBlock>(ReferenceEqualityComparer.Instance);
        var left = ImmutableArray.CreateBuilder<DraftUnassigned>();
        var theme = SourceText.Empty;
        for (var i = 0; i < plans.Count; i++)
        {
            var (head, lines, status) = plans[i];
            var first = openings[i] ?? Math.Max(0, head.Count - usual);
            var above = head.Take(first).ToList();
            if (above.Count > 0 && MayHeadTheme(above[^1]))
                theme = above[^1].Text;
            actions.Add((ToAction([.. head.Skip(first)], lines, theme, hasBodies, status), content.Blocks.IndexOf(head[first].Block)));
            used.UnionWith([.. head.Skip(first).Select(line => line.Block), .. lines.Select(line => line.Block)]);
            // Rows of words that stand in a table between two plans are told where they are no action's.
            left.AddRange(above.Where(line => line.Source is null && line.Text != theme).Select(line => new DraftUnassigned(line.Text, UnassignedReason.LoneCell)));
        }

        return new FormReading { Actions = actions.ToImmutable(), Blocks = used.ToImmutable(), Left = left.ToImmutable() };
    }

    private List<Plan> Cut(List<PlanPiece> pieces)
    {
        var plans = new List<Plan>();
        var (head, lines, status) = (new List<WordLine>(), new List<PlanLine>(), FundingStatus.Planned);
        void Close()
        {
            if (lines.Count > 0)
                plans.Add(new Plan(head, lines, status));
            (head, lines, status) = ([], [], FundingStatus.Planned);
        }

        foreach (var read in pieces)
        {
            var piece = read is PlanLine { IsKnown: false } unknown && lines.Count == 0 ? new WordLine(unknown.Block, unknown.Text, unknown.Source) : read;
            if (piece is PlanLine line)
            {
                lines.Add(line);
                continue;
            }

            // « Soutiens accordés : » between the cost and those who pay announces these.
            if (piece is WordLine announcement && lines.Count > 0 && lines.TrueForAll(own => own.IsCost) && IsAnnouncement(announcement))
            {
                status = _headers.StatusOf(announcement.Text.Text) ?? FundingStatus.Planned;
                continue;
            }

            if (lines.Count > 0 || piece is OtherPiece)
                Close();
            if (piece is WordLine words)
                head.Add(words);
        }

        Close();
        return plans;
    }

    private const int LongestAnnouncement = 6;

    private bool IsAnnouncement(WordLine line) => line.Text.Words.Take(LongestAnnouncement + 1).Count() <= LongestAnnouncement && (line.Text.Text.TrimEnd().EndsWith(':') || _kinds.NamesPlan(line.Text.Text));

    // One cost at most, somebody who pays, nobody twice, and no more paid than it costs.
    private bool IsPlan(Plan plan)
    {
        var costs = plan.Lines.Where(line => line.IsCost).ToList();
        var paid = plan.Lines.Where(line => !line.IsCost).ToList();
        return plan.Head.Count > 0 && costs.Count <= 1 && paid.Exists(line => _kinds.NamesPayer(line.Label.Text)) && plan.Lines.Count > 1
            && (costs is not [var cost] || paid.Sum(line => line.Amount.Amount.Amount) <= cost.Amount.Amount.Amount)
            && plan.Head.Count > 0 && !EndsInColon(plan.Head[^1]) && !(plan.Head.Count == 1 && _kinds.IsPlanHeading(plan.Head[0].Text.Text)) && !plan.Head.TakeLast(MostLines).Any(line => _kinds.NamesRecap(line.Text.Text));
    }

    // The nearest line above a plan that opens an action: a title in quotation marks, « Action n° 3 », who carries it, or a heading of its own.
    private int? OpeningOf(List<WordLine> head)
    {
        // What the source marks as a heading, and not as the document's title, is the action's, whatever short lines stand between it and the plan.
        var heading = head.FindLastIndex(line => line.Source?.HeadingLevel > 0);
        if (heading >= Math.Max(0, head.Count - MostLines) && !_terms.IsTheme(head[heading].Text.Text))
            return heading;
        // « Porté par X », alone on its line, stands right below the title, whatever follows.
        var carrier = head.FindLastIndex(IsCarrier);
        if (carrier > 0 && carrier >= head.Count - MostLines && !EndsSentence(head[carrier - 1]))
            return carrier - 1;
        for (var i = head.Count - 1; i >= Math.Max(0, head.Count - MostLines); i--)
        {
            var text = head[i].Text.Text;
            if (GrantTitles.Quoted(text, default) is { Start: < 3 } || OpensItem(text))
                return i;
            // « Porteur : X » below its title, which is a line of its own.
            if (_words.Opens(PassageRole.Porteur, text))
                return i > 0 && !EndsSentence(head[i - 1]) ? i - 1 : null;
            if (head[i].Source is { } block && (block.HeadingLevel > 0 || block.IsBold) && !_terms.IsTheme(text) && !EndsSentence(head[i]))
                return i;
            if (_names.HasCarrier(_reader.Read(head[i].Text)) && !EndsSentence(head[i]))
                return i;
        }

        return null;
    }

    private bool IsCarrier(WordLine line) => _reader.Read(line.Text) is { Porteur.IsEmpty: false, Head.IsEmpty: true, Rest.IsEmpty: true };

    private bool OpensItem(string text) => _words.Opens(PassageRole.Item, text) && _words.Find(PassageRole.Item, text)[0] is var lead && text.AsSpan(lead.End).TrimStart(" °\u00A0nN") is { Length: > 0 } rest && char.IsAsciiDigit(rest[0]);

    private bool EndsInColon(WordLine line) => line.Text.Text.TrimEnd().EndsWith(':') && !_kinds.NamesPlan(line.Text.Text);

    private static bool EndsSentence(WordLine line) => line.Text.Text.TrimEnd() is [.., '.' or ';' or ':'];

    private static bool MayHeadTheme(WordLine line) => line.Text.Words.Take(LongestTheme + 1).Count() <= LongestTheme && !EndsSentence(line) && SentenceGrammar.StartsUpper(line.Text.Text);

    // The first line below a title, short and no sentence.
    private static SourceText? LineBelow(IEnumerable<WordLine> head) => head.Skip(1).FirstOrDefault() is { } line && new SourceText { Paragraphs = [line.Text.Paragraphs[0]] } is var first
        && first.Words.Take(LongestTheme + 1).Count() <= LongestTheme && SentenceGrammar.StartsUpper(first.Text) && !SentenceGrammar.EndsClause(first.Text) && !first.Text.Contains(':', StringComparison.Ordinal) ? first : null;

    private DraftAction ToAction(List<WordLine> head, List<PlanLine> lines, SourceText theme, bool hasBodies, FundingStatus status)
    {
        var words = SourceText.Concat(head.Select(line => line.Text));
        var titled = _names.OfItem(_reader.Read(head[0].Text), theme, null);
        // A title alone on its line is that line, whatever signs part it; what follows says who carries, and describes.
        var isTitled = !titled.Porteur.IsEmpty || GrantTitles.Quoted(head[0].Text.Text, default) is not null || OpensItem(head[0].Text.Text);
        if (hasBodies && LineBelow(head) is { } body && titled.Porteur.IsEmpty)
        {
            titled = titled with { Porteur = body };
            var rest = head[1].Text.Paragraphs.Skip(1).ToImmutableArray();
            head = [head[0], .. rest.IsEmpty ? [] : (WordLine[])[head[1] with { Text = new SourceText { Paragraphs = rest } }], .. head.Skip(2)];
        }

        var below = head.Count > 1 ? _reader.Read(SourceText.Concat(head.Skip(1).Select(line => line.Text))) : null;
        var action = isTitled ? titled : new DraftAction { Title = head[0].Text, Theme = theme, Porteur = titled.Porteur, Row = words };
        // « T », action portée par : X
        if (GrantTitles.Quoted(head[0].Text.Text, default) is { Start: < 3 } quoted)
            action = action with { Title = PassageText.Slice(head[0].Text, quoted) };
        if (below is not null)
        {
            action = action with
            {
                Porteur = action.Porteur.IsEmpty ? below.Porteur : action.Porteur,
                Description = SourceText.Concat([action.Description, .. below.Opening, .. below.Rest]),
            };
        }

        return action with
        {
            Theme = theme,
            Cost = lines.Find(line => line.IsCost)?.Amount,
            Financings = [.. lines.Where(line => !line.IsCost).Select(line => new DraftFinancing { Label = line.Label, Amount = line.Amount, Status = status })],
            Row = SourceText.Concat([words, .. lines.Select(line => line.Text)]),
        };
    }

    /// <summary>A plan and the words above it.</summary>
    private sealed record Plan(List<WordLine> Head, List<PlanLine> Lines, FundingStatus Status);
}
