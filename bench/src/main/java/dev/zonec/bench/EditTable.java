package dev.zonec.bench;

import dev.zonec.application.editing.answer.Completions;
import dev.zonec.application.editing.program.EditedPrograms;
import dev.zonec.application.editing.program.OpenTexts;
import dev.zonec.application.editing.program.ProgramState;
import dev.zonec.application.editing.program.Proving;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Measures what an edit of a large source costs until its problems are known: reading, resolving
 * and checking the program, without proofs. Prints percentiles of the processor time of the thread
 * that does this, with the time of garbage collections, and of the time that passes.
 */
public final class EditTable {
  private static final int EDITS = 200;
  private static final int WARM_UP = 50;

  private EditTable() {}

  /**
   * Prints the table of edits.
   *
   * @param args numbers of lines; 1,000, 5,000 and 20,000 by default
   */
  public static void main(String[] args) throws IOException {
    int[] sizes =
        args.length == 0
            ? new int[] {1000, 5000, 20_000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    System.out.println(
        "| lines | work | processor ms, median | 95th percentile | elapsed ms, median"
            + " | 95th percentile |");
    System.out.println("|---|---|---|---|---|---|");
    try (ScratchFolder folder = ScratchFolder.create()) {
      for (int lines : sizes) {
        measure(lines, folder.path().resolve("large.zone"));
      }
    }
  }

  private static void measure(int lines, Path file) throws IOException {
    String text = program(lines);
    Files.writeString(file, text);
    OpenTexts texts = new OpenTexts();
    EditedPrograms programs =
        new EditedPrograms(texts, Optional.empty(), () -> LocalDate.of(2026, 11, 23));
    texts.put(file, text);
    Random random = new Random(lines);
    Times edits = new Times();
    Times completions = new Times();
    for (int i = 0; i < EDITS + WARM_UP; i++) {
      // Every other edit makes a name unknown, and the one after it removes the error.
      int flow = text.indexOf("allow z", random.nextInt(text.length() * 3 / 4));
      String edited = text.substring(0, flow + 6) + "x" + text.substring(flow + 6);
      texts.put(file, i % 2 == 0 ? edited : text);
      edits.start();
      programs.textChanged(file);
      ProgramState state = programs.of(file);
      int found = Proving.diagnostics(state, Optional.empty()).size();
      edits.stop();
      if ((i % 2 == 0) != (found > 0)) {
        throw new IllegalStateException(found + " problems after edit " + i);
      }
      completions.start();
      Completions.at(state, file, flow + 7);
      completions.stop();
    }
    edits.print(lines, "edit");
    completions.print(lines, "completion");
  }

  /** Returns a program of the given number of lines: zones, services, flows and assertions. */
  private static String program(int lines) {
    Random random = new Random(1);
    int zones = lines / 6;
    StringBuilder text =
        new StringBuilder("module large\n\ndefaults { ingress deny  egress deny  dns allow }\n\n");
    int written = 4;
    for (int i = 0; i < 100; i++, written++) {
      text.append("service s%d = tcp/%d\n".formatted(i, 8000 + i));
    }
    for (int i = 0; i < 20; i++, written += 2) {
      text.append("## Team %d.\nzone team%d { namespace team-%d }\n".formatted(i, i, i));
    }
    for (int i = 0; i < zones; i++, written += 2) {
      text.append("## The application number %d.\n".formatted(i))
          .append("zone z%d in team%d { pods app=z%d }\n".formatted(i, i % 20, i));
    }
    for (; written < lines * 9 / 10; written++) {
      int from = random.nextInt(zones);
      text.append(
          "allow z%d -> z%d : s%d { owner @team%d  reason \"flow %d\" }\n"
              .formatted(
                  from,
                  (from + 1 + random.nextInt(zones - 1)) % zones,
                  random.nextInt(100),
                  from % 20,
                  written));
    }
    for (; written < lines; written++) {
      int from = random.nextInt(zones);
      text.append(
          "assert a%d: never z%d -> {z%d, z%d} : tcp/22\n"
              .formatted(written, from, (from + 1) % zones, (from + 2) % zones));
    }
    return text.toString();
  }

  /** The times of repeated work, after a warm-up. */
  private static final class Times {
    private final long[] processor = new long[EDITS + WARM_UP];
    private final long[] elapsed = new long[EDITS + WARM_UP];
    private int count;

    void start() {
      processor[count] = -processorTime();
      elapsed[count] = -System.nanoTime();
    }

    void stop() {
      elapsed[count] += System.nanoTime();
      processor[count] += processorTime();
      count++;
    }

    /** Returns the time of this thread and of garbage collections in nanoseconds. */
    private static long processorTime() {
      long collections =
          ManagementFactory.getGarbageCollectorMXBeans().stream()
              .mapToLong(GarbageCollectorMXBean::getCollectionTime)
              .sum();
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
          + collections * 1_000_000;
    }

    void print(int lines, String what) {
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %.0f | %.0f | %.0f | %.0f |%n",
          lines,
          what,
          percentile(processor, 0.5),
          percentile(processor, 0.95),
          percentile(elapsed, 0.5),
          percentile(elapsed, 0.95));
    }

    private static double percentile(long[] times, double part) {
      long[] sorted = Arrays.copyOfRange(times, WARM_UP, times.length);
      Arrays.sort(sorted);
      return sorted[(int) (part * (sorted.length - 1))] / 1e6;
    }
  }
}
