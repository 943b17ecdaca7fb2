package dev.zonec.kubernetes.template;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.manifest.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds Helm charts among manifest files. Their templates are not manifests until they are
 * rendered, which is reported once for each chart. A chart without template actions is read like
 * other files.
 */
public final class HelmCharts {
  private static final String CHART = "Chart.yaml";

  /** The folders of a chart. Other folders beside them can contain manifests. */
  private static final Set<String> FOLDERS = Set.of("templates", "charts", "crds", "ci");

  private final Map<Path, Optional<Path>> charts = new HashMap<>();

  /** The files, if no others exist. */
  private final Optional<Set<Path>> alone;

  private HelmCharts(Sources sources) {
    alone =
        sources.alone()
            ? Optional.of(
                sources.files().stream()
                    .flatMap(file -> file.path().stream())
                    .collect(Collectors.toSet()))
            : Optional.empty();
  }

  private boolean isFile(Path path) {
    return alone.map(files -> files.contains(path)).orElseGet(() -> Files.isRegularFile(path));
  }

  /**
   * The outcome.
   *
   * @param rest the files that belong to no chart
   * @param unrendered a problem for each chart
   */
  public record Result(Sources rest, List<Diagnostic> unrendered) {
    /** Copies the list. */
    public Result {
      unrendered = List.copyOf(unrendered);
    }
  }

  /** Separates the files of charts from the others. */
  public static Result setApart(Sources sources) {
    HelmCharts charts = new HelmCharts(sources);
    Map<Path, List<Sources.File>> members = new LinkedHashMap<>();
    for (Sources.File file : sources.files()) {
      charts
          .chartOf(file)
          .ifPresent(chart -> members.computeIfAbsent(chart, c -> new ArrayList<>()).add(file));
    }
    members
        .entrySet()
        .removeIf(chart -> chart.getValue().stream().noneMatch(HelmCharts::isTemplate));
    List<Sources.File> rest = new ArrayList<>(sources.files());
    List<Diagnostic> unrendered = new ArrayList<>();
    members.forEach(
        (chart, files) -> {
          rest.removeAll(files);
          unrendered.add(unrendered(name(chart, files.getFirst())));
        });
    return new Result(sources.with(rest, sources.problems()), unrendered);
  }

  private static boolean isTemplate(Sources.File file) {
    return file.text().content().contains("{{");
  }

  /** Returns the outermost chart that a file belongs to. */
  private Optional<Path> chartOf(Sources.File file) {
    Optional<Path> chart = Optional.empty();
    Optional<Path> around = file.path().flatMap(HelmCharts::parent);
    while (around.isPresent()) {
      Path folder = around.get();
      boolean isChart =
          charts
              .computeIfAbsent(
                  folder,
                  each -> isFile(each.resolve(CHART)) ? Optional.of(each) : Optional.empty())
              .isPresent();
      if (isChart && isPart(folder, file.path().orElseThrow())) {
        chart = around;
      }
      around = parent(folder);
    }
    return chart;
  }

  private static Optional<Path> parent(Path path) {
    return Optional.ofNullable(path.getParent());
  }

  private static boolean isPart(Path chart, Path file) {
    Path within = chart.relativize(file);
    String first = within.getName(0).toString();
    return within.getNameCount() > 1
        ? FOLDERS.contains(first)
        : first.equals(CHART) || first.startsWith("values");
  }

  /** Returns the name of the chart in messages, from the name of one of its files. */
  private static String name(Path chart, Sources.File file) {
    Path up = Path.of(file.text().name());
    Path path = file.path().orElseThrow();
    while (!path.equals(chart) && up.getParent() != null) {
      up = up.getParent();
      path = parent(path).orElse(chart);
    }
    return path.equals(chart) ? up.toString().replace('\\', '/') : chart.toString();
  }

  private static Diagnostic unrendered(String chart) {
    return Diagnostic.errorIn(
            Code.ZC0648, chart, "the templates of the Helm chart `" + chart + "` are not rendered")
        .help("render them first: helm template NAME " + chart + " | zonec verify … -m -");
  }
}
