using System.Runtime.InteropServices;
using System.Text;

namespace ChainRule.Peers.LibTorch;

/// <summary>
/// Lets TorchSharp load on Linux systems with an older C++ library. Its own library asks for that of GCC 13, but calls
/// nothing that is new there: all it takes is a mark that newer headers leave behind. A requirement may be flagged as
/// weak, and then the loader goes on without it; so that is what we do, in the copy of the library beside this program.
/// Where the C++ library is new enough, nothing changes.
/// </summary>
internal static class SharedLibrary
{
    private const string Requirement = "GLIBCXX_3.4.32";
    private const int NeedsSection = 0x6FFFFFFE;
    private const short Weak = 2;

    /// <summary>Flags the requirement, unless that is done already.</summary>
    public static void Relax()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so");
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64) return;
        if (!File.Exists(path)) return;
        byte[] file = File.ReadAllBytes(path);
        if (!Relax(file)) return;
        // A new file in place of the old, which may be a link into the package folder.
        string next = path + ".new";
        File.WriteAllBytes(next, file);
        File.Move(next, path, overwrite: true);
    }

    // Offsets in 64-bit ELF files: System V ABI, and "Symbol Versioning" in the Linux Standard Base.
    private static bool Relax(Span<byte> file)
    {
        Span<byte> table = file[(int)Read<long>(file, 0x28)..];
        int size = Read<short>(file, 0x3A), count = Read<short>(file, 0x3C);
        for (int i = 0; i < count; i++)
        {
            Span<byte> section = table[(i * size)..];
            if (Read<int>(section, 4) != NeedsSection) continue;
            Span<byte> names = Content(file, table[(Read<int>(section, 0x28) * size)..]);
            return Relax(Content(file, section), names);
        }

        return false;
    }

    // A chain of libraries, each with a chain of versions that it must have.
    private static bool Relax(Span<byte> library, ReadOnlySpan<byte> names)
    {
        while (true)
        {
            Span<byte> version = library[Read<int>(library, 8)..];
            for (int left = Read<short>(library, 2); left > 0; left--)
            {
                ReadOnlySpan<byte> name = names[Read<int>(version, 8)..];
                name = name[..name.IndexOf((byte)0)];
                if (Encoding.ASCII.GetString(name) == Requirement)
                {
                    if (Read<short>(version, 4) == Weak) return false;
                    MemoryMarshal.Write(version[4..], Weak);
                    return true;
                }

                version = version[Read<int>(version, 12)..];
            }

            int next = Read<int>(library, 12);
            if (next == 0) return false;
            library = library[next..];
        }
    }

    private static Span<byte> Content(Span<byte> file, ReadOnlySpan<byte> section) =>
        file.Slice((int)Read<long>(section, 0x18), (int)Read<long>(section, 0x20));

    private static T Read<T>(ReadOnlySpan<byte> bytes, int offset)
        where T : unmanaged => MemoryMarshal.Read<T>(bytes[offset..]);
}
