using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Provenance;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Passages;

/// <summary>What paragraphs grant.</summary>
/// <param name="Actions">The actions, each with its paragraph.</param>
/// <param name="Total">Their sum, where the paragraphs tell it, with its paragraph.</param>
/// <param name="Blocks">How many paragraphs it took, the first included.</param>
internal sealed record GrantPassage(ImmutableArray<(TextBlock Block, DraftAction Action)> Actions, (TextBlock Block, DraftTotal Total)? Total, int Blocks);

/// <summary>
/// Reads paragraphs that grant: an article, a run of grants between semicolons, or words that announce a list and the plain paragraphs below
/// them. A sentence that is not understood leaves its paragraph to those that tell what was not read.
/// </summary>
internal sealed partial class GrantPassages(PassageVocabulary words, PassageLeads leads, GrantReader reader, PassageTotals totals)
{
    /// <summary>What the first of these paragraphs grants, alone or with those below it; null where it grants nothing that can be told.</summary>
    /// <param name="blocks">Paragraphs that no list mark opens, in order.</param>
    /// <param name="act">The act that the document is; null for none.</param>
    public GrantPassage? Read(IReadOnlyList<TextBlock> blocks, DraftAct? act)
    {
        var text = blocks[0].Text;
        if (leads.GrantOf(text, act) is not { } context || !words.Has(PassageRole.GrantVerb, text.Text))
            return null;
        if (HasMoney(LeadOf(text) is { } lead ? PassageText.Slice(text, new Part(lead.End, text.Text.Length)) : text))
            return ReadSentences(blocks[0], context) is { } run ? WithSumBelow(run, blocks, context) : null;
        return leads.OpensList(text.Text) ? ReadBelow(blocks, context) : null;
    }

    /// <summary>Paragraphs behind a list that go on with it: « 4° 3 000 € à la MJC », whose number no reader takes for a list mark.</summary>
    public GrantPassage? GoOn(IReadOnlyList<TextBlock> blocks, PassageContext context) =>
        blocks.TakeWhile(block => Ordinal().IsMatch(block.Text.Text)).ToList() is { Count: > 0 } items ? ReadItems(items, 0, context) : null;

    private GrantPassage WithSumBelow(GrantPassage run, IReadOnlyList<TextBlock> blocks, PassageContext context) =>
        run.Total is null && blocks.Count > 1 && totals.IsSumOfGrants(blocks[1].Text) && totals.Read(blocks[1].Text, context) is { } total ? run with { Total = (blocks[1], total), Blocks = 2 } : run;

    private static bool HasMoney(SourceText text) => MoneyGrammar.Find(text.Text).Any(mention => mention.HasCurrency);

    // « Article 1er – La Ville attribue les subventions suivantes : »: up to the colon behind the words that grant.
    private Part? LeadOf(SourceText source)
    {
        var text = source.Text;
        if (words.Find(PassageRole.GrantVerb, text) is not [var verb, ..])
            return null;
        var colon = text.IndexOf(':', verb.End);
        // « À l'association X : 3 000 € » has its colon inside the item.
        return colon < 0 || text.AsSpan(0, colon).ContainsAny([';', '\n']) || HasMoney(PassageText.Slice(source, new Part(0, colon))) && !totals.IsTotal(LastPiece(source, colon)) ? null : new Part(0, colon + 1);
    }

    private static SourceText LastPiece(SourceText source, int end) => PassageText.Slice(source, PassageText.Pieces(source.Text, new Part(0, end)).FindLast(piece => PassageText.Trim(source.Text, piece).Length > 0));

    private GrantPassage? ReadSentences(TextBlock block, PassageContext context)
    {
        var text = block.Text.Text;
        var actions = ImmutableArray.CreateBuilder<(TextBlock, DraftAction)>();
        DraftTotal? total = null;
        var (isAnnounced, from) = (false, 0);
        if (LeadOf(block.Text) is { } lead)
        {
            (isAnnounced, from) = (true, lead.End);
            total = totals.Read(LastPiece(block.Text, lead.End - 1), context);
            context = context with { Porteur = reader.ReceiverIn(PassageText.Slice(block.Text, lead)) };
        }

        foreach (var sentence in Sentences(block.Text, from))
        {
            if (HasMoney(sentence) && totals.IsSumOfGrants(sentence))
            {
                total ??= totals.Read(sentence, context);
            }
            else if (HasMoney(sentence))
            {
                var grants = reader.Read(sentence, context, isAnnounced);
                if (grants.IsEmpty)
                    return null;
                actions.AddRange(grants.Select(grant => (block, grant)));
                context = context with { Porteur = grants[^1].Porteur };
            }

            isAnnounced |= words.Has(PassageRole.GrantVerb, sentence.Text);
        }

        return actions.Count == 0 ? null : new GrantPassage(actions.ToImmutable(), total is null ? null : (block, total), 1);
    }

    // The sum may stand behind a comma at the end of the last grant: « …, soit un total de 9 000 € ».
    private IEnumerable<SourceText> Sentences(SourceText source, int from)
    {
        var text = source.Text;
        foreach (var sentence in PassageText.Sentences(text).Where(part => part.End > from).Select(part => part with { Start = Math.Max(part.Start, from) }))
        {
            var cut = sentence.End;
            if (PassageText.Pieces(text, sentence) is [_, .., var last] && PassageText.Trim(text, last) is var sum && text.AsSpan(sum.Start, sum.Length).StartsWith("soit", StringComparison.OrdinalIgnoreCase) && totals.IsSumOfGrants(PassageText.Slice(source, sum)))
                cut = last.Start;
            if (PassageText.Slice(source, sentence with { End = cut }) is { IsEmpty: false } own)
                yield return own;
            if (cut < sentence.End)
                yield return PassageText.Slice(source, sentence with { Start = cut });
        }
    }

    // « … les subventions suivantes : » and a paragraph for each.
    private GrantPassage? ReadBelow(IReadOnlyList<TextBlock> blocks, PassageContext context) => ReadItems(blocks, 1, context with { Porteur = reader.ReceiverIn(blocks[0].Text) });

    private GrantPassage? ReadItems(IReadOnlyList<TextBlock> blocks, int at, PassageContext context)
    {
        var actions = ImmutableArray.CreateBuilder<(TextBlock, DraftAction)>();
        for (; at < blocks.Count && HasMoney(blocks[at].Text) && !words.Opens(PassageRole.Article, blocks[at].Text.Text); at++)
        {
            if (totals.IsSumOfGrants(blocks[at].Text))
                return actions.Count == 0 || totals.Read(blocks[at].Text, context) is not { } total ? null : new GrantPassage(actions.ToImmutable(), (blocks[at], total), at + 1);
            var text = WithoutOrdinal(blocks[at].Text);
            var grants = PassageText.Sentences(text.Text).Select(part => PassageText.Slice(text, part)).Where(HasMoney).Select(sentence => reader.Read(sentence, context, isAnnounced: true)).ToList();
            if (grants.Exists(grant => grant.IsEmpty))
                break;
            actions.AddRange(grants.SelectMany(grant => grant).Select(grant => (blocks[at], grant)));
        }

        return actions.Count == 0 ? null : new GrantPassage(actions.ToImmutable(), null, at);
    }

    private static SourceText WithoutOrdinal(SourceText source) => Ordinal().Match(source.Text) is { Success: true } ordinal ? PassageText.Slice(source, new Part(ordinal.Length, source.Text.Length)) : source;

    [GeneratedRegex(@"^[1-9]\d?[ \u00A0]?(?:°\)?|[.)])[ \u00A0]+(?=\d)")]
    private static partial Regex Ordinal();
}
