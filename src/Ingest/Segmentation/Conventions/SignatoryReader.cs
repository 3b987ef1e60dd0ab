using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Grammar;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Vocabulary;

namespace Ingest.Segmentation.Conventions;

/// <summary>The parties that a block of signatures names. A block that names nobody gives none.</summary>
internal sealed partial class SignatoryReader(StrategyVocabulary vocabulary)
{
    // A party's name with who stands for it; what is longer is a sentence.
    private const int LongestLine = 40;
    private const int LongestSentence = 14;

    /// <summary>The parties in order, each once.</summary>
    public ImmutableArray<SourceText> Read(IEnumerable<Section> sections)
    {
        var parties = new List<SourceText>();
        foreach (var section in sections.Where(section => section.Kind == SectionKind.Signatories))
        {
            var blocks = section.Blocks.OfType<TextContent>().Select(block => block.Block)
                .Where(block => block.HeadingLevel is null || block.Text.Text.Contains(',', StringComparison.Ordinal) || vocabulary.NamesParty(block.Text.Text));
            ImmutableArray<SourceText> texts = new SignatureColumns(vocabulary).Part([.. blocks.Where(block => !Visa().IsMatch(block.Text.Text)).SelectMany(block => WithoutClosing(block.Text))]);
            var listed = texts.Select(text => (Text: text, Parties: OfSentence(text))).Where(list => list.Parties.Count > 0).ToList();
            var others = texts.RemoveAll(text => listed.Exists(list => list.Text == text));
            IEnumerable<SourceText> found = [.. listed.SelectMany(list => list.Parties), .. OfCells([.. others.Where(text => text.Paragraphs.Length > 1).Select(LinesOf)]), .. Chosen([.. others.Where(text => text.Paragraphs.Length == 1).SelectMany(LinesOf)])];
            // In the order in which they stand, whatever their blocks look like.
            parties.AddRange(found.Where(party => !party.IsEmpty).OrderBy(party => texts.IndexOf(texts.FirstOrDefault(text => text.Words.Contains(party.Words.First()))!)));
            foreach (var table in section.Blocks.OfType<TableContent>().Select(block => block.Table))
                parties.AddRange(OfTable(table));
        }

        // An annex may list them: « Organisme | Nom | Qualité | Signature ».
        foreach (var table in sections.Where(section => section.Kind != SectionKind.Signatories).SelectMany(section => section.Blocks.OfType<TableContent>()).Select(block => block.Table).Where(IsListOfSignatures))
            parties.AddRange(OfTable(table));
        // Without a block that names them: « Entre : l'État, représenté par … » at the head of the act.
        if (!parties.Exists(party => !party.IsEmpty))
        {
            var contracting = sections.TakeWhile(section => section.Kind is null or SectionKind.Preamble).SelectMany(section => section.Blocks.OfType<TextContent>()).Select(block => block.Block.Text).SelectMany(LinesOf)
                .Where(line => Represented().IsMatch(line.Text) && line.Words.Take(LongestLine + 1).Count() <= LongestLine && (SentenceGrammar.StartsUpper(line.Text) || ArticleAndName().IsMatch(line.Text))).ToList();
            parties.AddRange(contracting.Count > 1 ? contracting.Select(Party) : []);
        }

        // Where parties are named, offices say who signs for them; a block of offices alone names its parties by them.
        var named = parties.Where(party => !party.IsEmpty).ToList();
        var offices = named.Count(party => vocabulary.OpensWithOffice(party.Text));
        if (named.Count > offices && offices <= 2 * (named.Count - offices))
            named.RemoveAll(party => vocabulary.OpensWithOffice(party.Text));
        return [.. named.DistinctBy(party => Folding.Fold(party.Text))];
    }

    // « L'État ; la Ville de Vitré ; le Département d'Ille-et-Vilaine »: most of them are known to be parties.
    private List<SourceText> OfSentence(SourceText text)
    {
        var parts = new List<SourceText>();
        var from = 0;
        while (text.Text.IndexOf(';', from) is >= 0 and var at)
        {
            parts.Add(text.Slice(from, at - from));
            from = at + 1;
        }

        parts.Add(text.Slice(from, text.Text.Length - from));
        var named = parts.Select(part => part.Text.TrimStart(' ', '\u00A0', '\n') is var own ? part.Slice(part.Text.Length - own.Length, own.Length) : part).Where(part => !part.IsEmpty).ToList();
        return named.Count > 2 && named.TrueForAll(part => part.Words.Take(LongestSentence + 1).Count() <= LongestSentence) && named.Count(part => vocabulary.NamesParty(part.Text)) * 2 >= named.Count
            ? [.. named.Select(Party)]
            : [];
    }

