using System.Globalization;
using Ingest.Model.Findings;

namespace Ingest.Pipeline;

/// <summary>A pipeline definition, or a file that it names, is wrong: the caller's fault (exit status 2).</summary>
public sealed class DefinitionException : Exception
{
    /// <summary>Something is wrong at a line of a file.</summary>
    /// <param name="file">The file as the caller knows it; the name asked for where no file was found.</param>
    /// <param name="line">Line from 1; 0 where it is about the whole file.</param>
    /// <param name="messageFr">What is wrong and what would be right, in French.</param>
    /// <param name="messageEn">The same in English.</param>
    public DefinitionException(string file, int line, string messageFr, string messageEn)
        : base(messageEn)
    {
        File = file;
        Line = line;
        MessageFr = messageFr;
    }

    /// <summary>The file as the caller knows it.</summary>
    public string File { get; }

    /// <summary>Line from 1; 0 where it is about the whole file.</summary>
    public int Line { get; }

    /// <summary>What is wrong and what would be right, in French.</summary>
    public string MessageFr { get; }

    /// <summary>« file:line: message », as compilers write it, so that editors can jump there.</summary>
    /// <param name="language">Language of the message.</param>
    public string Describe(CultureInfo language)
    {
        var message = language.TwoLetterISOLanguageName == Languages.French.Name ? MessageFr : Message;
        return Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {message}") : $"{File}: {message}";
    }
}
