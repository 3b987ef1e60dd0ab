using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using Ingest.Emission.Inspection;
using Ingest.Model.Findings;
using Ingest.Model.Provenance;
using Ingest.Tables;
using Ingest.Tables.Aligned;
using Ingest.Tests.Tables;
using Xunit;

namespace Ingest.Tests.Emission.Inspection;

public sealed class ScoreWordsTests
{
    private static readonly TableScore Score = new(0.873, [new("rows", 0.4), new("prose", -2.25), new("moonlight", 1)]);

    [Fact]
    public void A_candidate_tells_its_score_and_its_reasons_the_heaviest_first()
    {
        var candidate = new TableCandidate(1, new Box(0, 0, 9, 9), TableMethod.Unruled, 3, 2, Rejection.Unlikely) { Score = Score };

        var shape = CandidateToShape.Convert(candidate, new InspectionTexts(Languages.English))!;

        Assert.Equal("by alignment, 3 × 2: unlikely\nlikelihood 0.87\n−2.3 running text\n+1.0 moonlight\n+0.4 number of rows", shape.Title);
    }

    [Fact]
    public void A_table_tells_its_score_on_the_page_and_under_it()
    {
        var inspected = InspectionOf.Pages(document => document, new PageSketch(1).Table([50, 200, 400], [100, 130, 160], ["Action", "Coût"], ["Jardin", "100"]).ToPage());
        inspected = inspected with { Pages = [inspected.Pages[0] with { Grids = [inspected.Pages[0].Grids[0] with { Score = Score }] }] };

        Assert.EndsWith("likelihood 1.00", inspected.Pages[0].Shapes.Single(shape => shape.Kind == "table").Title, StringComparison.Ordinal);
        Assert.Contains("likelihood 0.87 (−2.3 running text, +1.0 moonlight", inspected.Html().QuerySelector(".grid caption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_of_a_score_has_its_words_in_both_languages()
    {
        var names = NamesOfReasons();

        Assert.Contains("prior", names);
        Assert.All(names, name => Assert.NotEqual(new InspectionTexts(Languages.French)["reason." + name], new InspectionTexts(Languages.English)["reason." + name]));
    }

    // Read off the compiled method, so that a reason cannot be added without its words: its texts are the names and nothing else.
    private static ImmutableSortedSet<string> NamesOfReasons()
    {
        var method = typeof(CandidateScore).GetMethod(nameof(CandidateScore.Of))!;
        var code = method.GetMethodBody()!.GetILAsByteArray()!;
        return [.. Enumerable.Range(0, code.Length - 4).Where(at => code[at] == OpCodes.Ldstr.Value && code[at + 4] == 0x70).Select(at => Text(method.Module, BitConverter.ToInt32(code, at + 1))).OfType<string>()];
    }

    // Null where the bytes only look like a text.
    private static string? Text(Module module, int token)
    {
        try
        {
            return module.ResolveString(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
