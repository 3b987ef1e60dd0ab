using System.Text;
using Xunit;

namespace Ingest.Tests.Architecture;

public sealed class ReferencedTypesTests
{
    [Theory]
    [InlineData(typeof(StringBuilder))] // made in a method
    [InlineData(typeof(Path))] // asked for a constant of its own
    [InlineData(typeof(Uri))] // an argument of a generic type
    [InlineData(typeof(FormatException))] // caught
    [InlineData(typeof(Version))] // given
    public void Whatever_a_type_names_is_found(Type named) => Assert.Contains(named, ReferencedTypes.Of(typeof(Namer)));

    [Fact]
    public void Only_what_a_user_must_name_is_on_the_surface()
    {
        var surface = ReferencedTypes.OfPublicSurface(typeof(Namer));

        Assert.Contains(typeof(Version), surface);
        Assert.DoesNotContain(typeof(StringBuilder), surface);
        Assert.DoesNotContain(typeof(Uri), surface);
    }

    public sealed class Namer
    {
        private readonly List<Uri> _places = [];

        public int Count(Version version)
        {
            try
            {
                return new StringBuilder().Append(version).Append(Path.DirectorySeparatorChar).Length + _places.Count;
            }
            catch (FormatException)
            {
                return 0;
            }
        }
    }
}
