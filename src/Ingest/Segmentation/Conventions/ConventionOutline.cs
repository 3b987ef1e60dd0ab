using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Layout;
using Ingest.Model.Pages;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>A part of a document under one heading.</summary>
/// <param name="Kind">What it is; null where its heading says nothing known.</param>
/// <param name="Heading">Its heading; null for what comes before the first.</param>
/// <param name="Blocks">What stands under it, labels of the strategy among them.</param>
internal sealed record Section(SectionKind? Kind, TextBlock? Heading, ImmutableArray<ContentBlock> Blocks)
{
    /// <summary>The neighbourhood that the nearest heading above names, or null.</summary>
    public string? Quartier { get; init; }
}

/// <summary>Cuts a document at its headings, in whatever way the format shows them.</summary>
internal sealed partial class ConventionOutline(StrategyVocabulary vocabulary, LabelReader marks, LabelText labels, ContentsEntries entries, StrategicHeights strategic, NoiseFilter noise)
{
    // Of a heading's words a section's must be so telling: half of them, or the first ones.
    private const double Telling = 0.6;

    private const int LongestHeading = 25;

    private const int LongestLead = 6;

    // Where nothing shows headings (plain text) only short lines may be one.
    private const int LongestPlainHeading = 14;

    private const int LeastLists = 2;

    // Words of the name of a neighbourhood.
    private const int LongestName = 6;

    /// <summary>The blocks of tables of contents.</summary>
    public ImmutableHashSet<TextBlock> Contents(DocumentContent content) =>
        [.. entries.FindContents(content.Blocks, ContentsEntries.FindFurniture(content.Blocks)).Select(index => content.Blocks[index]).OfType<TextContent>().Select(text => text.Block)];

    /// <summary>The sections in order, without tables of contents, notes and what pages repeat.</summary>
    /// <param name="content">The document.</param>
    /// <param name="named">The neighbourhoods that the document names, without articles, folded.</param>
    /// <param name="isConvention">Whether the document calls itself a convention: only then may headings without a mark be those of a strategy that marks open.</param>
    /// <param name="mayBeUnmarked">Whether headings without a mark may open a strategy: it holds no programme either.</param>
    public ImmutableArray<Section> Cut(DocumentContent content, IReadOnlySet<string> named, bool isConvention, bool mayBeUnmarked)
    {
        var blocks = content.Blocks;
        var furniture = ContentsEntries.FindFurniture(blocks);
        var contents = entries.FindContents(blocks, furniture);
        var headings = strategic.Find([.. blocks.Where((_, index) => !contents.Contains(index) && !furniture.Contains(index))]);
        var quartiers = QuartierHeadings.Find(blocks.OfType<TextContent>().Select(text => text.Block.Text.Text));
        bool IsName(TextBlock block) => block.Marker is null && block.Text.Words.Take(LongestName + 1).Count() <= LongestName && named.Contains(QuartierGrammar.Core(block.Text.Text.TrimEnd(' ', ':', '\u00A0')));
        string? NamedQuartier(TextBlock block) => quartiers.Contains(block.Text.Text) || IsName(block)
            ? block.Text.Text
            : QuartierGrammar.Find(block.Text.Text).FirstOrDefault(mention => mention.Name is not null)?.Name ?? (QuartierGrammar.Known(block.Text.Text, named) is [var only] ? only : null);
        var sections = ImmutableArray.CreateBuilder<Section>();
        var (kind, heading, level, quartier) = ((SectionKind?)null, (TextBlock?)null, (int?)null, (string?)null);
        var labelLevel = (int?)null;
        var (partMark, partNumber) = ((string?)null, 0);
        var (articles, marked) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, ReadLabel>(StringComparer.Ordinal));
        var parents = new Stack<(int Level, SectionKind? Kind)>();
        var open = ImmutableArray.CreateBuilder<ContentBlock>();
        void Close()
        {
            if (heading is not null || open.Count > 0)
                sections.Add(new Section(kind, heading, open.ToImmutable()) { Quartier = quartier });
            open.Clear();
        }

