package dev.zonec.dist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The libraries that a program or a library of Linux loads, as its dynamic section says. Only
 * 64-bit files in little-endian order are read, which all platforms of packages use.
 *
 * @param needed the names of the libraries, such as {@code libc.so.6}
 * @param versions the versions of the symbols of each library, such as {@code GLIBC_2.34}
 */
record ElfFile(List<String> needed, Map<String, Set<String>> versions) {
  private static final int MAGIC = 0x464c457f;
  private static final int LOAD = 1;
  private static final int DYNAMIC = 2;
  private static final long NEEDED = 1;
  private static final long STRINGS = 5;
  private static final long VERSIONS = 0x6ffffffeL;
  private static final long VERSION_COUNT = 0x6fffffffL;

  /** A part of the file that is mapped into memory. */
  private record Segment(int type, long offset, long address, long size) {}

  /** Reads {@code file}; empty if it is not an ELF file, or loads nothing. */
  static Optional<ElfFile> read(Path file) throws IOException {
    if (Files.size(file) < 64) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(head, 0);
      if (head.getInt(0) != MAGIC) {
        return Optional.empty();
      }
      ByteBuffer bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      if (bytes.get(4) != 2 || bytes.get(5) != 1) {
        throw new IOException(file + " is not a 64-bit ELF file in little-endian order");
      }
      return new Reader(bytes).read();
    } catch (IndexOutOfBoundsException e) {
      throw new IOException(file + " is not a complete ELF file", e);
    }
  }

  private static final class Reader {
    private final ByteBuffer bytes;
    private final List<Segment> segments = new ArrayList<>();
    private long strings;

    Reader(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    Optional<ElfFile> read() {
      long start = bytes.getLong(32);
      int size = bytes.getShort(54);
      int count = bytes.getShort(56);
      for (int i = 0; i < count; i++) {
        int at = (int) start + i * size;
        segments.add(
            new Segment(
                bytes.getInt(at),
                bytes.getLong(at + 8),
                bytes.getLong(at + 16),
                bytes.getLong(at + 32)));
      }
      return segments.stream()
          .filter(segment -> segment.type() == DYNAMIC)
          .findFirst()
          .map(this::dynamic);
    }

    private ElfFile dynamic(Segment section) {
      List<Long> names = new ArrayList<>();
      long versions = 0;
      long count = 0;
      for (long at = section.offset(); at < section.offset() + section.size(); at += 16) {
        long value = bytes.getLong((int) at + 8);
        long tag = bytes.getLong((int) at);
        if (tag == 0) {
          break;
        } else if (tag == NEEDED) {
          names.add(value);
        } else if (tag == STRINGS) {
          strings = offset(value);
        } else if (tag == VERSIONS) {
          versions = offset(value);
        } else if (tag == VERSION_COUNT) {
          count = value;
        }
      }
      return new ElfFile(names.stream().map(this::text).toList(), versions((int) versions, count));
    }

    /** Reads the list of libraries, each with a list of versions. */
    private Map<String, Set<String>> versions(int start, long count) {
      Map<String, Set<String>> versions = new TreeMap<>();
      int library = start;
      for (long i = 0; i < count; i++) {
        Set<String> own =
            versions.computeIfAbsent(text(bytes.getInt(library + 4)), name -> new TreeSet<>());
        int version = library + bytes.getInt(library + 8);
        for (int j = 0; j < bytes.getShort(library + 2); j++) {
          own.add(text(bytes.getInt(version + 8)));
          version += bytes.getInt(version + 12);
        }
        library += bytes.getInt(library + 12);
      }
      return versions;
    }

    private long offset(long address) {
      for (Segment each : segments) {
        if (each.type() == LOAD
            && address >= each.address()
            && address < each.address() + each.size()) {
          return address - each.address() + each.offset();
        }
      }
      throw new IndexOutOfBoundsException(Long.toHexString(address));
    }

    private String text(long name) {
      int start = (int) (strings + name);
      int end = start;
      while (bytes.get(end) != 0) {
        end++;
      }
      byte[] text = new byte[end - start];
      bytes.get(start, text);
      return new String(text, StandardCharsets.UTF_8);
    }
  }
}
