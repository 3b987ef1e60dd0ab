using System.Collections.Immutable;
using System.Globalization;
using Ingest.Model.Documents;

namespace Ingest.Decisions;

/// <summary>What can be put right in a document's own values: title, kind, years, territory, filing, act.</summary>
internal static class DocumentTargets
{
    private static readonly CorrectableField<IngestedDocument> Title = CorrectableField.Text<IngestedDocument>(document => document.Title, (document, text) => document with { Title = text });

    private static readonly CorrectableField<IngestedDocument> Kind =
        CorrectableField.Word<IngestedDocument, DocumentKind>(document => document.Kind, (document, kind) => document with { Kind = kind!.Value }, mayBeEmpty: false);

    private static readonly CorrectableField<IngestedDocument> Years =
        new(ValueSort.Years, true, document => CorrectionValue.Of(document.Period), (document, value) => document with { Period = value.Years });

    private static readonly CorrectableField<IngestedDocument> FirstYear = OfYear(period => period.Start, (period, year) => period with { Start = year });

    private static readonly CorrectableField<IngestedDocument> LastYear = OfYear(period => period.End, (period, year) => period with { End = year });

    private static readonly CorrectableField<IngestedDocument> ActDate =
        CorrectableField.Day<IngestedDocument>(document => document.Filing!.ActDate, (document, day) => document with { Filing = document.Filing! with { ActDate = day } });

    private static readonly CorrectableField<IngestedDocument> SentOn =
        CorrectableField.Day<IngestedDocument>(document => document.Filing!.SentOn, (document, day) => document with { Filing = document.Filing! with { SentOn = day } });

    private static readonly CorrectableField<IngestedDocument> ReceivedOn =
        CorrectableField.Day<IngestedDocument>(document => document.Filing!.ReceivedOn, (document, day) => document with { Filing = document.Filing! with { ReceivedOn = day } });

    private static readonly CorrectableField<IngestedDocument> ActNumber =
        CorrectableField.Name<IngestedDocument>(document => document.Filing!.ActNumber, (document, number) => document with { Filing = document.Filing! with { ActNumber = number } });

    private static readonly CorrectableField<IngestedDocument> FilingSiren =
        CorrectableField.Name<IngestedDocument>(document => document.Filing!.Siren, (document, siren) => document with { Filing = document.Filing! with { Siren = siren } });

    private static readonly CorrectableField<IngestedDocument> ActTitle =
        CorrectableField.Text<IngestedDocument>(document => document.Act!.Title, (document, text) => document with { Act = document.Act! with { Title = text } });

    private static readonly CorrectableField<IngestedDocument> SessionDate =
        CorrectableField.Day<IngestedDocument>(document => document.Act!.Date, (document, day) => document with { Act = document.Act! with { Date = day } });

    private static readonly CorrectableField<IngestedDocument> EpciName =
        CorrectableField.Text<IngestedDocument>(document => document.Territory.Epci?.Name, (document, _) => document) with { InStep = NameEpci };

    /// <summary>The target at a pointer to a value of the document itself; null where there is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The pointer's parts.</param>
    public static CorrectionTarget? Of(DocumentPart<IngestedDocument> document, ReadOnlySpan<string> path) => path switch
    {
        ["title"] => At(document, Title, "title"),
        ["kind"] => At(document, Kind, "kind"),
        ["period"] => At(document, Years, "period"),
        ["period", "start"] when document.Value.Period is not null => At(document, FirstYear, "period/start", "period"),
        ["period", "end"] when document.Value.Period is not null => At(document, LastYear, "period/end", "period"),
        ["territory", "epci"] or ["territory", "epci", "name"] => At(document, EpciName, "territory/epci"),
        ["territory", "communes", var index, "name"] => OfCommune(document, index),
        ["territory", "quartiers", var index, var name] => OfQuartier(document, index, name),
        ["filing", var name] when document.Value.Filing is not null && FilingField(name) is { } field => At(document, field, "filing/" + name, "filing"),
        ["act", "title"] when document.Value.Act is not null => At(document, ActTitle, "act/title"),
        ["act", "date"] when document.Value.Act is not null => At(document, SessionDate, "act/date"),
        _ => null,
    };

