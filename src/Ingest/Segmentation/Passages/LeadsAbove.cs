using System.Collections.Immutable;
using Ingest.Layout;
using Ingest.Model.Provenance;

namespace Ingest.Segmentation.Passages;

/// <summary>
/// What stands above the lists of one document. What was found above a list is remembered for those below it, so that no paragraph is looked
/// at more than once or twice, however many lists there are.
/// </summary>
internal sealed class LeadsAbove(PassageLeads leads, ImmutableArray<TextBlock> blocks, DraftAct? act)
{
    // Above which paragraph it is known, and by which heading alone the way there is open; null where any heading leaves it open.
    private (int Place, PassageContext Context, TextBlock? Heading) _known = (-1, PassageContext.None, null);

    /// <summary>What stands above a list.</summary>
    /// <param name="first">The first item of the list.</param>
    /// <param name="heading">The heading of its part; null without.</param>
    public PassageContext Of(TextBlock first, TextBlock? heading)
    {
        var place = blocks.IndexOf(first);
        var (context, opener) = Above(place, heading);
        _known = (place, context, opener);
        return context;
    }

    private (PassageContext Context, TextBlock? Opener) Above(int place, TextBlock? heading)
    {
        var caption = SourceText.Empty;
        TextBlock? opener = null;
        for (var i = place - 1; i >= 0; i--)
        {
            if (i + 1 == _known.Place && (_known.Heading is null || _known.Heading == heading))
                return (caption.IsEmpty || ReferenceEquals(_known.Context, PassageContext.None) ? _known.Context : _known.Context with { Caption = caption }, opener ?? _known.Heading);
            var block = blocks[i];
            if (leads.Read(block, act) is { } context)
            {
                // What is refused was asked of the body that grants in the list before.
                if (context.Decision is not null && !context.NamesPayer)
                    context = context with { Payer = _known.Context.Payer };
                return (caption.IsEmpty ? context : context with { Caption = caption }, opener);
            }

            // Headings, lists and their sums may stand between the words that announce several lists and the last of these.
            if (!leads.IsBetween(block, act))
            {
                if (block != heading)
                    break;
                opener = heading;
            }

            if (caption.IsEmpty && leads.IsCaption(block))
                caption = block.Text;
        }

        return (PassageContext.None, opener);
    }
}
