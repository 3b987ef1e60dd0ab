using Ingest.Grammar;
using Ingest.Model.Findings;

namespace Ingest.Validation;

/// <summary>The same action twice: title, porteur and cost.</summary>
internal static class DuplicateCheck
{
    public static IEnumerable<Finding> Check(CheckInput input) => input.Actions
        .Where(item => item.Action.Title is not null)
        .GroupBy(item => (Folding.Fold(item.Action.Title!), Folding.Fold(item.Action.Porteur?.Label ?? ""), item.Action.TotalCost, item.Action.Year))
        .SelectMany(group => group.Skip(1))
        .Select(item => StructureFindings.DuplicateAction.At(item.Pointer, item.Action.Evidence, item.Action.Title!));
}

/// <summary>Actions without a title or without a porteur.</summary>
internal static class MissingFieldsCheck
{
    public static IEnumerable<Finding> Check(CheckInput input)
    {
        // Where no action has a porteur, the document has no column for it: that is its form, told once.
        var hasPorteurs = input.Document.Actions.Any(action => action.Porteur is not null);
        var isTold = false;
        foreach (var (action, pointer) in input.Actions)
        {
            if (action.Title is null)
                yield return StructureFindings.MissingTitle.At(pointer, action.Evidence, action.Evidence.Text);
            if (action.Porteur is null && (hasPorteurs || !isTold))
            {
                isTold = true;
                yield return StructureFindings.MissingPorteur.At(pointer, action.Evidence, action.Title ?? action.Evidence.Text);
            }
        }
    }
}

/// <summary>Amounts below zero.</summary>
internal static class NegativeAmountCheck
{
    public static IEnumerable<Finding> Check(CheckInput input)
    {
        foreach (var (action, pointer) in input.Actions)
        {
            if (action.TotalCost is { Amount: < 0 } cost)
                yield return Tell(input, pointer + "/totalCost", BudgetFindings.NegativeAmount.At(pointer, action.FieldEvidence.GetValueOrDefault("totalCost") ?? action.Evidence, action.Title ?? "", cost));
            foreach (var (index, financer) in action.Financers.Index().Where(item => item.Item.Amount is { Amount: < 0 }))
                yield return Tell(input, $"{pointer}/financers/{index}", BudgetFindings.NegativeAmount.At($"{pointer}/financers/{index}", financer.Evidence, financer.Label, financer.Amount!.Value));
        }

        foreach (var (total, pointer) in input.Totals.Where(item => item.Total.Amount is { Amount: < 0 }))
            yield return Tell(input, pointer, BudgetFindings.NegativeAmount.At(pointer, total.Evidence, total.Label, total.Amount!.Value));
    }

    private static Finding Tell(CheckInput input, string figure, Finding finding) => input.Doubt.Tell(finding, [figure]);
}

/// <summary>Financers that nobody knows and that are not the porteur itself.</summary>
internal static class UnknownFinancerCheck
{
    public static IEnumerable<Finding> Check(CheckInput input)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (action, pointer) in input.Actions)
        {
            for (var i = 0; i < action.Financers.Length; i++)
            {
                var at = $"{pointer}/financers/{i}";
                if (input.IdentityOf(at) is { IsKnown: false } payer && !action.Financers[i].IsOwnFunds && told.Add(Folding.Fold(payer.Label)))
                    yield return IdentityFindings.UnknownFinancer.At(at, action.Financers[i].Evidence, payer.Label);
            }
        }
    }
}

/// <summary>The programme's year against the date of its act.</summary>
internal static class YearCheck
{
    public static IEnumerable<Finding> Check(CheckInput input)
    {
        if (input.Document is not { Period: { } period, Filing.ActDate: { } act })
            yield break;
        if (period.Start < act.Year - input.Tolerance.YearsBeforeAct || period.Start > act.Year + input.Tolerance.YearsAfterAct)
            yield return IdentityFindings.YearMismatch.At("/period", input.Document.FieldEvidence.GetValueOrDefault("period"), period.Start, act.Year);
    }
}

/// <summary>A document in which nothing was found, or that is none of the kinds read here.</summary>
internal static class NothingFoundCheck
{
    public static IEnumerable<Finding> Check(CheckInput input)
    {
        var document = input.Document;
        if (document.Kind is Model.Documents.DocumentKind.Convention or Model.Documents.DocumentKind.Mixed && document.Enjeux.IsEmpty)
            yield return StructureFindings.StrategyNotRead.At("/enjeux", null);
        else if (document.Kind == Model.Documents.DocumentKind.Other && document.Actions.IsEmpty)
            yield return StructureFindings.OtherKind.At("/kind", document.FieldEvidence.GetValueOrDefault("title"), document.Title ?? document.Source.FileName);
        else if (document.Actions.IsEmpty && document.Enjeux.IsEmpty && !IsSuspicious(input))
            yield return StructureFindings.NothingFound.At("/actions", null);

        // Nothing read of a document that speaks of money is the zero that nobody may take for a figure.
        if (IsSuspicious(input))
        {
            var mentioned = input.Normalized.Mentioned;
            yield return StructureFindings.AmountsWithoutAction.At("/actions", mentioned[0].ToEvidence(), mentioned.Length, mentioned[0].Text);
        }
    }

    private static bool IsSuspicious(CheckInput input) =>
        input.Normalized.Mentioned.Length >= (input.Document.Kind == Model.Documents.DocumentKind.Other ? input.Tolerance.AmountsOfPlan : 1)
        && input.Document is { Actions.IsEmpty: true, Totals.IsEmpty: true, Enjeux.IsEmpty: true };
}
