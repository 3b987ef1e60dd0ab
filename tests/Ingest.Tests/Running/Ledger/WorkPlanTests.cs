using System.Collections.Immutable;
using System.Security.Cryptography;
using Ingest.Collections;
using Ingest.Running;
using Ingest.Running.Ledger;
using Ingest.Tests.Emission;
using Ingest.Tests.Pipeline;
using Xunit;

namespace Ingest.Tests.Running.Ledger;

public sealed class WorkPlanTests : IDisposable
{
    private static readonly UnitKey Key = new("a.pdf", new string('0', 64), "definition", "engine");

    private readonly TemporaryFolder _work = new();

    [Theory]
    [InlineData("tesseract 5.3 fra; pdftoppm version 22", null)]
    [InlineData("tesseract 5.4 fra; pdftoppm version 22", WorkReason.RecognitionChanged)]
    [InlineData("no tesseract fra; pdftoppm version 22", null)] // what was recognised is not given up
    [InlineData("tesseract 5.4 fra; no pdftoppm", null)]
    public void A_new_version_of_text_recognition_reads_again_and_a_missing_one_does_not(string installed, WorkReason? reason) =>
        Assert.Equal(reason, Plan(Done(), installed).Of(Key).Reason);

    [Fact]
    public void A_program_that_was_missing_and_is_there_reads_again() =>
        Assert.Equal(WorkReason.RecognitionChanged, Plan(Done() with { Result = Done().Result! with { Recognition = "no tesseract fra; pdftoppm version 22" } }, "tesseract 5.3 fra; pdftoppm version 22").Of(Key).Reason);

    [Fact]
    public void The_programs_of_text_recognition_are_not_asked_where_no_result_depends_on_them()
    {
        var unit = Done();
        var asked = new Lazy<string>(() => throw new InvalidOperationException("asked"));

        Assert.Null(new WorkPlan(Units(unit with { Result = unit.Result! with { Recognition = null } }), Results(), asked).Of(Key).Reason);
    }

    [Theory]
    [InlineData(UnitState.Pending, WorkReason.Unfinished)]
    [InlineData(UnitState.Running, WorkReason.Unfinished)]
    [InlineData(UnitState.Failed, WorkReason.Lost)]
    [InlineData(UnitState.Done, null)]
    public void Whatever_is_not_done_is_to_be_done(UnitState state, WorkReason? reason) =>
        Assert.Equal(reason, Plan(Done() with { State = state }, "tesseract 5.3 fra; pdftoppm version 22").Of(Key).Reason);

    [Fact]
    public void A_forecast_takes_a_known_document_s_own_time_the_average_of_its_format_for_a_new_one_and_says_what_it_does_not_know()
    {
        var known = Done();
        PlannedUnit New(string path) => new(Key with { Path = path }, WorkReason.New, null);

        var forecast = WorkForecast.Of([new(Key, WorkReason.Forced, known), New("b.PDF"), New("c.odt")], [known], workers: 2);

        Assert.Equal((2, 2, 1), (forecast.Pages, forecast.DocumentsWithoutPages, forecast.DocumentsWithoutDuration));
        Assert.Equal(TimeSpan.FromSeconds(90), forecast.Duration);
        Assert.Null(WorkForecast.PagesOf(new(Key with { ContentHash = "other" }, WorkReason.ContentChanged, known)));
    }

    public void Dispose() => _work.Dispose();

    private WorkPlan Plan(UnitRecord unit, string installed) => new(Units(unit), Results(), new Lazy<string>(installed));

    private ResultFolder Results() => new(_work["out"]);

    private static ImmutableDictionary<string, UnitRecord> Units(UnitRecord unit) => ImmutableDictionary<string, UnitRecord>.Empty.Add(unit.Key.Path, unit);

    private UnitRecord Done()
    {
        var file = _work.Write("out/documents/a.pdf.json", "{}\n");
        return new UnitRecord
        {
            Key = Key,
            State = UnitState.Done,
            Attempts = 1,
            Token = 1,
            Result = new UnitResult
            {
                OutputHash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))),
                OutputLength = 3,
                Digest = DocumentDigest.Of(SampleDocument.Full()),
                Fingerprint = DocumentFingerprint.Of(Key.Path, SampleDocument.Full()),
                Recognition = "tesseract 5.3 fra; pdftoppm version 22",
                Times = [new StageTime(ProcessingStage.Read, TimeSpan.FromSeconds(60)), new StageTime(ProcessingStage.Layout, TimeSpan.FromSeconds(30))],
            },
        };
    }
}