        for (var i = 0; i < blocks.Length; i++)
        {
            if (contents.Contains(i) || furniture.Contains(i) || (blocks[i] is TextContent { Block.Role: FlowRole.Header or FlowRole.Footer or FlowRole.Note }))
                continue;
            if (blocks[i] is TextContent { Block: var labelled } && kind == SectionKind.Strategy && labelled.HeadingLevel is { } top && marks.Read(labelled.Text) is { IsExplicit: true, Level: StrategyLevel.Enjeu })
                labelLevel = top;
            if (blocks[i] is TextContent { Block: var closing } && kind != SectionKind.Signatories && Closing().IsMatch(closing.Text.Text) && closing.Text.Words.Take(LongestClosing + 1).Count() <= LongestClosing)
            {
                Close();
                (kind, heading, labelLevel) = (SectionKind.Signatories, null, null);
                open.Add(blocks[i]);
                continue;
            }

            if (blocks[i] is TextContent { Block: { HeadingLevel: > 0 and var height } head } && !StrategyLines.IsItem(head) && noise.HasContent(head.Text))
            {
                // A list that a line announced is over; so is a strategy where a chapter begins, however it is set.
                if (IsAnnounced(kind, heading) || (kind == SectionKind.Signatories && heading is { HeadingLevel: null } && marks.Read(head.Text) is { Numbers.IsEmpty: false }) || (kind == SectionKind.Strategy && (headings.IsForeign(head, heading) || (headings.IsElsewhere(head) && IsOfParties(head))) && marks.Read(head.Text) is not { IsExplicit: true }))
                {
                    Close();
                    (kind, heading, level, labelLevel) = (null, null, null, null);
                }

                // One of the strategy's own, as high as it may be set.
                if (isConvention && kind == SectionKind.Strategy && headings.Headings.Contains(head) && marks.Read(head.Text) is null)
                {
                    open.Add(blocks[i]);
                    continue;
                }

                if (headings.Openers.Contains(head) && (mayBeUnmarked || marks.Read(head.Text) is { IsExplicit: true }) && (kind is null or SectionKind.Preamble || (kind is not (SectionKind.Strategy or SectionKind.Signatories) && height < level)) && !IsOther(head))
                {
                    Close();
                    (kind, heading, level, labelLevel) = (SectionKind.Strategy, null, height, height);
                    open.Add(blocks[i]);
                    continue;
                }
            }

            // « C. Réussite éducative » behind « A. … » and « B. … » of the strategy is its next label, whatever its words.
            if (kind == SectionKind.Strategy && blocks[i] is TextContent { Block: var lettered } && MayHead(lettered) && !Article().IsMatch(lettered.Text.Text) && marks.Read(lettered.Text) is { Numbers.IsEmpty: false } numberedLabel && numberedLabel.Kind != partMark)
            {
                var goesOn = Continues(numberedLabel, marked);
                marked[numberedLabel.Kind] = numberedLabel;
                if (goesOn)
                {
                    open.Add(blocks[i]);
                    continue;
                }
            }

            if (blocks[i] is TextContent { Block: var lead } && Announced(lead, blocks, i, kind == SectionKind.Strategy && IsIntroduction(open) ? null : kind) is { } announced)
            {
                // What it says before stays where it is.
                if (SentenceGrammar.LastSentence(lead.Text.Text).Length < lead.Text.Text.Length)
                    open.Add(blocks[i]);
                Close();
                (kind, heading) = (announced, lead);
                continue;
            }

            if (blocks[i] is TextContent { Block: var block } && (Opens(block, IsLargerThanNext(blocks, i), partMark, kind, kind == SectionKind.Strategy ? labelLevel ?? level : level, labelLevel ?? (open.OfType<TableContent>().Any() ? level : null)) ?? Follows(block, heading, kind) ?? IsNextArticle(block, articles) ?? IsNextPart(block, partMark, partNumber)) is { } next)
            {
                if (ArticleWord(block) is { } opened)
                    articles.Add(opened);
                Close();
                if (next.Kind is null && kind == SectionKind.Strategy && block.HeadingLevel is null && ArticleWord(block) is null)
                    next = next with { Kind = kind };
                // A heading that says nothing known belongs to the part that it stands below.
                while (block.HeadingLevel is { } own && parents.Count > 0 && parents.Peek().Level >= own)
                    parents.Pop();
                if (next.Kind is null && parents.Count > 0)
                    next = next with { Kind = parents.Peek().Kind };
                if (block.HeadingLevel is { } depth)
                    parents.Push((depth, next.Kind));
                if (next.Kind != SectionKind.Strategy)
                    marked.Clear();
                (kind, heading, level) = (next.Kind, block, block.HeadingLevel);
                partNumber = next.IsLabel ? partNumber : marks.Read(block.Text) is { Level: null, Numbers: [var number] } ? number : 0;
                partMark = next.IsLabel ? partMark : Article().IsMatch(block.Text.Text) ? ArticleMark : marks.Read(block.Text)?.Kind;
                labelLevel = next.IsLabel ? block.HeadingLevel : null;
                quartier = NamedQuartier(block) ?? quartier;
                if (next.IsLabel)
                {
                    heading = null;
                    open.Add(blocks[i]);
                }

                continue;
            }

            if (blocks[i] is TextContent { Block: var silent } && ArticleWord(silent) is { } article && MayHead(silent))
                articles.Add(article);
            if (blocks[i] is TextContent { Block: { } plain } && kind != SectionKind.Strategy && MayHead(plain) && marks.Read(plain.Text) is { Level: null, Numbers.Length: 1 } numbered)
                (partMark, partNumber) = (numbered.Kind, numbered.Numbers[0]);
            if (blocks[i] is TextContent { Block: var other } && (other.HeadingLevel is not null || (kind == SectionKind.Statistics && MayHead(other)) || IsName(other) || (IsCoded(other) && blocks.ElementAtOrDefault(i + 1) is TextContent { Block: var below } && StrategyLines.IsItem(below))) && NamedQuartier(other) is { } place)
            {
                // The figures below are another neighbourhood's.
                if (kind is null or SectionKind.Statistics or SectionKind.Preamble && place != quartier)
                {
                    Close();
                    heading = null;
                }

                quartier = place;
            }

            open.Add(blocks[i]);
        }