    private static CorrectableField<IngestedDocument>? FilingField(string name) => name switch
    {
        "actDate" => ActDate,
        "sentOn" => SentOn,
        "receivedOn" => ReceivedOn,
        "actNumber" => ActNumber,
        "siren" => FilingSiren,
        _ => null,
    };

    private static CorrectionTarget? OfCommune(DocumentPart<IngestedDocument> document, string index)
    {
        if (PlaceIn(document.Value.Territory.Communes.Length, index) is not { } at)
            return null;
        var field = CorrectableField.Name<IngestedDocument>(whole => whole.Territory.Communes[at].Name, (whole, _) => whole) with { InStep = (replayed, _, name) => NameCommune(replayed, at, name.Text!) };
        var key = string.Create(CultureInfo.InvariantCulture, $"territory/communes/{at}");
        return At(document, field, key + "/name", key);
    }

    private static CorrectionTarget? OfQuartier(DocumentPart<IngestedDocument> document, string index, string name)
    {
        if (PlaceIn(document.Value.Territory.Quartiers.Length, index) is not { } at)
            return null;
        var key = string.Create(CultureInfo.InvariantCulture, $"territory/quartiers/{at}");
        return name switch
        {
            "name" => At(document, CorrectableField.Text<IngestedDocument>(whole => whole.Territory.Quartiers[at].Name, (whole, text) => Quartier(whole, at, quartier => quartier with { Name = text })), key + "/name", key),
            "code" => At(document, CorrectableField.Text<IngestedDocument>(whole => whole.Territory.Quartiers[at].Code, (whole, text) => Quartier(whole, at, quartier => quartier with { Code = text })), key + "/code", key),
            _ => null,
        };
    }

    // What the register says of the place that was named wrongly is wrong of the other: a name that it has once brings its own codes, any other none.
    private static ReplayedDocument NameCommune(ReplayedDocument replayed, int at, string name)
    {
        var territory = replayed.Document.Territory;
        var commune = replayed.Names.Register.CommunesNamed(name) is [var only] ? new Commune(only.Name, only.Insee, only.Siren) : new Commune(name, null, null);
        return replayed.With(replayed.Document with { Territory = territory with { Communes = territory.Communes.SetItem(at, commune with { Name = name }) } });
    }

    private static ReplayedDocument NameEpci(ReplayedDocument replayed, string pointer, CorrectionValue name)
    {
        var siren = name.Text is { } text && replayed.Names.Register.EpcisNamed(text) is [var only] ? only.Siren : null;
        var territory = replayed.Document.Territory with { Epci = name.Text is { } given ? new Epci(given, siren) : null };
        return replayed.With(replayed.Document with { Territory = territory });
    }

    private static IngestedDocument Quartier(IngestedDocument document, int at, Func<Quartier, Quartier> change) =>
        document with { Territory = document.Territory with { Quartiers = document.Territory.Quartiers.SetItem(at, change(document.Territory.Quartiers[at])) } };

    private static CorrectableField<IngestedDocument> OfYear(Func<Period, int> get, Func<Period, int, Period> set) => CorrectableField.Year<IngestedDocument>(
        document => get(document.Period!), (document, year) => document with { Period = set(document.Period!, year!.Value) }) with
    {
        MayBeEmpty = false,
        InStep = (replayed, _, _) => replayed.Settled(finding => finding.Pointer == "/period"),
    };

    // Values of the document itself are found by their pointer; where they were read may anchor them, and need not.
    private static CorrectionTarget At(DocumentPart<IngestedDocument> document, CorrectableField<IngestedDocument> field, string name, string? key = null)
    {
        key ??= name;
        var target = field.At(document, name, (whole, _) => whole with { FieldEvidence = whole.FieldEvidence.SetItem(key, ReplayedDocument.ByHand(whole.FieldEvidence.GetValueOrDefault(key))) });
        return document.Value.FieldEvidence.GetValueOrDefault(key) is { Text.Length: > 0 } evidence ? target with { Anchors = [evidence.Text] } : target;
    }

    private static int? PlaceIn(int length, string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < length ? at : null;
}
