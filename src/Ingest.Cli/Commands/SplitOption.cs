using System.CommandLine;
using Ingest.Evaluation;

namespace Ingest.Cli.Commands;

/// <summary>The option <c>--split</c> of the verbs that score a corpus.</summary>
internal sealed class SplitOption
{
    private const string AllSplits = "all";

    private readonly CommandContext _context;

    /// <summary>An option for one verb.</summary>
    public SplitOption(CommandContext context)
    {
        _context = context;
        Option = context.Text("--split", "option.split", "name.split");
    }

    /// <summary>The option itself.</summary>
    public Option<string> Option { get; }

    /// <summary>The split that the call names; null for all.</summary>
    /// <exception cref="WrongCallException">There is no such split.</exception>
    public Split? Of(ParseResult result) => (result.GetValue(Option) ?? AllSplits) switch
    {
        "tune" => Split.Tune,
        "unseen" => Split.Unseen,
        AllSplits => null,
        var name => throw new WrongCallException(
            _context.Messages.Format("error.badChoice", Option.Name, name, Option.HelpName!.Replace("|", ", ", StringComparison.Ordinal))),
    };
}
