using System.Globalization;
using System.Resources;
using Ingest.Model.Provenance;
using Ingest.Model.Values;

namespace Ingest.Model.Findings;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Read with doubt, or part unread.</summary>
    Warning,

    /// <summary>The document's own figures or structure are demonstrably wrong, or it could not be read.</summary>
    Error,
}

/// <summary>
/// An entry of the catalogue of findings: a stable code and its severity. Title, message and help stand in
/// <c>Findings.resx</c> (French) and <c>Findings.en.resx</c> under « code.title », « code.message », « code.help ».
/// </summary>
/// <param name="Code">Family and word, as in « budget.action-sum ».</param>
/// <param name="Severity">How grave it is.</param>
public sealed record FindingKind(string Code, Severity Severity)
{
    private static readonly ResourceManager Texts = new("Ingest.Model.Findings.Findings", typeof(FindingKind).Assembly);

    /// <summary>What the finding is, in a few words.</summary>
    public string Title(CultureInfo language) => Text("title", language);

    /// <summary>What it means and what to do.</summary>
    public string Help(CultureInfo language) => Text("help", language);

    /// <summary>A finding of this kind.</summary>
    /// <param name="pointer">JSON pointer to the value it concerns, null for the document.</param>
    /// <param name="evidence">Where it shows, or null.</param>
    /// <param name="figures">What fills the message: <see cref="Euros"/> and <see cref="Wording"/> are written in each language's manner.</param>
    public Finding At(string? pointer, Evidence? evidence, params ReadOnlySpan<object> figures) => new()
    {
        Code = Code,
        Severity = Severity,
        Message = Format(Languages.French, figures),
        MessageEn = Format(Languages.English, figures),
        Pointer = pointer,
        Evidence = evidence,
    };

    private string Format(CultureInfo language, ReadOnlySpan<object> figures)
    {
        var words = new string[figures.Length];
        for (var i = 0; i < figures.Length; i++)
        {
            words[i] = figures[i] switch
            {
                Euros euros => language == Languages.French ? euros.ToFrench() : euros.ToEnglish(),
                Percent percent => language == Languages.French ? percent.ToFrench() : percent.ToEnglish(),
                Wording wording => language == Languages.French ? wording.French : wording.English,
                IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
                var value => value.ToString() ?? "",
            };
        }

        return string.Format(CultureInfo.InvariantCulture, Text("message", language), words);
    }

    private string Text(string part, CultureInfo language) =>
        Texts.GetString($"{Code}.{part}", language)
        ?? throw new InvalidOperationException($"No text « {Code}.{part} » in the catalogue of findings.");
}

/// <summary>Words of a message that each language says in its own way.</summary>
/// <param name="French">In French, as they stand in the French message.</param>
/// <param name="English">In English.</param>
public sealed record Wording(string French, string English);

/// <summary>The languages of messages.</summary>
public static class Languages
{
    /// <summary>French, the first language of the program.</summary>
    public static CultureInfo French { get; } = CultureInfo.GetCultureInfo("fr");

    /// <summary>English.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");
}

/// <summary>A check that failed, or something read with doubt or not at all.</summary>
public sealed record Finding
{
    /// <summary>Stable code, as in « budget.action-sum ».</summary>
    public required string Code { get; init; }

    /// <summary>How grave it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What is wrong, where and what to do, in French.</summary>
    public required string Message { get; init; }

    /// <summary>The same in English.</summary>
    public required string MessageEn { get; init; }

    /// <summary>JSON pointer to the value in the document, or null.</summary>
    public string? Pointer { get; init; }

    /// <summary>Where it shows, or null.</summary>
    public Evidence? Evidence { get; init; }
}
