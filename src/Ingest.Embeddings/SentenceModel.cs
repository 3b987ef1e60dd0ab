using System.Collections.Immutable;
using System.Globalization;
using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Ingest.Embeddings;

/// <summary>
/// A sentence-embedding model in ONNX with its vocabulary: texts to vectors of length 1. What the model says of each piece is averaged,
/// unless it says one vector for the whole. It computes on one thread, so that the same text gives the same vector whatever else runs;
/// several threads can use it at once.
/// </summary>
public sealed class SentenceModel : IDisposable
{
    private const string Pieces = "input_ids";
    private const string Mask = "attention_mask";
    private const string Segments = "token_type_ids";

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly WordPieces _pieces;
    private readonly int _mostPieces;
    private readonly string _output;

    private SentenceModel(InferenceSession session, string output, WordPieces pieces, int mostPieces) =>
        (_session, _output, _pieces, _mostPieces) = (session, output, pieces, mostPieces);

    /// <summary>Number of values of a vector.</summary>
    public int Size { get; private set; }

    /// <summary>Opens a model and tries it on the longest text and the last piece of the vocabulary: what is unfit is told here, not over a document.</summary>
    /// <param name="model">The ONNX file.</param>
    /// <param name="vocabulary">Its WordPiece vocabulary, one piece a line.</param>
    /// <param name="mostPieces">Most pieces of a text that are read; what is beyond is left out.</param>
    /// <exception cref="SentenceModelException">A file cannot be opened or is unfit.</exception>
    public static SentenceModel Open(string model, string vocabulary, int mostPieces)
    {
        var pieces = WordPieces.Load(vocabulary);
        var session = OpenSession(model);
        try
        {
            RefuseOtherInputs(model, session);
            var opened = new SentenceModel(session, OutputOf(model, session), pieces, mostPieces);
            opened.Size = opened.Try(model);
            return opened;
        }
        catch (SentenceModelException)
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>The vector of a text: of length 1, or all 0 where the model says nothing.</summary>
    public ImmutableArray<float> Embed(string text)
    {
        var vector = Run(_pieces.Numbers(text, _mostPieces));
        var length = TensorPrimitives.Norm(vector.AsSpan());
        return length > 0 ? [.. vector.Select(value => value / length)] : [.. vector];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
    }

    private static InferenceSession OpenSession(string model)
    {
        try
        {
            // On Windows the library reports its use to its maker unless told not to: nothing of a document's reading leaves the machine.
            OrtEnv.Instance().DisableTelemetryEvents();
            using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            return new InferenceSession(model, options);
        }
        catch (Exception error) when (error is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            throw new SentenceModelException(model, SentenceProblem.NoRuntime, error.Message);
        }
        catch (OnnxRuntimeException error)
        {
            throw new SentenceModelException(model, SentenceProblem.NoModel, error.Message);
        }
    }

    private static void RefuseOtherInputs(string model, InferenceSession session)
    {
        var inputs = session.InputMetadata;
        if (!inputs.ContainsKey(Pieces) || inputs.Any(input => input.Key is not (Pieces or Mask or Segments) || input.Value.ElementDataType != TensorElementType.Int64))
            throw new SentenceModelException(model, SentenceProblem.OtherInputs, Names(inputs.Keys), Names([Pieces, Mask, Segments]));
    }

    // One vector for the whole is what the model's makers meant; else one a piece.
    private static string OutputOf(string model, InferenceSession session) => session.OutputMetadata
        .Where(output => output.Value is { IsTensor: true, ElementDataType: TensorElementType.Float, Dimensions.Length: 2 or 3 })
        .OrderBy(output => output.Value.Dimensions.Length).Select(output => output.Key).FirstOrDefault()
        ?? throw new SentenceModelException(model, SentenceProblem.NoVectors, Names(session.OutputMetadata.Keys));

    private int Try(string model)
    {
        try
        {
            return Run([.. Enumerable.Repeat(_pieces.Highest, _mostPieces)]).Length;
        }
        catch (OnnxRuntimeException error)
        {
            throw new SentenceModelException(model, SentenceProblem.Unfit, _mostPieces.ToString(CultureInfo.InvariantCulture), error.Message);
        }
    }

    private float[] Run(ImmutableArray<long> numbers)
    {
        var inputs = new Dictionary<string, OrtValue>(StringComparer.Ordinal);
        try
        {
            foreach (var input in _session.InputMetadata.Keys)
                inputs.Add(input, ToTensor(input, numbers));
            using var outputs = _session.Run(_run, inputs, [_output]);
            var values = outputs[0].GetTensorDataAsSpan<float>();
            var size = (int)outputs[0].GetTensorTypeAndShape().Shape[^1];
            var sum = new float[size];
            for (var start = 0; start < values.Length; start += size)
                TensorPrimitives.Add(sum, values.Slice(start, size), sum);
            TensorPrimitives.Divide(sum, Math.Max(values.Length / Math.Max(size, 1), 1), sum);
            return sum;
        }
        finally
        {
            foreach (var input in inputs.Values)
                input.Dispose();
        }
    }

    private static OrtValue ToTensor(string input, ImmutableArray<long> numbers)
    {
        long[] values = input switch
        {
            Pieces => [.. numbers],
            Mask => [.. Enumerable.Repeat(1L, numbers.Length)],
            _ => new long[numbers.Length],
        };
        return OrtValue.CreateTensorValueFromMemory(values, [1, numbers.Length]);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
