using System.Collections.Immutable;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Reading.Packages;
using Ingest.Reading.Sheets;

namespace Ingest.Reading.Xlsx;

/// <summary>Counts, during the reading of one sheet, what was not read as it stands.</summary>
/// <param name="sheet">Name of the sheet.</param>
internal sealed class SheetTally(string sheet)
{
    private readonly ImmutableArray<Finding>.Builder _unread = ImmutableArray.CreateBuilder<Finding>();
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);
    private (int Count, string Cell, string Text) _errors;
    private (int Count, string Cell) _formulas;

    /// <summary>A cell shows the error of a formula.</summary>
    public void Error(int row, int column, string text) =>
        _errors = _errors.Count == 0 ? (1, CellName.Of(row, column), text) : _errors with { Count = _errors.Count + 1 };

    /// <summary>A formula has no result in the file.</summary>
    public void Uncomputed(int row, int column) =>
        _formulas = _formulas.Count == 0 ? (1, CellName.Of(row, column)) : _formulas with { Count = _formulas.Count + 1 };

    /// <summary>A part of the file was not read.</summary>
    /// <param name="part">Its name in the file.</param>
    /// <param name="why">Its content type, or what is wrong with it: words that French and English share.</param>
    public void Unread(string part, string why)
    {
        if (_parts.Add(part))
            _unread.Add(SourceFindings.UnreadPart.At(null, null, part.TrimStart('/'), why));
    }

    /// <summary>A part of the file was not read.</summary>
    /// <param name="part">Its name in the file.</param>
    /// <param name="damage">What was thrown when it was read.</param>
    public void Unread(string part, Exception damage)
    {
        if (damage is not ArchiveLimitException limit)
            Unread(part, damage.Message);
        else if (_parts.Add(part))
            _unread.Add(limit.Finding);
    }

    /// <summary>The sheet has more cells than are read of one.</summary>
    /// <param name="row">The first row that was left out, from 0.</param>
    /// <param name="most">The most cells that are read.</param>
    public void Cut(int row, int most) => _unread.Add(SourceFindings.CellLimit.At(
        null, EvidenceOf(CellName.Of(row, 0), ""), new Wording($"Feuille « {sheet} »", $"Sheet “{sheet}”"), most));

    /// <summary>The workbook has more cells than are read.</summary>
    /// <param name="row">The first row that was left out, from 0.</param>
    /// <param name="most">The most cells that are read.</param>
    /// <param name="thousands">The most characters of them, in thousands.</param>
    public void TooMany(int row, int most, int thousands) => _unread.Add(SourceFindings.UnreadPart.At(
        null, EvidenceOf(CellName.Of(row, 0), ""),
        new Wording($"feuille « {sheet} » à partir de la ligne {CellName.Row(row)}", $"sheet “{sheet}” from row {CellName.Row(row)} on"),
        new Wording($"le classeur a plus de {most} cellules ou de {thousands} milliers de caractères", $"the workbook has more than {most} cells or {thousands} thousand characters")));

    /// <summary>What is to be told.</summary>
    public IEnumerable<Finding> ToFindings()
    {
        if (_errors.Count > 0)
            yield return TextFindings.CellErrors.At(null, EvidenceOf(_errors.Cell, _errors.Text), _errors.Count, sheet, _errors.Cell, _errors.Text);
        if (_formulas.Count > 0)
            yield return TextFindings.UncomputedFormulas.At(null, EvidenceOf(_formulas.Cell, ""), _formulas.Count, sheet, _formulas.Cell);
        foreach (var finding in _unread)
            yield return finding;
    }

    private Evidence EvidenceOf(string cell, string text) =>
        new() { Regions = [new EvidenceRegion { Sheet = sheet, Cell = cell }], Text = text };
}
