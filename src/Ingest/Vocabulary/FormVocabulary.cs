using System.Collections.Immutable;

namespace Ingest.Vocabulary;

/// <summary>What an answer on a sheet, or the ticked one of several boxes, says.</summary>
public enum FormChoice
{
    /// <summary>Yes to what the label asks.</summary>
    Yes,

    /// <summary>No to what the label asks.</summary>
    No,

    /// <summary>The action goes on from an earlier year.</summary>
    Renewed,

    /// <summary>The action is new.</summary>
    New,

    /// <summary>It was accepted.</summary>
    Accepted,

    /// <summary>It was refused.</summary>
    Refused,

    /// <summary>It was put off.</summary>
    Deferred,
}

/// <summary>The terms of an answer.</summary>
/// <param name="Choice">The answer.</param>
/// <param name="Terms">Its words.</param>
public sealed record ChoiceTerms(FormChoice Choice, ImmutableArray<string> Terms);

/// <summary>Words of a budget that sets charges against receipts.</summary>
/// <param name="Charges">Heads of the side of charges.</param>
/// <param name="Receipts">Heads of the side of receipts.</param>
/// <param name="Totals">Labels of the line that sums up a side.</param>
/// <param name="InKind">What is given in kind.</param>
/// <param name="Balance">Labels of a surplus or a deficit.</param>
public sealed record BudgetWords(
    ImmutableArray<string> Charges, ImmutableArray<string> Receipts, ImmutableArray<string> Totals, ImmutableArray<string> InKind, ImmutableArray<string> Balance)
{
    /// <summary>Heads of the columns of lines, below those of the sides.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];
}

/// <summary>The heading of a sheet.</summary>
/// <param name="IsSheet">Whether its words say that a sheet follows; « Action n° 3 » may head anything.</param>
/// <param name="IsNumbered">Whether a number stands behind its words.</param>
/// <param name="TitleStart">Where the action's title begins in the heading; its length where it holds none.</param>
public readonly record struct FormHeading(bool IsSheet, bool IsNumbered, int TitleStart);

/// <summary>The words of action sheets: number, gender and case do not matter.</summary>
public sealed class FormVocabulary
{
    // « Total des charges prévisionnelles (A) »: so many words beside the term still leave it a line of sums.
    private const int WordsBesideTotal = 3;

    private readonly HeaderVocabulary _headers;
    private readonly HeaderVocabulary _labels;
    private readonly TermIndex<bool> _headings = new(FrenchStem.Of);
    private readonly TermIndex<bool> _numberedHeadings = new(FrenchStem.Of);
    private readonly TermIndex<bool> _qualifiers = new(FrenchStem.Of);
    private readonly TermIndex<bool> _charges = new(FrenchStem.Of);
    private readonly TermIndex<bool> _lines = new(FrenchStem.Of);
    private readonly TermIndex<bool> _receipts = new(FrenchStem.Of);
    private readonly TermIndex<bool> _totals = new(FrenchStem.Of);
    private readonly TermIndex<bool> _inKind = new(FrenchStem.Of);
    private readonly TermIndex<bool> _balance = new(FrenchStem.Of);
    private readonly TermIndex<FormChoice> _choices = new(FrenchStem.Of);

    /// <summary>A vocabulary of the given terms.</summary>
    /// <param name="headers">Headers of columns, which are labels of sheets as well.</param>
    /// <param name="labels">Labels of sheets alone; of two readings theirs counts.</param>
    /// <param name="qualifiers">What may follow a label and adds nothing to it.</param>
    /// <param name="headings">Words that open a sheet.</param>
    /// <param name="numberedHeadings">Words that open a sheet where a number follows.</param>
    /// <param name="budget">Words of budgets.</param>
    /// <param name="choices">Answers.</param>
    public FormVocabulary(
        HeaderVocabulary headers, ImmutableArray<HeaderTerms> labels, ImmutableArray<string> qualifiers, ImmutableArray<string> headings, ImmutableArray<string> numberedHeadings, BudgetWords budget, ImmutableArray<ChoiceTerms> choices)
    {
        _headers = headers;
        _labels = new HeaderVocabulary(labels, []);
        Fill(_qualifiers, qualifiers);
        Fill(_headings, headings);
        Fill(_numberedHeadings, numberedHeadings);
        Fill(_charges, budget.Charges);
        Fill(_lines, budget.Lines);
        Fill(_receipts, budget.Receipts);
        Fill(_totals, budget.Totals);
        Fill(_inKind, budget.InKind);
        Fill(_balance, budget.Balance);
        foreach (var choice in choices)
        {
            foreach (var term in choice.Terms)
                _choices.Add(term, choice.Choice);
        }
    }

    /// <summary>What a label announces; null where nothing is known of it.</summary>
    public HeaderMatch? MatchLabel(string label)
    {
        var whole = Match(label);
        var core = WithoutQualifier(label) is { } shorter ? Match(shorter) : null;
        return core?.Score > (whole?.Score ?? 0) ? core : whole;
    }

