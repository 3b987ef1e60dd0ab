using System.Globalization;
using System.Resources;
using Ingest.Model.Findings;
using Ingest.Model.Values;

namespace Ingest.Cli.Text;

/// <summary>The texts of the command line in one language, from <c>Messages.resx</c> (French) and its English satellite.</summary>
internal sealed class Messages
{
    private static readonly ResourceManager Texts = new("Ingest.Cli.Text.Messages", typeof(Messages).Assembly);

    /// <summary>The texts in a language.</summary>
    public Messages(CultureInfo language) => Language = language;

    /// <summary>The language.</summary>
    public CultureInfo Language { get; }

    private bool IsFrench => Language.Name == Languages.French.Name;

    /// <summary>A text.</summary>
    public string this[string key] =>
        Find(key) ?? throw new InvalidOperationException($"No text « {key} » in the messages of the command line.");

    /// <summary>A text, or null where there is none.</summary>
    public string? Find(string key) => Texts.GetString(key, Language);

    /// <summary>A text with words filled in.</summary>
    public string Format(string key, params object[] words) => string.Format(CultureInfo.InvariantCulture, this[key], words);

    /// <summary>A number with its noun, in the singular or the plural: « 1 action », « 12 actions ».</summary>
    public string Count(string key, int number)
    {
        var isSingular = IsFrench ? number is 0 or 1 : number == 1;
        return $"{number.ToString(CultureInfo.InvariantCulture)} {this[key + (isSingular ? ".one" : ".many")]}";
    }

    /// <summary>An amount as readers of the language write it.</summary>
    public string Amount(Euros euros) => IsFrench ? euros.ToFrench() : euros.ToEnglish();

    /// <summary>What a finding says, in the language.</summary>
    public string Of(Finding finding) => IsFrench ? finding.Message : finding.MessageEn;

    /// <summary>Words in the language.</summary>
    public string Of(Wording wording) => IsFrench ? wording.French : wording.English;
}
