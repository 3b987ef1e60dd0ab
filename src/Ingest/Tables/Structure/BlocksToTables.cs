using System.Collections.Immutable;
using Ingest.Model.Provenance;

namespace Ingest.Tables.Structure;

/// <summary>Ties captions and notes to the tables that they stand next to. They stay blocks of the text as well: nothing is taken away.</summary>
internal sealed class BlocksToTables(StructureOptions options)
{
    private readonly RowWords _words = new(options);

    /// <summary>The blocks with their tables' captions and notes.</summary>
    public ImmutableArray<ContentBlock> Tie(ImmutableArray<ContentBlock> blocks)
    {
        var result = blocks.ToBuilder();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is not TableContent { Table: var table })
                continue;
            var structure = table.Structure with { Caption = CaptionAbove(blocks, i), Notes = NotesBelow(blocks, i) };
            result[i] = new TableContent(table with { Structure = structure });
        }

        return result.ToImmutable();
    }

    private SourceText? CaptionAbove(ImmutableArray<ContentBlock> blocks, int at) =>
        at > 0 && blocks[at - 1] is TextContent { Block: var block } && _words.OpensCaption(block.Text.Text) ? block.Text : null;

    private ImmutableArray<SourceText> NotesBelow(ImmutableArray<ContentBlock> blocks, int at)
    {
        var size = ((TableContent)blocks[at]).Table.FontSize;
        var notes = ImmutableArray.CreateBuilder<SourceText>();
        for (var i = at + 1; i < blocks.Length && notes.Count < options.MaxNotes && blocks[i] is TextContent { Block: var block }; i++)
        {
            if (block.HeadingLevel is not null || !(_words.OpensNote(block.Text.Text) || (size is { } usual && block.FontSize < options.NoteSize * usual)))
                break;
            notes.Add(block.Text);
        }

        return notes.ToImmutable();
    }
}
