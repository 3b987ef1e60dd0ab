using System.Collections.Immutable;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Forms;

/// <summary>A piece of what may be an action sheet, in reading order.</summary>
/// <param name="Block">The paragraph or table that it stands in.</param>
/// <param name="Text">All its words.</param>
internal abstract record FormItem(ContentBlock Block, SourceText Text);

/// <summary>A heading that opens a sheet.</summary>
/// <param name="Block">Where it stands.</param>
/// <param name="Text">Its words.</param>
/// <param name="Title">The title of the action in it; empty without.</param>
/// <param name="IsSure">Whether its words say « fiche »; « Action 3 » may head anything.</param>
internal sealed record HeadingItem(ContentBlock Block, SourceText Text, SourceText Title, bool IsSure) : FormItem(Block, Text);

/// <summary>A label with its value.</summary>
/// <param name="Block">Where it stands.</param>
/// <param name="Label">The label.</param>
/// <param name="Value">The value; empty where nothing is filled in.</param>
internal sealed record PairItem(ContentBlock Block, FormLabel Label, SourceText Value) : FormItem(Block, Value.IsEmpty ? Label.Text : SourceText.Concat([Label.Text, Value]));

/// <summary>Words without a label.</summary>
/// <param name="Block">Where they stand.</param>
/// <param name="Text">The words.</param>
internal sealed record LooseItem(ContentBlock Block, SourceText Text) : FormItem(Block, Text);

/// <summary>A budget or a plan of funding, in a table.</summary>
/// <param name="Block">Where it stands.</param>
/// <param name="Text">All its words.</param>
/// <param name="Reading">What it says.</param>
internal sealed record BudgetItem(ContentBlock Block, SourceText Text, BudgetReading Reading) : FormItem(Block, Text);

/// <summary>A table that is neither form nor budget.</summary>
/// <param name="Block">The table.</param>
/// <param name="Text">All its words.</param>
internal sealed record OtherTableItem(ContentBlock Block, SourceText Text) : FormItem(Block, Text);

/// <summary>A label of a form.</summary>
/// <param name="Text">As written.</param>
/// <param name="Role">What it announces; null where nothing is known of it.</param>
/// <param name="IsPayer">Whether it names somebody who pays.</param>
internal sealed record FormLabel(SourceText Text, HeaderRole? Role, bool IsPayer)
{
    /// <summary>Whether anything is known of it.</summary>
    public bool IsKnown => Role is not null;
}

/// <summary>A label with its value in one text.</summary>
/// <param name="Label">The label; null for words without one.</param>
/// <param name="Value">The value.</param>
internal sealed record FormPart(FormLabel? Label, SourceText Value);

/// <summary>One sheet: its pieces in reading order.</summary>
/// <param name="Items">The pieces.</param>
internal sealed record Fiche(ImmutableArray<FormItem> Items);