    // « Fait à X, le 28 mars 2024 Pour la Préfecture … »: the first party may stand in the paragraph that closes the act.
    private static IEnumerable<SourceText> WithoutClosing(SourceText text) => Place().IsMatch(text.Text) && FirstParty().Match(text.Text) is { Success: true } party
        ? [text.Slice(0, party.Index), text.Slice(party.Index, text.Text.Length - party.Index)]
        : [text];

    // Where lines begin with « Pour … », those are the parties and the others who signs for them.
    private IEnumerable<SourceText> Chosen(IReadOnlyList<SourceText> lines)
    {
        var named = lines.Where(line => For().IsMatch(line.Text)).ToList();
        // « Pour le maire, le premier adjoint » among « Le préfet … », « Le président … » is one of them.
        var offices = lines.Count(line => vocabulary.OpensWithOffice(line.Text));
        if (named.Count > 0 && offices > 2 * named.Count)
            named = [.. lines.Where(line => For().IsMatch(line.Text) || vocabulary.OpensWithOffice(line.Text))];
        return (named.Count > 0 ? named : Listed(lines)).Select(Party);
    }

    // A plain list of parties, two of them in a row, has others between them that no known word names.
    private IEnumerable<SourceText> Listed(IReadOnlyList<SourceText> lines)
    {
        var parties = Enumerable.Range(0, lines.Count).Where(index => IsParty(lines[index])).ToList();
        if (!parties.Zip(parties.Skip(1)).Any(pair => pair.Second == pair.First + 1))
            return parties.Select(index => lines[index]);
        return Enumerable.Range(parties[0], parties[^1] - parties[0] + 1).Where(index => parties.Contains(index) || MayBeParty(lines[index])).Select(index => lines[index]);
    }

    // « – la Ville de Bar-le-Duc, »
    private static bool IsListed(SourceText line) => line.Paragraphs is [{ Marker: { } marker }] && !marker.Any(char.IsLetterOrDigit) && ArticleAndName().IsMatch(line.Text);

    private static bool MayBeParty(SourceText line) => line.Words.Count() <= LongestSentence / 2 && (IsListed(line) || (SentenceGrammar.StartsUpper(line.Text) && !SentenceGrammar.EndsClause(line.Text)))
         && !Person().IsMatch(line.Text) && !Place().IsMatch(line.Text);

    private static bool IsListOfSignatures(Table table)
    {
        var heads = new TableGrid(table).StartingIn(0);
        return heads.Length > 1 && Header().IsMatch(Folding.Fold(heads[0].Text.Text)) && heads.Any(cell => SignatureHead().IsMatch(Folding.Fold(cell.Text.Text)));
    }

    private IEnumerable<SourceText> OfTable(Table table)
    {
        var grid = new TableGrid(table);
        var header = Enumerable.Range(0, grid.RowCount).FirstOrDefault(row => grid.Row(row).Any(cell => Header().IsMatch(Folding.Fold(cell.Text.Text))), -1);
        if (header >= 0 && grid.ColumnCount > 1)
        {
            // « Signataire | Représenté par | Signature »: the first column names the parties.
            for (var row = header + 1; row < grid.RowCount; row++)
            {
                if (grid.At(row, 0) is { } cell && cell.Row == row && !cell.Text.IsEmpty)
                    yield return Party(LinesOf(cell.Text)[0]);
            }

            yield break;
        }

        // Blocks side by side that alignment took for a table: each column holds its parties, over who signs for them.
        if (grid.StartingIn(0) is { Length: > 1 } heads && heads.Count(cell => For().IsMatch(cell.Text.Text)) > 1)
        {
            foreach (var head in heads)
            {
                var lines = Enumerable.Range(0, grid.RowCount).Select(row => grid.At(row, head.Column)).OfType<TableCell>().Where(cell => cell.Column == head.Column && !cell.Text.IsEmpty).Distinct().SelectMany(cell => LinesOf(cell.Text)).ToList();
                for (var i = 0; i < lines.Count; i++)
                {
                    if (For().IsMatch(lines[i].Text))
                        yield return Party(WholeName(lines, i));
                }
            }

            yield break;
        }

        foreach (var party in OfCells([.. table.Cells.Where(cell => !cell.Text.IsEmpty).Select(cell => LinesOf(cell.Text))]))
            yield return party;
    }

    // « Pour l'Agglomération » over « Montargoise et rives du Loing, »: the name goes on up to its comma, or to who signs.
    private SourceText WholeName(List<SourceText> lines, int first)
    {
        var last = first;
        while (last - first < LongestName && last + 1 < lines.Count && !SentenceGrammar.EndsClause(lines[last].Text) && !vocabulary.OpensWithOffice(lines[last + 1].Text) && !Person().IsMatch(lines[last + 1].Text) && !For().IsMatch(lines[last + 1].Text))
            last++;
        // Without a comma at its end the next line may be the one who signs.
        return last > first && SentenceGrammar.EndsClause(lines[last].Text) ? SourceText.Of(Joined(lines[first..(last + 1)])) : lines[first];
    }

