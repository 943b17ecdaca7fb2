package dev.zonec.bench;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads the manifests of a cluster, and compares the time with that of SnakeYAML's parser, which
 * only makes the events. No reader over SnakeYAML can take less than the events.
 */
public final class ReadTable {
  private static final int NAMESPACES = 500;
  private static final int RUNS = 9;
  private static final ForkJoinPool ONE_THREAD = new ForkJoinPool(1);

  private ReadTable() {}

  /** Prints the table. */
  public static void main(String[] args) throws IOException {
    List<SourceText> texts;
    try (ScratchFolder folder = ScratchFolder.create()) {
      ClusterFiles.policed(folder.path(), NAMESPACES, false);
      texts = texts(folder.path());
    }
    PrintStream out = System.out;
    out.println("| step | MB | found | median ms | times the events |");
    out.println("|---|---|---|---|---|");
    // The first row warms up.
    row(new PrintStream(OutputStream.nullOutputStream()), "", texts, ReadTable::objects, 0);
    double floor = row(out, "events of SnakeYAML", texts, ReadTable::events, 0);
    row(out, "objects of zonec, one thread", texts, ReadTable::alone, floor);
    row(out, "objects of zonec, all processors", texts, ReadTable::objects, floor);
  }

  private static List<SourceText> texts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(ReadTable::text).toList();
    }
  }

  private static SourceText text(Path file) {
    try {
      return SourceText.decoded(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double row(
      PrintStream out,
      String step,
      List<SourceText> texts,
      ToIntFunction<List<SourceText>> read,
      double floor) {
    int found = read.applyAsInt(texts);
    long[] times = new long[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      found = read.applyAsInt(texts);
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    double median = times[RUNS / 2] / 1e6;
    double megabytes = texts.stream().mapToLong(text -> text.content().length()).sum() / 1e6;
    out.println(
        String.format(
            Locale.ROOT,
            "| %s | %.1f | %,d | %.0f | %s |",
            step,
            megabytes,
            found,
            median,
            floor == 0 ? "1" : String.format(Locale.ROOT, "%.2f", median / floor)));
    return median;
  }

  private static int events(List<SourceText> texts) {
    int count = 0;
    for (SourceText text : texts) {
      LoaderOptions limits = new LoaderOptions();
      limits.setCodePointLimit(Integer.MAX_VALUE);
      Parser parser = new ParserImpl(new StreamReader(new StringReader(text.content())), limits);
      Event event;
      do {
        event = parser.getEvent();
        count++;
      } while (!event.is(Event.ID.StreamEnd));
    }
    return count;
  }

  private static int alone(List<SourceText> texts) {
    // Parallel streams use the pool of the thread that starts them.
    return ONE_THREAD.submit(() -> objects(texts)).join();
  }

  private static int objects(List<SourceText> texts) {
    Manifests manifests = ManifestReader.read(texts);
    return manifests.objects().size();
  }
}
