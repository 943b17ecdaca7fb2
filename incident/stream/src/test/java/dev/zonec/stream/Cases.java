package dev.zonec.stream;

import dev.zonec.application.flows.FlowInputs;
import dev.zonec.application.flows.FlowRequest;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.flows.rule.Thresholds;
import dev.zonec.stream.inputs.InputsRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The inputs of cases of {@code flows check}. */
public final class Cases {
  private static final Path FLOWS =
      Path.of(System.getProperty("zonec.root")).resolve("spec/cases/runs/flows");

  private Cases() {}

  /** Returns the folders of cases that have manifests. */
  public static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(FLOWS)) {
      return folders.filter(folder -> Files.exists(folder.resolve("k8s.yaml"))).sorted().toList();
    }
  }

  /** Returns the logs of a case. */
  public static List<InputPath> logs(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*(\\.log|\\.jsonl|notes\\.txt)"))
          .sorted()
          .map(file -> new InputPath(folder.relativize(file).toString(), file.toString()))
          .toList();
    }
  }

  /** Returns a request with the program, the manifests and the threat list of a case. */
  public static InputsRequest request(Path folder) {
    return new InputsRequest(
        existing(folder.resolve("p.zone")),
        List.of(folder.resolve("k8s.yaml").toString()),
        existing(folder.resolve("bad.txt")),
        Map.of(),
        "default",
        List.of(),
        false,
        false,
        LocalDate.of(2026, 1, 1),
        Map.of(),
        Thresholds.STANDARD);
  }

  private static List<String> existing(Path file) {
    return Files.exists(file) ? List.of(file.toString()) : List.of();
  }

  /** Returns the inputs of {@code flows check}. */
  public static FlowInputs.Ready ready(InputsRequest request, List<InputPath> logs) {
    FlowRequest flows = request.flows(logs, path -> path);
    return (FlowInputs.Ready) FlowInputs.of(flows);
  }
}