    // « Châlette- » and « sur-Loing, » are one word.
    private static List<SourceWord> Joined(List<SourceText> lines)
    {
        var words = new List<SourceWord>();
        foreach (var line in lines)
        {
            var own = line.Words.ToList();
            if (words.Count > 0 && words[^1].Text is [_, .., '-'])
            {
                words[^1] = words[^1] with { Text = words[^1].Text + own[0].Text, Raw = $"{words[^1].Text} {own[0].Text}", Regions = [.. words[^1].Regions, .. own[0].Regions] };
                own.RemoveAt(0);
            }

            words.AddRange(own);
        }

        return words;
    }

    // Lines of a name behind its first.
    private const int LongestName = 2;

    private IEnumerable<SourceText> OfCells(List<List<SourceText>> cells)
    {
        // A cell is one party: its first line that names one, the others say who signs. Beside parties a cell without their
        // words is one too, by its first line, unless that is a person or a place.
        var hasParties = cells.Exists(lines => Chosen(lines).Any());
        foreach (var lines in cells)
        {
            if ((Chosen(lines).FirstOrDefault() ?? (hasParties && !Person().IsMatch(lines[0].Text) && !Place().IsMatch(lines[0].Text) ? Party(lines[0]) : null)) is { } party)
                yield return party;
        }
    }

    private bool IsParty(SourceText line)
    {
        var words = line.Words.Count();
        if (words > LongestLine || Place().IsMatch(line.Text))
            return false;
        // « – l'État, représenté par … », an item of a list.
        if (Represented().IsMatch(line.Text) && (SentenceGrammar.StartsUpper(line.Text) || ArticleAndName().IsMatch(line.Text)))
            return true;
        if (!SentenceGrammar.StartsUpper(line.Text) && !IsListed(line))
            return false;
        var isSentence = words > LongestSentence || (SentenceGrammar.EndsSentence(line.Text) && words > LongestSentence / 2);
        return !isSentence && line.Text.TrimEnd()[^1] != ':' && vocabulary.NamesParty(line.Text);
    }

    /// <summary>The party of a line, without who stands for it.</summary>
    private SourceText Party(SourceText line)
    {
        var text = line.Text;
        var start = For().Match(text) is { Success: true } lead ? lead.Length : 0;
        var end = Represented().Match(text, start) is { Success: true } represented ? represented.Index : text.Length;
        // « la commune de X, le maire »: the office says who signs for it.
        var comma = text.IndexOf(", ", start, end - start, StringComparison.Ordinal);
        if (comma > start && vocabulary.OpensWithOffice(text[(comma + 2)..end]))
            end = comma;
        var label = text[start..end].TrimEnd(' ', '\u00A0', ',', ':', ';', '.', '(', '–', '-');
        return line.Slice(start, label.Length);
    }

    private static List<SourceText> LinesOf(SourceText text) => [.. text.Paragraphs.Select(paragraph => new SourceText { Paragraphs = [paragraph] })];

    // What the act rests on stands between those who conclude it.
    [GeneratedRegex(@"^(?:Vu|VU|Considérant)(?!\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex Visa();

    [GeneratedRegex(@"(?<=\d{4}[ \u00A0.,]{1,2})Pour[ \u00A0](?=(?:l['’]|l[ae][ \u00A0]|les[ \u00A0]|\p{Lu}))", RegexOptions.CultureInvariant)]
    private static partial Regex FirstParty();

    [GeneratedRegex("^Pour[ \u00A0](?=(?:l['’]|l[ae][ \u00A0]|les[ \u00A0]|\\p{Lu}))", RegexOptions.CultureInvariant)]
    private static partial Regex For();

    [GeneratedRegex(@"^(?:l['’]|l[ae][ \u00A0]|les[ \u00A0])\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex ArticleAndName();

    [GeneratedRegex(@"[ \u00A0,(]*(?:dûment[ \u00A0])?représentée?s?(?:[ \u00A0]\S+)?[ \u00A0]par\b|[ \u00A0,(]+(?:repr\.[ \u00A0]par)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Represented();

    [GeneratedRegex(@"^(?:Fait[ \u00A0]|Le[ \u00A0]?(?:\d|…|\.{2,}|_|$)|À[ \u00A0].*,[ \u00A0]le\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?:M\.|Mme|Mmes|MM\.|Monsieur|Madame|Signature|Date|Cachet|Nom|Qualité)\b|^\p{P}*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Person();

    [GeneratedRegex(@"\b(?:signatures?|emargement|visa)\b", RegexOptions.CultureInvariant)]
    private static partial Regex SignatureHead();

    [GeneratedRegex(@"^(?:signataires?|parties?|partenaires?|institutions?|organismes?|structures?|nom de l organisme|entites?)(?: signataires?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Header();
}
