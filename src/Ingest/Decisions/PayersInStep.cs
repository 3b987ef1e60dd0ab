using System.Globalization;
using Ingest.Model.Documents;
using Ingest.Normalization;

namespace Ingest.Decisions;

/// <summary>Keeps kinds, identifiers and own funds in step with labels that were put right. A kind that a person gave stays.</summary>
internal static class PayersInStep
{
    public static ReplayedDocument OfFinancer(ReplayedDocument document, string pointer, CorrectionValue label)
    {
        var identity = document.Names.Payers.Identify(label.Text!);
        var (action, financer) = Places(pointer);
        var now = document.Document.Actions[action].Financers[financer];
        identity = document.Corrected.Contains(pointer + "/kind") ? OfKind(identity, now.Kind) : identity;
        return OwnFunds(
            Change(document, action, financer, now with { Kind = identity.Kind, Programme = identity.Programme }).Named(pointer, identity), action);
    }

    public static ReplayedDocument OfFinancerKind(ReplayedDocument document, string pointer, CorrectionValue kind)
    {
        var (action, financer) = Places(pointer);
        var known = document.Normalized.Identities.GetValueOrDefault(pointer) ?? document.Names.Payers.Identify(document.Document.Actions[action].Financers[financer].Label);
        return OwnFunds(document.Named(pointer, OfKind(known, kind.Text!)), action);
    }

    public static ReplayedDocument OfPorteur(ReplayedDocument document, string pointer, CorrectionValue label)
    {
        var (action, _) = Places(pointer);
        var identity = label.Text is { } text ? document.Names.Payers.Identify(text) : null;
        var actions = document.Document.Actions;
        var porteur = identity is null ? null : new Porteur(identity.Label, identity.Kind, identity.Siren);
        if (porteur is not null && document.Corrected.Contains($"{pointer}/porteur/kind") && actions[action].Porteur is { } now)
            (porteur, identity) = (porteur with { Kind = now.Kind }, OfKind(identity!, now.Kind));
        return OwnFunds(document.With(document.Document with { Actions = actions.SetItem(action, actions[action] with { Porteur = porteur }) }).Named(pointer + "/porteur", identity), action);
    }

    public static ReplayedDocument OfPorteurKind(ReplayedDocument document, string pointer, CorrectionValue kind)
    {
        var (action, _) = Places(pointer);
        var place = pointer + "/porteur";
        var known = document.Normalized.Identities.GetValueOrDefault(place) ?? document.Names.Payers.Identify(document.Document.Actions[action].Porteur!.Label);
        return OwnFunds(document.Named(place, OfKind(known, kind.Text!)), action);
    }

    // What names no payer sums costs, and goes on to.
    public static ReplayedDocument OfTotal(ReplayedDocument document, string pointer, CorrectionValue label)
    {
        var index = int.Parse(pointer["/totals/".Length..], CultureInfo.InvariantCulture);
        var total = document.Document.Totals[index];
        if (total.Kind is null)
            return document;
        var identity = document.Names.Payers.Identify(label.Text!);
        return document.With(document.Document with { Totals = document.Document.Totals.SetItem(index, total with { Kind = identity.Kind }) }).Named(pointer, identity);
    }

    private static PayerIdentity OfKind(PayerIdentity identity, string kind) => identity with { Kind = kind, IsKnown = true };

    private static ReplayedDocument Change(ReplayedDocument document, int action, int financer, Financer changed)
    {
        var actions = document.Document.Actions;
        return document.With(document.Document with { Actions = actions.SetItem(action, actions[action] with { Financers = actions[action].Financers.SetItem(financer, changed) }) });
    }

    private static ReplayedDocument OwnFunds(ReplayedDocument document, int index)
    {
        var action = document.Document.Actions[index];
        var identities = document.Normalized.Identities;
        var pointer = string.Create(CultureInfo.InvariantCulture, $"/actions/{index}");
        var porteur = identities.GetValueOrDefault(pointer + "/porteur");
        var financers = action.Financers.Select((financer, place) =>
            identities.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{pointer}/financers/{place}")) is { } identity
                ? financer with { IsOwnFunds = PayerNormalizer.IsOwnFunds(porteur, identity) }
                : financer);
        return document.With(document.Document with { Actions = document.Document.Actions.SetItem(index, action with { Financers = [.. financers] }) });
    }

    // « /actions/3/financers/0 »: 3 and 0; where it names no financer, −1.
    private static (int Action, int Financer) Places(string pointer)
    {
        var parts = pointer.Split('/');
        return (int.Parse(parts[2], CultureInfo.InvariantCulture), parts.Length > 4 ? int.Parse(parts[4], CultureInfo.InvariantCulture) : -1);
    }
}
