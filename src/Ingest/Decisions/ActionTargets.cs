using System.Collections.Immutable;
using Ingest.Model.Documents;
using Ingest.Vocabulary;

namespace Ingest.Decisions;

/// <summary>What can be put right in actions, their financers and the totals.</summary>
internal static class ActionTargets
{
    private static readonly ImmutableDictionary<string, CorrectableField<FundedAction>> Actions = new Dictionary<string, CorrectableField<FundedAction>>
    {
        ["title"] = CorrectableField.Text<FundedAction>(action => action.Title, (action, text) => action with { Title = text }),
        ["theme"] = CorrectableField.Text<FundedAction>(action => action.Theme, (action, text) => action with { Theme = text }) with { InStep = SplitTheme },
        ["description"] = CorrectableField.Text<FundedAction>(action => action.Description, (action, text) => action with { Description = text }),
        ["porteur"] = CorrectableField.Text<FundedAction>(action => action.Porteur?.Label, (action, _) => action) with { InStep = PayersInStep.OfPorteur },
        ["year"] = CorrectableField.Year<FundedAction>(action => action.Year, (action, year) => action with { Year = year }),
        ["decision"] = CorrectableField.Word<FundedAction, Decision>(action => action.Decision, (action, decision) => action with { Decision = decision }, mayBeEmpty: true),
        ["totalCost"] = CorrectableField.Money<FundedAction>(action => action.TotalCost, (action, cost) => action with { TotalCost = cost }) with { Rounding = pointer => pointer + "/totalCost" },
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly CorrectableField<FundedAction> PorteurKind = CorrectableField.Name<FundedAction>(
        action => action.Porteur!.Kind, (action, kind) => action with { Porteur = action.Porteur! with { Kind = kind } }) with
    {
        Sort = ValueSort.Word,
        Words = PayerVocabulary.Kinds,
        InStep = PayersInStep.OfPorteurKind,
    };

    private static readonly ImmutableDictionary<string, CorrectableField<Financer>> Financers = new Dictionary<string, CorrectableField<Financer>>
    {
        ["label"] = CorrectableField.Name<Financer>(financer => financer.Label, (financer, label) => financer with { Label = label }) with { InStep = PayersInStep.OfFinancer },
        ["kind"] = CorrectableField.Name<Financer>(financer => financer.Kind, (financer, kind) => financer with { Kind = kind }) with { Sort = ValueSort.Word, Words = PayerVocabulary.Kinds, InStep = PayersInStep.OfFinancerKind },
        ["amount"] = CorrectableField.Money<Financer>(financer => financer.Amount, (financer, amount) => financer with { Amount = amount }) with { Rounding = pointer => pointer },
        ["share"] = CorrectableField.Share<Financer>(financer => financer.Share, (financer, share) => financer with { Share = share }) with { Rounding = pointer => pointer + "/share" },
        ["status"] = CorrectableField.Word<Financer, FundingStatus>(financer => financer.Status, (financer, status) => financer with { Status = status!.Value }, mayBeEmpty: false),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableDictionary<string, CorrectableField<Total>> Totals = new Dictionary<string, CorrectableField<Total>>
    {
        ["label"] = CorrectableField.Name<Total>(total => total.Label, (total, label) => total with { Label = label }) with { InStep = PayersInStep.OfTotal },
        ["of"] = CorrectableField.Text<Total>(total => total.Of, (total, of) => total with { Of = of }),
        ["amount"] = CorrectableField.Money<Total>(total => total.Amount, (total, amount) => total with { Amount = amount }) with { Rounding = pointer => pointer },
        ["share"] = CorrectableField.Share<Total>(total => total.Share, (total, share) => total with { Share = share }) with { Rounding = pointer => pointer + "/share" },
        ["status"] = CorrectableField.Word<Total, FundingStatus>(total => total.Status, (total, status) => total with { Status = status!.Value }, mayBeEmpty: false),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The target at a pointer below <c>/actions</c>; null where there is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The pointer's parts behind « actions ».</param>
    public static CorrectionTarget? OfAction(DocumentPart<IngestedDocument> document, ReadOnlySpan<string> path)
    {
        if (path.Length < 2 || document.Item("actions", path[0], whole => whole.Actions, (whole, actions) => whole with { Actions = actions }, action => action.Id, action => action.Evidence) is not { } action)
            return null;
        return path[1..] switch
        {
            [var name] => Actions.GetValueOrDefault(name)?.At(action, name, Proved),
            ["porteur", "label"] when action.Value.Porteur is not null => Actions["porteur"].At(action, "porteur", Proved),
            ["porteur", "kind"] when action.Value.Porteur is not null => PorteurKind.At(action, "porteur/kind", (part, _) => Proved(part, "porteur")),
            ["financers", var index, var name] => action.Item("financers", index, part => part.Financers, (part, financers) => part with { Financers = financers }, _ => null, financer => financer.Evidence) is { } financer
                ? Financers.GetValueOrDefault(name)?.At(financer, name, (part, _) => part with { Evidence = ReplayedDocument.ByHand(part.Evidence) })
                : null,
            _ => null,
        };
    }

    /// <summary>The target at a pointer below <c>/totals</c>; null where there is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The pointer's parts behind « totals ».</param>
    public static CorrectionTarget? OfTotal(DocumentPart<IngestedDocument> document, ReadOnlySpan<string> path) =>
        path is [var index, var name] && document.Item("totals", index, whole => whole.Totals, (whole, totals) => whole with { Totals = totals }, _ => null, total => total.Evidence) is { } total
            ? Totals.GetValueOrDefault(name)?.At(total, name, (part, _) => part with { Evidence = ReplayedDocument.ByHand(part.Evidence) })
            : null;

    private static FundedAction Proved(FundedAction action, string name) =>
        action with { FieldEvidence = action.FieldEvidence.SetItem(name, ReplayedDocument.ByHand(action.FieldEvidence.GetValueOrDefault(name))) };

    private static ReplayedDocument SplitTheme(ReplayedDocument document, string pointer, CorrectionValue theme)
    {
        var index = int.Parse(pointer["/actions/".Length..], System.Globalization.CultureInfo.InvariantCulture);
        var actions = document.Document.Actions;
        return document.With(document.Document with { Actions = actions.SetItem(index, actions[index] with { Themes = theme.Text is { } text ? document.Names.Terms.SplitThemes(text) : [] }) });
    }
}
