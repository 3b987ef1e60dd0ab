using System.Text.Encodings.Web;

namespace Ingest.Emission;

/// <summary>
/// Escapes what RFC 8259 §7 asks for and nothing else: the quotation mark, the backslash and the control characters
/// U+0000 to U+001F. The encoders of the framework also escape emoji, private-use characters and more, which makes French
/// text and its diffs harder to read for no gain: the output is a file, never a part of an HTML page.
/// </summary>
internal sealed class JsonRequiredEscapes : JavaScriptEncoder
{
    /// <summary>The one instance: it has no state.</summary>
    public static JsonRequiredEscapes Instance { get; } = new();

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => 6; // \u001f

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < 0x20 or '"' or '\\';

    /// <inheritdoc/>
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var characters = new ReadOnlySpan<char>(text, textLength);
        for (var i = 0; i < characters.Length; i++)
        {
            if (WillEncode(characters[i]))
                return i;
            if (!char.IsSurrogate(characters[i]))
                continue;
            // A lone surrogate is no text: the caller puts U+FFFD in its place.
            if (i + 1 == characters.Length || !char.IsSurrogatePair(characters[i], characters[i + 1]))
                return i;
            i++;
        }

        return -1;
    }

    /// <inheritdoc/>
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var escape = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\b' => "\\b",
            '\f' => "\\f",
            < 0x20 => $"\\u{unicodeScalar:x4}",
            _ => char.ConvertFromUtf32(unicodeScalar),
        };
        numberOfCharactersWritten = escape.TryCopyTo(new Span<char>(buffer, bufferLength)) ? escape.Length : 0;
        return numberOfCharactersWritten > 0;
    }
}
