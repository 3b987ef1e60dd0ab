using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>Finds action sheets (« fiches action ») laid out as labels with values, in tables or paragraphs, and reads each as an action.</summary>
internal sealed class FormSegmenter
{
    private readonly FormVocabulary _forms;
    private readonly FormLabels _labels;
    private readonly BudgetRegions _regions;
    private readonly FormTables _tables;
    private readonly FicheCutter _cutter;
    private readonly FicheReader _reader;

    /// <summary>A segmenter with the given words of the trade.</summary>
    public FormSegmenter(FormVocabulary forms, HeaderVocabulary headers, PayerVocabulary payers, StrategyVocabulary strategy, RowKinds kinds, SegmentationOptions options)
    {
        _forms = forms;
        _labels = new FormLabels(forms, headers, payers, options);
        var budgets = new BudgetReader(forms, headers, payers, new BudgetLines(forms, kinds));
        _regions = new BudgetRegions(forms, _labels, headers, payers, kinds);
        _tables = new FormTables(forms, _labels, _regions, budgets, options);
        _cutter = new FicheCutter(kinds, strategy, options);
        _reader = new FicheReader(_labels, new ChoiceReader(forms), kinds, options);
    }

    /// <summary>Reads the sheets of a document.</summary>
    /// <param name="content">The document.</param>
    /// <param name="lists">Tables that can be read as lists of funded actions.</param>
    public FormReading Read(DocumentContent content, IReadOnlySet<Table> lists)
    {
        var fiches = _cutter.Cut(TitledForms.Mark(ToItems(content, lists)));
        if (fiches.IsEmpty)
            return FormReading.None;
        var actions = ImmutableArray.CreateBuilder<(DraftAction, int)>();
        var left = ImmutableArray.CreateBuilder<DraftUnassigned>();
        foreach (var fiche in fiches)
        {
            var reading = _reader.Read(fiche);
            actions.AddRange(reading.Actions.Select(action => (action, content.Blocks.IndexOf(fiche.Items[0].Block))));
            left.AddRange(reading.Left);
        }

        return new FormReading
        {
            Actions = actions.ToImmutable(),
            Left = left.ToImmutable(),
            Blocks = fiches.SelectMany(fiche => fiche.Items).Select(item => item.Block).ToImmutableHashSet<ContentBlock>(ReferenceEqualityComparer.Instance),
        };
    }

    /// <summary>Whether a table is the budget of one action, whose accounts and amounts list no actions.</summary>
    public bool IsBudget(Table table) => _regions.HasSides(new TableGrid(table));

    private List<FormItem> ToItems(DocumentContent content, IReadOnlySet<Table> lists)
    {
        var items = new List<FormItem>();
        var right = RightOf(content);
        var above = SourceText.Empty;
        foreach (var block in content.Blocks)
        {
            if (block is TableContent table)
            {
                items.AddRange(_tables.Read(table, above, lists.Contains(table.Table)));
                above = SourceText.Empty;
            }
            else if (block is TextContent { Block: { Role: FlowRole.Body or FlowRole.TextBox, Text.IsEmpty: false } text })
            {
                items.AddRange(OfText(block, text, right));
                above = text.Text;
            }
        }

        return Tabulated(items);
    }

    // « Thématique    Culture », line below line: where only a tab parted labels from their values, and that is lost, several known labels in a row tell.
    private List<FormItem> Tabulated(List<FormItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var run = items.Skip(i).TakeWhile(item => item is LooseItem { Block: TextContent { Block.HeadingLevel: null } } && _labels.Opening(item.Text) is not null).ToList();
            if (run.Select(item => _labels.Opening(item.Text)!.Value.Label.Role).Distinct().Count() >= LeastTabulated)
            {
                for (var j = 0; j < run.Count; j++)
                {
                    var (label, value) = _labels.Opening(run[j].Text)!.Value;
                    items[i + j] = new PairItem(run[j].Block, label, value);
                }
            }

            i += Math.Max(0, run.Count - 1);
        }

        return items;
    }

    // Different labels in a row.
    private const int LeastTabulated = 3;

    private IEnumerable<FormItem> OfText(ContentBlock block, TextBlock text, double? right)
    {
        if (FormHeadings.Read(block, Whole(text), _forms) is { } heading)
            return [heading];
        // « Écoute-moi : point santé » set as a heading is a title.
        return _labels.Split(text.Text, takesUnknown: text.ListLevel is null && text.HeadingLevel is null, right).Select(part => part.Label is { } label ? new PairItem(block, label, part.Value) : (FormItem)new LooseItem(block, part.Value));
    }

    // Where lines of running text end at most; null where the source has no geometry.
    private static double? RightOf(DocumentContent content) => content.Blocks.OfType<TextContent>()
        .SelectMany(text => text.Block.Text.Words).SelectMany(word => word.Regions).Select(region => region.Bbox?.Right).Max();

    // « Fiche action n° 3 – » may have been taken for the sign of a list.
    private static SourceText Whole(TextBlock block) => block.Text.Paragraphs is [{ Marker: { } marker } first, ..] && marker.Any(char.IsLetter) && marker.Length > 3
        ? new SourceText { Paragraphs = [new SourceParagraph([.. first.WordsWithMarker]), .. block.Text.Paragraphs.Skip(1)] }
        : block.Text;
}