        Close();
        return [.. sections.SelectMany(section => section.Kind is null && IsNumberedStrategy(section) ? AsStrategy(section) : [section])];
    }

    // « Fait à Châteaudun, le 19 décembre 2019 »: who signs stands below.
    private const int LongestClosing = 40;

    private const string ArticleMark = "article";

    // Words of a line that names a list and is shown as no heading.
    private const int LongestTitle = 4;

    // Words of a sentence that leads to a list.
    private const int LongestAnnouncement = 18;

    // « Article 5 – Dispositions finales » ends « Article 4 – Gouvernance ».
    private static bool Continues(ReadLabel mark, Dictionary<string, ReadLabel> marked) => mark is { Level: null, Numbers: [.., var own] }
        && marked.TryGetValue(mark.Kind, out var before) && before.Numbers.Length == mark.Numbers.Length
        && ((before.Numbers[^1] + 1 == own && before.Numbers.SkipLast(1).SequenceEqual(mark.Numbers.SkipLast(1)))
            || (own == 1 && mark.Numbers is [.., var part, _] && before.Numbers[^2] + 1 == part));

    private static string? ArticleWord(TextBlock block) => Article().Match(block.Text.Text) is { Success: true } article ? Folding.Fold(article.Groups["word"].Value) : null;

    private OpenSection? IsNextArticle(TextBlock block, HashSet<string> articles) =>
        ArticleWord(block) is { } word && articles.Contains(word) && MayHead(block) ? new OpenSection(null, IsLabel: false) : null;

    // « III – La conduite du contrat » ends « II – … » where headings have no height.
    private OpenSection? IsNextPart(TextBlock block, string? partMark, int partNumber) =>
        partNumber > 0 && block.HeadingLevel is null && MayHead(block) && marks.Read(block.Text) is { Level: null, Numbers: [var own] } mark && mark.Kind == partMark && own == partNumber + 1
            ? new OpenSection(null, IsLabel: false)
            : null;

    // « Et trois opportunités : », which is no heading.
    private static bool IsAnnounced(SectionKind? kind, TextBlock? heading) => heading is { HeadingLevel: null } && kind is SectionKind.Irritants or SectionKind.Opportunites or SectionKind.Priorites;

    // « Carriet (QN03321M) » over a list of figures.
    private static bool IsCoded(TextBlock block) => block.Marker is null && block.Text.Words.Take(LongestName + 3).Count() <= LongestName + 2 && !SentenceGrammar.EndsSentence(block.Text.Text)
        && QuartierGrammar.Find(block.Text.Text) is [{ Code: not null, Name: not null }];

    private bool IsOfParties(TextBlock heading) => vocabulary.SectionOf(heading.Text.Text) is SectionKind.Governance or SectionKind.Signatories or SectionKind.Annex;

    private bool IsOther(TextBlock heading) => vocabulary.SectionOf(heading.Text.Text) is not (null or SectionKind.Strategy) && marks.Read(heading.Text) is not { IsExplicit: true };

    // A strategy of which nothing but an overview and running text has been told yet.
    private bool IsIntroduction(IEnumerable<ContentBlock> open) => open.OfType<TextContent>().All(text => text.Block.HeadingLevel is null && text.Block.Marker is null && marks.Read(text.Block.Text) is not { IsExplicit: true });

    // « Difficultés relevées. Les habitants signalent : », « Les points de vigilance sont les suivants : » over a list.
    private SectionKind? Announced(TextBlock block, ImmutableArray<ContentBlock> blocks, int index, SectionKind? current)
    {
        var text = block.Text.Text.TrimEnd();
        // « … deux listes. Points faibles », « … 312 contributions. Trois irritants reviennent : »: the last sentence leads to the list.
        var last = SentenceGrammar.LastSentence(text);
        var words = last.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        // « Forces » alone over a list needs no colon.
        var isTitle = last.Length > 0 && words <= LongestTitle && char.IsLetter(last[^1]) && vocabulary.SectionOf(last) is not null;
        // « Signataires » alone over their table, as workbooks have it.
        if (isTitle && last.Length == text.Length && current != SectionKind.Signatories && blocks.Skip(index + 1).FirstOrDefault() is TableContent && vocabulary.SectionOf(text) == SectionKind.Signatories)
            return SectionKind.Signatories;
        if (current is SectionKind.Strategy or SectionKind.Governance or SectionKind.Signatories || block.Marker is not null || !(last.EndsWith(':') || isTitle) || words > LongestAnnouncement
            || blocks.Skip(index + 1).FirstOrDefault() is not TextContent { Block: { Marker: { } marker } first } || (marker.Any(char.IsLetterOrDigit) && !SentenceGrammar.StartsLower(first.Text.Text)))
            return null;
        var label = text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end && text.Length <= end + 2 + last.Length ? text[..end] : last;
        return DiagnosisOf(label) ?? DiagnosisOf(last);
    }

    private SectionKind? DiagnosisOf(string lead) => vocabulary.MatchSection(lead).FirstOrDefault() is { Section: SectionKind.Irritants or SectionKind.Opportunites or SectionKind.Priorites } best ? best.Section : null;

    // A heading may be but a little larger than what it heads.
    private static bool IsLargerThanNext(ImmutableArray<ContentBlock> blocks, int index) => blocks[index] is TextContent { Block.FontSize: { } own }
        && blocks.Skip(index + 1).FirstOrDefault() is TextContent { Block: { FontSize: { } below, HeadingLevel: null } } && own > below + LeastLarger;

    // Points.
    private const double LeastLarger = 0.5;

    // A part without a telling heading is a strategy where labels with numbers in several parts lead to lists.
    private bool IsNumberedStrategy(Section section)
    {
        var lines = section.Blocks.OfType<TextContent>().Select(block => block.Block).ToList();
        var labels = Enumerable.Range(0, lines.Count).Where(index => marks.Read(lines[index].Text) is { Numbers.Length: > 1 }).ToList();
        var lists = labels.Count(index => index + 1 < lines.Count && !labels.Contains(index + 1) && lines[index + 1].Marker is { } marker && !marker.Any(char.IsLetterOrDigit));
        return lists >= LeastLists && lists * 3 >= labels.Count;
    }

    // What stands before its first label is no part of it; its heading may be that label.
    private IEnumerable<Section> AsStrategy(Section section)
    {
        ImmutableArray<ContentBlock> blocks = section.Heading is { } heading && marks.Read(heading.Text) is { Numbers.Length: > 1 } ? [new TextContent(heading), .. section.Blocks] : section.Blocks;
        ReadLabel? MarkOf(int index) => blocks[index] is TextContent { Block: var block } ? marks.Read(block.Text) : null;
        var first = Enumerable.Range(0, blocks.Length).First(index => MarkOf(index) is { Numbers.Length: > 1 });
        var code = MarkOf(first)!.Code;
        while (first > 0 && MarkOf(first - 1) is { Numbers.Length: > 0 } above && (above.Level is not null || code.StartsWith(above.Code, StringComparison.Ordinal)))
            first--;
        // A heading as high as its own and without a mark ends it.
        var over = blocks[..first].OfType<TextContent>().LastOrDefault(text => text.Block.HeadingLevel is not null)?.Block ?? section.Heading;
        var end = Enumerable.Range(first, blocks.Length - first).FirstOrDefault(index => blocks[index] is TextContent { Block.HeadingLevel: { } height } && height <= over?.HeadingLevel && MarkOf(index) is null, blocks.Length);
        if (first > 0)
            yield return section with { Blocks = blocks[..first] };
        yield return section with { Kind = SectionKind.Strategy, Heading = null, Blocks = blocks[first..end] };
        if (end < blocks.Length)
            yield return section with { Heading = ((TextContent)blocks[end]).Block, Blocks = blocks[(end + 1)..] };
    }

    /// <summary>Whether a paragraph may be a heading: short, no sentence, no item of a list.</summary>
    public bool MayHead(TextBlock block)
    {
        if (block.Role is not (FlowRole.Body or FlowRole.TextBox) || block.Text.IsEmpty || (block.Marker is { } marker && !marker.Any(char.IsLetterOrDigit)))
            return false;
        var words = block.Text.Words.Count();
        // « Ce qui va bien : » before a list.
        var isShown = block.HeadingLevel is not null || block.IsBold || (block.Text.Text.TrimEnd()[^1] == ':' && words <= LongestLead);
        var isUnknown = block.HeadingLevel is null && block.FontSize is null;
        var text = block.Text.Text.TrimEnd();
        // « Les signataires s'engagent à : » leads into a list in the middle of its sentence.
        if (text[^1] == ':' && vocabulary.IsFunctionWord(text.TrimEnd(':', ' ', '\u00A0').Split(' ', '\u00A0')[^1]))
            return false;
        return words <= (isShown ? LongestHeading : LongestPlainHeading) && (isShown || isUnknown) && text[^1] is not ('.' or ';' or ',')
            && !SentenceGrammar.StartsLower(marks.Read(block.Text) is { Level: null, Numbers.IsEmpty: false, Title.IsEmpty: false } mark ? mark.Title.Text : text) && !(block.HeadingLevel is null && labels.OpensItem(block.Text.Words.First().Text));
    }

    private OpenSection? Opens(TextBlock block, bool isLarger, string? partMark, SectionKind? current, int? level, int? labelLevel)
    {
        // What the whole document is called heads no part of it.
        if (block.HeadingLevel == 0)
            return null;
        var mark = marks.Read(block.Text);
        var isLabel = mark is { IsExplicit: true, Level: not null } && IsLabelBlock(block);
        if (isLabel && current != SectionKind.Strategy && (mark!.Level == StrategyLevel.Enjeu || current is null))
            return new OpenSection(SectionKind.Strategy, IsLabel: true);
        if (isLabel || !(MayHead(block) || (isLarger && MayHead(block with { IsBold = true }))))
            return null;
        // Tables of contents are known by their entries, not by a word in a heading.
        var matches = vocabulary.MatchSection(mark?.Title.Text is { Length: > 0 } title ? title : block.Text.Text).RemoveAll(match => match.Section == SectionKind.Contents);
        if (matches is [{ Score: >= Telling } best, ..])
        {
            // A heading below the one of a list of problems parts that list; only a sister heading ends it.
            var isBelow = level is { } above && block.HeadingLevel is { } own && own > above && current is SectionKind.Irritants or SectionKind.Opportunites or SectionKind.Priorites or SectionKind.Strategy;
            return isBelow && best.Section is not (SectionKind.Irritants or SectionKind.Opportunites or SectionKind.Priorites or SectionKind.Statistics) ? null : new OpenSection(best.Section, IsLabel: false);
        }

        // A heading that says nothing known ends what stands above it, unless it stands below that.
        // Among marked enjeux a heading of their height without a mark is no enjeu.
        var ends = current == SectionKind.Strategy ? labelLevel : current is null ? null : level;
        // « a) Accompagner … » below « Volet 1 » may be set as high: a mark of another kind than that of the part belongs to the strategy.
        if (current == SectionKind.Strategy && labelLevel is not null && mark is { Numbers.IsEmpty: false } && mark.Kind != partMark)
            return null;
        return block.HeadingLevel is { } height && height > 0 && height <= ends ? new OpenSection(null, IsLabel: false) : null;
    }

    // In plain text the next number heads the next part, whatever it is called: « 4. Objectifs » behind « 3. Atouts ».
    private OpenSection? Follows(TextBlock block, TextBlock? heading, SectionKind? current) =>
        heading is not null && current != SectionKind.Strategy && StrategyLines.IsOfLines(block) && MayHead(block)
        && marks.Read(heading.Text) is { Numbers: [var before], Level: null } && marks.Read(block.Text) is { Numbers: [var own], Level: null } && own == before + 1
            ? new OpenSection(null, IsLabel: false)
            : null;

    /// <summary>Whether a block with the mark of a label is one, and no sentence that speaks of it.</summary>
    private static bool IsLabelBlock(TextBlock block) =>
        block.Text.Words.Count() <= 2 * LongestHeading && !(block.Marker is { } marker && !marker.Any(char.IsLetterOrDigit) && block.HeadingLevel is null);

    private sealed record OpenSection(SectionKind? Kind, bool IsLabel);

    [GeneratedRegex(@"^(?:(?:Fait|Signé|Établi|(?:L[ae][ \u00A0](?:présente?[ \u00A0])?)?(?:[Cc]onvention|[Cc]harte)[ \u00A0]signée|(?:L[ae][ \u00A0](?:présent[ \u00A0])?)?(?:[Cc]ontrat|[Pp]rotocole|[Aa]venant|[Pp]acte)[ \u00A0]signé)[ \u00A0](?:et[ \u00A0](?:passé|signé)[ \u00A0])?(?:à|en(?![ \u00A0](?:\p{Ll}+[ \u00A0])?(?:19|20)\d\d))[ \u00A0]|À[ \u00A0][^.;:]{2,60},[ \u00A0]le[ \u00A0](?:\d{1,2}(?:er)?[ \u00A0]\p{L}+[ \u00A0]\d{4}|[….\s_]{2,})[ \u00A0.]*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?<word>Art(?:icle|\.)|Titre|Chapitre|Partie|Section)[ \u00A0](?:n°[ \u00A0]?)?(?:\d|[IVX]+\b|premier)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Article();

}