    private HeaderMatch? Match(string label)
    {
        var words = HeaderVocabulary.WordsOf(label);
        HeaderMatch? own = _labels.Match(words) is [var first, ..] ? first : null;
        HeaderMatch? known = _headers.Match(words) is [var match, ..] ? match : null;
        return own is null || known?.Score > own.Value.Score ? known : own;
    }

    // The words before a qualifier at the end; null where none stands there.
    private string? WithoutQualifier(string label)
    {
        var tokens = LabelTokens.Of(label);
        var hits = _qualifiers.Find(tokens);
        return hits.Count > 0 && hits[^1].End == tokens.Length && hits[^1].First > 0 ? label[..tokens[hits[^1].First].Start] : null;
    }

    /// <summary>Whether a text opens a sheet (« Fiche action n° 4 – Jardins partagés »), and where its title stands; null where it opens none.</summary>
    public FormHeading? MatchHeading(string text)
    {
        var tokens = LabelTokens.Of(text);
        var (hit, needsNumber) = tokens.IsEmpty ? (null, false)
            : _headings.LongestAt(tokens, 0) is { } heading ? (heading, false)
            : (_numberedHeadings.LongestAt(tokens, 0), true);
        if (hit is not { } found)
            return null;
        var next = found.End;
        var number = next < tokens.Length && tokens[next].Text is "n" or "no" or "numero" ? next + 1 : next;
        var isNumbered = number < tokens.Length && IsNumber(tokens[number].Text) && !IsYear(tokens[number].Text);
        // « Fiches actions 2025 – … » heads a collection of them.
        if ((needsNumber && !isNumbered) || (!isNumbered && (tokens[0].Text[^1] == 's' || (next < tokens.Length && IsYear(tokens[next].Text)))))
            return null;
        var end = isNumbered ? number + 1 : next;
        var start = end < tokens.Length ? tokens[end].Start : text.Length;
        // A quotation mark before the first word belongs to the title.
        var quote = text.AsSpan(0, start).TrimEnd().Length;
        return new FormHeading(!needsNumber, isNumbered, start < text.Length && quote > 0 && text[quote - 1] is '«' or '"' or '“' ? quote - 1 : start);
    }

    /// <summary>Whether a text heads the side of charges and nothing else.</summary>
    public bool HeadsCharges(string text) => IsWhole(_charges, text);

    /// <summary>Whether a head is that of the lines of a side: « Cpte », « Nature ».</summary>
    public bool HeadsLines(string text) => IsWhole(_lines, text);

    /// <summary>Whether a text heads the side of receipts and nothing else.</summary>
    public bool HeadsReceipts(string text) => IsWhole(_receipts, text);

    /// <summary>Whether a label sums up a side of a budget.</summary>
    public bool IsTotal(string label)
    {
        var tokens = LabelTokens.Of(label);
        return !tokens.IsEmpty && _totals.LongestAt(tokens, 0) is { } hit && tokens.Length - hit.End <= WordsBesideTotal;
    }

    /// <summary>Whether a label opens with what is given in kind.</summary>
    public bool IsInKind(string label)
    {
        var tokens = LabelTokens.Of(label);
        return _inKind.Find(tokens) is [var hit, ..] && tokens.Take(hit.First).All(token => IsNumber(token.Text) || token.Text is "total" or "des" or "de" or "la" or "emplois");
    }

    /// <summary>Whether a label names the balance of a budget.</summary>
    public bool IsBalance(string label)
    {
        var tokens = LabelTokens.Of(label);
        return !tokens.IsEmpty && _balance.LongestAt(tokens, 0) is not null;
    }

    /// <summary>The answers that a text names, from left to right.</summary>
    public ImmutableArray<FormChoice> MatchChoices(string text) => [.. _choices.Find(LabelTokens.Of(text)).Select(hit => hit.Value)];

    private static bool IsNumber(string word) => word.Length <= 4 && (word.All(char.IsAsciiDigit) || (char.IsAsciiLetter(word[0]) && word.Length > 1 && word[1..].All(char.IsAsciiDigit)));

    private static bool IsYear(string word) => word.Length == 4 && word.StartsWith("20", StringComparison.Ordinal) && word.All(char.IsAsciiDigit);

    // A unit or a word for « planned » beside it says nothing.
    private static bool IsWhole(TermIndex<bool> terms, string text)
    {
        var tokens = LabelTokens.Of(text.Replace("€", " ", StringComparison.Ordinal));
        while (tokens.Length > 1 && tokens[^1].Text is "euros" or "euro" or "en" or "ttc" or "k" or "previsionnels" or "previsionnelles" or "montant" or "montants" || (tokens.Length > 1 && tokens[^1].Text.Length == 4 && tokens[^1].Text.All(char.IsAsciiDigit)))
            tokens = tokens.RemoveAt(tokens.Length - 1);
        return !tokens.IsEmpty && terms.LongestAt(tokens, 0) is { } hit && hit.End == tokens.Length;
    }

    private static void Fill(TermIndex<bool> index, ImmutableArray<string> terms)
    {
        foreach (var term in terms)
            index.Add(term, true);
    }
}
