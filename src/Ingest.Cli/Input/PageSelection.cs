using System.Collections.Immutable;
using System.Globalization;
using Ingest.Cli.Text;

namespace Ingest.Cli.Input;

/// <summary>Pages as a user names them: « 1-3,7 ».</summary>
internal static class PageSelection
{
    /// <summary>The pages to show.</summary>
    /// <param name="asked">What the user typed; null for the first ones.</param>
    /// <param name="there">Numbers of the pages of the document.</param>
    /// <param name="most">How many are shown where the user names none.</param>
    /// <param name="messages">Texts in the user's language.</param>
    /// <exception cref="WrongCallException">The text names no pages, or one that the document does not have.</exception>
    public static ImmutableHashSet<int> Choose(string? asked, ImmutableArray<int> there, int most, Messages messages)
    {
        if (asked is null)
            return [.. there.Take(most)];
        var chosen = ImmutableHashSet.CreateBuilder<int>();
        foreach (var part in asked.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!TryParse(part, out var first, out var last))
                throw new WrongCallException(messages.Format("error.badPages", asked));
            if (!there.Contains(first) || !there.Contains(last))
                throw new WrongCallException(messages.Format("error.noSuchPage", part, there.Length.ToString(CultureInfo.InvariantCulture)));
            chosen.UnionWith(there.Where(page => page >= first && page <= last));
        }

        return chosen.ToImmutable();
    }

    private static bool TryParse(string part, out int first, out int last)
    {
        last = 0;
        var ends = part.Split('-', StringSplitOptions.TrimEntries);
        return TryNumber(ends[0], out first) && ends.Length <= 2 && TryNumber(ends[^1], out last) && first <= last;
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
