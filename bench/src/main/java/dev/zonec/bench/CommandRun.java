package dev.zonec.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of a command as a process of its own.
 *
 * @param exit its exit code; -1 if it was stopped because it took too long
 * @param wallMillis the time from its start to its end
 * @param cpuMillis the time of processors, with that of its children; 0 if the system does not tell
 * @param peakMib the greatest memory of the process; 0 if the system does not tell
 * @param lines the lines of its output
 * @param output the beginning of its output
 */
record CommandRun(
    int exit, long wallMillis, long cpuMillis, long peakMib, long lines, String output) {
  /** Runs {@code command} in {@code folder} and stops it after {@code seconds}. */
  static CommandRun of(List<String> command, Path folder, int seconds) {
    try {
      Path out = Files.createTempFile("bench", ".out");
      long cpu = childrenMillis();
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      long peak = 0;
      while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peakOf(process.pid()));
        if (System.nanoTime() - start > seconds * 1_000_000_000L) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly().waitFor();
          return new CommandRun(-1, seconds * 1000L, childrenMillis() - cpu, peak >> 10, 0, "");
        }
      }
      long wall = (System.nanoTime() - start) / 1_000_000;
      long lines;
      try (Stream<String> read = Files.lines(out, StandardCharsets.ISO_8859_1)) {
        lines = read.count();
      }
      String output;
      try (Stream<String> read = Files.lines(out, StandardCharsets.ISO_8859_1)) {
        output = read.limit(20).collect(Collectors.joining("\n"));
      }
      Files.delete(out);
      long used = childrenMillis() - cpu;
      return new CommandRun(process.exitValue(), wall, used, peak >> 10, lines, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Returns the time that ended children of this process took, as Linux counts it. */
  private static long childrenMillis() throws IOException {
    Path stat = Path.of("/proc/self/stat");
    if (!Files.exists(stat)) {
      return 0;
    }
    String text = Files.readString(stat);
    String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    // Fields 16 and 17 of proc(5), in ticks of a hundredth of a second.
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * 10;
  }

  /** Returns the greatest resident memory of a process so far, in KiB. */
  private static long peakOf(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      // The process has ended, or the system has no such files.
      return 0;
    }
    return 0;
  }
}
