using Ingest.Emission;
using Ingest.Tests.Emission;
using NJsonSchema;
using Xunit;

namespace Ingest.Corpus.Tests;

public sealed class OutputTests
{
    [Theory]
    [MemberData(nameof(SampleCorpus.Samples), MemberType = typeof(SampleCorpus))]
    public async Task Every_output_is_valid(string sample)
    {
        // NJsonSchema knows the shared parts of a schema by the name that they had before draft 2019-09.
        var schema = await JsonSchema.FromJsonAsync(
            JsonSchemaText.Read().Replace("$defs", "definitions", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var errors = schema.Validate(SampleCorpus.ToText(SampleCorpus.Read(sample)));

        Assert.True(errors.Count == 0, SampleCorpus.Tell(sample, [.. errors.Select(error => error.ToString())]));
    }

    [Fact]
    public void A_validator_of_another_language_agrees()
    {
        var ajv = AjvValidator.InstallOrSkip();
        var samples = SampleCorpus.Sources.SelectMany(source => source.Samples).ToList();

        var verdicts = ajv.Validate([.. samples.Select(sample => SampleCorpus.ToText(SampleCorpus.Read(sample)))]);

        Assert.Equal([], samples.Zip(verdicts).Where(pair => !pair.Second.IsValid).Select(pair => SampleCorpus.Tell(pair.First, [.. pair.Second.Errors])));
    }

    [Theory]
    [MemberData(nameof(SampleCorpus.Samples), MemberType = typeof(SampleCorpus))]
    public void Reading_twice_gives_the_same_bytes(string sample)
    {
        var again = SampleCorpus.ToText(SampleCorpus.ReadAfresh(Path.Combine(SampleCorpus.Folder, sample)));

        Assert.True(SampleCorpus.ToText(SampleCorpus.Read(sample)) == again, $"{sample} gives other bytes the second time.");
    }
}
