using Ingest.Model.Documents;
using Ingest.RandomDocuments.Words;

namespace Ingest.RandomDocuments.Programmations;

/// <summary>
/// Draws whether actions stand in tables, and whether those have columns of decisions and renewals: from lots of its own, so that what
/// other lots draw stays what it was.
/// </summary>
internal sealed class FormDraw(ProgrammationWords words, Draw draw)
{
    /// <summary>The content and the layout with what was drawn.</summary>
    public (ProgrammationContent Content, ProgrammationLayout Layout) Next(ProgrammationContent content, ProgrammationLayout layout, FaultKind fault, string format)
    {
        var form = draw.Weighted((ActionForm.Table, 76), (ActionForm.Items, 8), (ActionForm.Sheets, 8), (ActionForm.Articles, 4), (ActionForm.GrantList, 4));
        var (hasDecisions, hasRenewals) = (draw.Chance(0.08), draw.Chance(0.08));
        // Faults are planted in tables and workbooks have nothing else.
        if (form != ActionForm.Table && fault == FaultKind.None && format != "xlsx" && !content.HasGrants)
            return (content, layout with { Form = form });
        var fields = layout.Fields.ToBuilder();
        var headers = layout.Headers.ToBuilder();
        foreach (var (field, isThere, heads) in new[] { (Field.Renewal, hasRenewals, words.Headers.Renewal), (Field.Decision, hasDecisions, words.Headers.Decision) })
        {
            if (!isThere)
                continue;
            // A renewal stands beside the action, a decision at the end.
            if (field == Field.Renewal)
                fields.Insert(fields.IndexOf(Field.Title) + 1, field);
            else
                fields.Add(field);
            headers[field] = draw.Pick(heads);
        }

        return (content with { Actions = [.. content.Actions.Select(Decided)] }, layout with { Fields = fields.ToImmutable(), Headers = headers.ToImmutable() });
    }

    private DrawnAction Decided(DrawnAction action) => action with
    {
        Decision = draw.Weighted((Decision.Accepted, 75), (Decision.Refused, 15), (Decision.Deferred, 10)),
        IsRenewed = draw.Chance(0.5),
    };
}
