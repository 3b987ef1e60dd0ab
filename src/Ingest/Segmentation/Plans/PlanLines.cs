using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Plans;

/// <summary>Takes the blocks of a document apart into lines of a name and an amount, and words between them.</summary>
internal sealed class PlanLines(RowKinds kinds, PassageVocabulary words)
{
    // Words of the name of a payer or a cost; more are a sentence with an amount in it.
    private const int LongestLabel = 12;

    private const int LongestUnknown = 6;

    // Characters of the article before « participation ».
    private const int LongestArticle = 4;

    private static readonly char[] Leaders = [' ', '\u00A0', ':', '=', '.', '…', '_', '–', '—', '-'];

    /// <summary>The lines of a document, in reading order.</summary>
    public IEnumerable<PlanPiece> Of(DocumentContent content) => content.Blocks.SelectMany(block => block switch
    {
        TextContent { Block: { Role: FlowRole.Body or FlowRole.TextBox, Text.IsEmpty: false } text } => OfText(block, text),
        TextContent => [],
        TableContent { Table: var table } => OfTable(block, new TableGrid(table)),
        _ => [],
    });

    private IEnumerable<PlanPiece> OfText(ContentBlock block, TextBlock text) =>
        Line(block, text.Text) is { } line ? [line] : [new WordLine(block, text.Text, text)];

    // A table without any other shape than « name | amount » and rows of words: those between plans were taken for rows of it.
    private List<PlanPiece> OfTable(ContentBlock block, TableGrid grid)
    {
        var pieces = new List<PlanPiece>();
        for (var row = 0; row < grid.RowCount; row++)
        {
            PlanPiece? piece = grid.StartingIn(row) switch
            {
                [] => null,
                [var only] => (PlanPiece?)Line(block, only.Text) ?? new WordLine(block, only.Text, null),
                [var label, var amount] when !RowKinds.IsFigure(label.Text) && !RowKinds.IsPercent(amount.Text) && MoneyGrammar.ParseCell(amount.Text.Text).Money is { } money =>
                    new PlanLine(block, SourceText.Concat([label.Text, amount.Text]), Named(label.Text), ToAmount(amount.Text, money), IsCost(label.Text)),
                _ => new OtherPiece(block),
            };
            if (piece is OtherPiece)
                return [piece];
            if (piece is not null)
                pieces.Add(piece);
        }

        return pieces;
    }

    // « Coût total de l'action ....... 11 750 € »
    private PlanLine? Line(ContentBlock block, SourceText text)
    {
        if (text.Words.Take(LongestLabel + 5).Count() > LongestLabel + 4 || MoneyGrammar.Find(text.Text) is not [{ HasCurrency: true } money] || money.Start == 0
            || text.Text.AsSpan(money.Start + money.Length).Trim(" \u00A0;.,").Length > 0)
            return null;
        var label = Named(text.Slice(0, money.Start));
        if (IsSentence(label.Text))
            return null;
        var isKnown = kinds.NamesPayer(label.Text) || IsCost(label);
        return !label.IsEmpty && label.Words.Count() <= (isKnown ? LongestLabel : LongestUnknown) && (isKnown || SentenceGrammar.StartsUpper(label.Text))
            ? new PlanLine(block, text, label, ToAmount(text, money), IsCost(label)) { IsKnown = isKnown, Source = (block as TextContent)?.Block }
            : null;
    }

    // « X, pour l'action « Y » : 3 200 € » grants; « Plan de financement : CAF 900 € », « Cette action est financée par la CAF : 900 € » are plans in
    // a sentence, which may name others that pay.
    private bool IsSentence(string label) => label.AsSpan().ContainsAny('«', '“', '"')
        || (label.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && kinds.IsPlanHeading(label[..colon]))
        || words.Find(PassageRole.Plan, label).Any(lead => lead.Start > LongestArticle && !kinds.NamesPayer(label[..lead.Start]));

    // « Budget » announces what an action costs as « Coût total » does.
    private bool IsCost(SourceText label) => (kinds.NamesCost(label.Text) || words.Opens(PassageRole.Cost, label.Text)) && !kinds.NamesPayer(label.Text);

    private static SourceText Named(SourceText label)
    {
        var length = label.Text.TrimEnd(Leaders).Length;
        return length == label.Text.Length ? label : label.Slice(0, length);
    }

    private static DraftAmount ToAmount(SourceText text, MoneyMention money) => new(text.Slice(money.Start, money.Length), money.Amount, money.Unit, money.IsAmbiguous);
}
