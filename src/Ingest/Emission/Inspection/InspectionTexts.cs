using System.Globalization;
using System.Resources;
using Ingest.Model.Findings;

namespace Ingest.Emission.Inspection;

/// <summary>The texts of an inspection in one language, from <c>InspectionTexts.resx</c> (French) and its English satellite.</summary>
internal sealed class InspectionTexts
{
    private static readonly ResourceManager Texts = new("Ingest.Emission.Inspection.InspectionTexts", typeof(InspectionTexts).Assembly);

    /// <summary>The texts in a language.</summary>
    public InspectionTexts(CultureInfo language) => Language = language;

    /// <summary>The language.</summary>
    public CultureInfo Language { get; }

    /// <summary>A text.</summary>
    public string this[string key] =>
        Texts.GetString(key, Language) ?? throw new InvalidOperationException($"No text « {key} » among those of the inspection.");

    /// <summary>A text with words filled in.</summary>
    public string Format(string key, params object[] words) => string.Format(CultureInfo.InvariantCulture, this[key], words);

    /// <summary>A number with its noun, in the singular or the plural.</summary>
    public string Count(string key, int number)
    {
        var isSingular = Language.Name == Languages.French.Name ? number is 0 or 1 : number == 1;
        return Format(key + (isSingular ? ".one" : ".many"), number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The word for a member of an enumeration; its own name where a new member has none yet.</summary>
    public string WordFor<T>(T member)
        where T : struct, Enum => Texts.GetString($"{typeof(T).Name}.{member}", Language) ?? member.ToString();

    /// <summary>The words for the reason of a score; its own name where it has none yet.</summary>
    public string ReasonFor(string name) => Texts.GetString("reason." + name, Language) ?? name;

    /// <summary>What a finding says.</summary>
    public string MessageOf(Finding finding) => Language.Name == Languages.French.Name ? finding.Message : finding.MessageEn;
}
