package dev.zonec.flows.source;

import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.observed.LogFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Divides logs into parts that several readers can read at once. Only a log whose lines are JSON
 * objects is divided: the lines of a table need the line that names the columns, and a capture or a
 * list of objects has no places where reading can begin.
 */
public final class LogParts {
  /** The size from which a log is divided, and of its parts, in bytes. */
  public static final long SIZE = 32L << 20;

  private LogParts() {}

  /**
   * Returns the parts of {@code logs} in their order. A log that cannot be read is one part, so
   * that its reader reports why.
   *
   * @param size the least size of a part, in bytes
   */
  public static List<LogPart> of(List<InputPath> logs, long size) {
    List<LogPart> parts = new ArrayList<>();
    for (int i = 0; i < logs.size(); i++) {
      parts.addAll(of(i, logs.get(i), size));
    }
    return parts;
  }

  private static List<LogPart> of(int log, InputPath path, long size) {
    try {
      Path file = Path.of(path.location());
      if (!path.isStandardInput() && Files.isRegularFile(file) && Files.size(file) >= 2 * size) {
        Optional<LogFormat> format = linesOfObjects(file);
        if (format.isPresent()) {
          return divided(log, path, file, format.get(), size);
        }
      }
    } catch (IOException e) {
      // The reader of the whole log meets the same problem, and reports it.
      return List.of(new LogPart(log, path.name(), path.location(), null));
    }
    return List.of(new LogPart(log, path.name(), path.location(), null));
  }

  private static Optional<LogFormat> linesOfObjects(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      byte[] start = input.readNBytes(FormatDetection.LOOKED_AT);
      return FormatDetection.of(start) instanceof Detection.Lines(LogFormat format)
          ? Optional.of(format)
          : Optional.empty();
    }
  }

  /** What an interval of a file shows. */
  private record Counted(long firstLineStart, long newlines) {}

  private static List<LogPart> divided(
      int log, InputPath path, Path file, LogFormat format, long size) throws IOException {
    long length = Files.size(file);
    List<Counted> intervals;
    try (FileChannel channel = FileChannel.open(file)) {
      intervals =
          LongStream.range(0, (length + size - 1) / size)
              .parallel()
              .mapToObj(i -> counted(channel, i * size, Math.min(length, (i + 1) * size)))
              .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    List<LogPart> parts = new ArrayList<>();
    long start = 0;
    long linesBefore = 0;
    long newlines = intervals.getFirst().newlines();
    for (int i = 1; i < intervals.size(); i++) {
      Counted interval = intervals.get(i);
      if (interval.firstLineStart() < 0) {
        // A line that is longer than a part belongs to the part in which it begins.
        continue;
      }
      parts.add(
          part(
              log, path, new LogPart.Range(format, start, interval.firstLineStart(), linesBefore)));
      start = interval.firstLineStart();
      linesBefore = newlines + 1;
      newlines += interval.newlines();
    }
    if (start < length) {
      parts.add(part(log, path, new LogPart.Range(format, start, length, linesBefore)));
    }
    return parts;
  }

  private static LogPart part(int log, InputPath path, LogPart.Range range) {
    return new LogPart(log, path.name(), path.location(), range);
  }

  /** Counts the ends of lines, and finds the first line that begins after one of them. */
  private static Counted counted(FileChannel channel, long from, long to) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    long firstStart = -1;
    long newlines = 0;
    long at = from;
    try {
      while (at < to) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
        int count = channel.read(buffer, at);
        if (count < 0) {
          break;
        }
        byte[] bytes = buffer.array();
        for (int i = 0; i < count; i++) {
          if (bytes[i] == '\n') {
            if (newlines == 0) {
              firstStart = at + i + 1;
            }
            newlines++;
          }
        }
        at += count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Counted(firstStart, newlines);
  }
}
