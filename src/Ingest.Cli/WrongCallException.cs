namespace Ingest.Cli;

/// <summary>The caller's fault, found behind the parser: exit status 2.</summary>
internal sealed class WrongCallException : Exception
{
    /// <summary>The call is wrong for a reason that the message gives in the user's language.</summary>
    public WrongCallException(string message)
        : base(message)
    {
    }
}
