using System.CommandLine;
using System.Text;
using Ingest.Reading.Protection;

namespace Ingest.Cli.Commands;

/// <summary>
/// The option <c>--password-file</c> of the verbs that read documents. Passwords come from a file alone: a command line is kept in the
/// history of the shell and shown to every user of the machine.
/// </summary>
internal sealed class PasswordOption
{
    private readonly CommandContext _context;

    /// <summary>An option for one verb.</summary>
    public PasswordOption(CommandContext context)
    {
        _context = context;
        Option = context.Text("--password-file", "option.passwordFile", "name.file");
    }

    /// <summary>The option itself.</summary>
    public Option<string> Option { get; }

    /// <summary>The passwords that the call gives; none where it gives no file.</summary>
    /// <exception cref="WrongCallException">There is no such file, or no password in it.</exception>
    public Passwords Read(ParseResult result)
    {
        if (result.GetValue(Option) is not { } file)
            return Passwords.None;
        var messages = _context.Messages;
        if (!File.Exists(file))
            throw new WrongCallException(messages.Format("error.noSuchFile", file));
        try
        {
            var passwords = Passwords.Parse(File.ReadAllText(file, Encoding.UTF8));
            return passwords.IsEmpty ? throw new WrongCallException(messages.Format("error.noPasswords", file)) : passwords;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new WrongCallException(messages.Format("error.cannotRead", file, error.Message));
        }
    }
}
