namespace Ingest.Tables.Aligned;

/// <summary>Texts that end where none does: after « de », a comma, a hyphen.</summary>
internal static class OpenText
{
    /// <summary>Whether the text, not empty, has to go on.</summary>
    public static bool GoesOn(string text, AlignmentOptions options) => text[^1] is '-' or ',' or '(' or '/' or '\'' or '’' or '&' or '+'
        || options.OpenWords.Contains(text[(text.LastIndexOf(' ') + 1)..].ToLowerInvariant());
}
