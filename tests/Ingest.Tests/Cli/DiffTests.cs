using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Cli;

public sealed class DiffTests : IDisposable
{
    private const string Forecast = "Programmation 2025 du contrat de ville de Lens\n\nAction\tPorteur\tCoût total\tVille\tANCT\nJardins partagés\tCCAS\t4 950 €\t2 475 €\t2 475 €\nFête de quartier\tVille\t300 €\t300 €\t0 €\n";

    private readonly TemporaryFolder _work = new();

    public void Dispose() => _work.Dispose();

    [Fact]
    public void What_changed_is_told_by_action_and_by_euro()
    {
        var a = _work.Write("projet.txt", Forecast);
        var b = _work.Write("vote.txt", Forecast.Replace("4 950 €\t2 475 €", "5 000 €\t2 525 €", StringComparison.Ordinal));

        var call = CliCall.In("fr_FR.UTF-8", "diff", a, b);

        Assert.Equal(0, call.Status);
        Assert.Contains("0 ajoutée(s), 0 retirée(s), 1 modifiée(s), 1 sans changement", call.Output, StringComparison.Ordinal);
        Assert.Contains("    Ville (prévu) : 2 475,00 € → 2 525,00 € (+50,00 €)", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_that_was_kept_is_compared_as_its_document_is()
    {
        var a = _work.Write("projet.txt", Forecast);
        var kept = _work.Write("projet.txt.json", CliCall.Of("extract", a).Output);

        var call = CliCall.Of("diff", kept, a, "--json");

        Assert.All(call.Json.GetProperty("actions").EnumerateArray(), action => Assert.Equal("unchanged", action.GetProperty("change").GetString()));
        Assert.Equal(2, call.Json.GetProperty("actions").GetArrayLength());
    }

    [Fact]
    public void What_is_no_result_or_cannot_be_read_is_told()
    {
        var a = _work.Write("projet.txt", Forecast);

        Assert.Equal(2, CliCall.Of("diff", a, _work.Write("x.json", "{}")).Status);
        Assert.Equal(1, CliCall.Of("diff", a, _work.Write("x.pdf", "")).Status);
    }
}
