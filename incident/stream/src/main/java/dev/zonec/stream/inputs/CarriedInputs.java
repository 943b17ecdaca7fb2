package dev.zonec.stream.inputs;

import dev.zonec.application.flows.FlowInputs;
import dev.zonec.diagnostics.ContentHash;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.WorkThread;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.flows.analysis.FlowJudging;
import dev.zonec.stream.source.JudgingSupply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The contents of all files that flows are compared with. They travel with the job, so that no
 * machine but the one that submits it needs the files. Each process of the cluster reads them once.
 */
public final class CarriedInputs implements JudgingSupply {
  private static final long serialVersionUID = 1;

  private static final ConcurrentHashMap<String, FlowInputs.Ready> READ = new ConcurrentHashMap<>();

  private final InputsRequest request;
  private final ArrayList<CarriedFile> files;
  private final String id;

  /** The inputs, or why they cannot be used. */
  public sealed interface Outcome {
    /**
     * The files were read.
     *
     * @param ready the inputs, as this process read them
     */
    record Carried(CarriedInputs inputs, FlowInputs.Ready ready) implements Outcome {}

    /** The files cannot be used. */
    record Unusable(List<Diagnostic> problems) implements Outcome {}

    /** There are no manifests. */
    record NoManifests() implements Outcome {}
  }

  @SuppressWarnings("NonApiType") // The field must be serialisable.
  private CarriedInputs(InputsRequest request, ArrayList<CarriedFile> files) {
    this.request = request;
    this.files = files;
    StringBuilder names = new StringBuilder(request.toString());
    files.forEach(file -> names.append('\n').append(file.identity()));
    this.id = ContentHash.of(names.toString());
  }

  /**
   * Reads the files that {@code request} names.
   *
   * @throws IOException if a file was changed while it was read
   */
  public static Outcome of(InputsRequest request) throws IOException {
    ReadPaths paths = new ReadPaths();
    FlowInputs inputs =
        paths.during(
            () -> onLargeStack(() -> FlowInputs.of(request.flows(List.of(), path -> path))));
    return switch (inputs) {
      case FlowInputs.Unusable(var problems) -> new Outcome.Unusable(problems);
      case FlowInputs.NoManifests none -> new Outcome.NoManifests();
      case FlowInputs.Ready ready -> {
        ArrayList<CarriedFile> files = new ArrayList<>();
        for (Path path : paths.files().stream().sorted().toList()) {
          if (Files.isRegularFile(path)) {
            files.add(CarriedFile.of(path));
          }
        }
        yield new Outcome.Carried(new CarriedInputs(request, files), ready);
      }
    };
  }

  /** Returns the thresholds of the rules. */
  public InputsRequest request() {
    return request;
  }

  @Override
  public FlowJudging judging() {
    return READ.computeIfAbsent(id, known -> read()).judging();
  }

  private FlowInputs.Ready read() {
    try {
      Path folder = Files.createTempDirectory("zonec-inputs");
      try {
        for (CarriedFile file : files) {
          file.write(at(folder, file.path()));
        }
        return onLargeStack(
                    () ->
                        FlowInputs.of(
                            request.flows(
                                List.of(),
                                path -> {
                                  Path mapped =
                                      at(
                                          folder,
                                          Path.of(path).toAbsolutePath().normalize().toString());
                                  return mapped.toString();
                                })))
                instanceof FlowInputs.Ready ready
            ? ready
            : fail();
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FlowInputs.Ready fail() {
    throw new IllegalStateException("the inputs were usable where the job was submitted");
  }

  private static Path at(Path folder, String path) {
    Path absolute = Path.of(path);
    @Nullable Path root = absolute.getRoot();
    return folder.resolve(root == null ? absolute : root.relativize(absolute));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static <T> T onLargeStack(Supplier<T> work) {
    ArrayList<T> results = new ArrayList<>();
    ArrayList<Throwable> failures = new ArrayList<>();
    Supplier<T> carried = ReadPaths.carriedTo(work);
    Thread thread =
        WorkThread.of(
            "zonec-inputs",
            () -> {
              try {
                results.add(carried.get());
              } catch (RuntimeException | Error e) {
                failures.add(e);
              }
            });
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.getFirst());
    }
    return results.getFirst();
  }
}
