package dev.zonec.cli;

import dev.zonec.application.graph.By;
import dev.zonec.application.graph.DrawChange;
import dev.zonec.application.graph.DrawGraph;
import dev.zonec.application.graph.FoldedGraph;
import dev.zonec.application.graph.Graph;
import dev.zonec.application.graph.GraphData;
import dev.zonec.application.graph.Subject;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.application.report.ReportFiles;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.views.graph.notation.GraphDot;
import dev.zonec.views.graph.notation.GraphMermaid;
import dev.zonec.views.graph.svg.GraphHtml;
import dev.zonec.views.graph.svg.GraphSvg;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zonec graph}. */
@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    description = {
      "Draws zones, namespaces or workloads, and what may connect.",
      "With a program, each connection is marked: declared and allowed, allowed but not declared,"
          + " or declared but blocked. The policies are those that verify proves.",
      "Large graphs are folded, and the picture says what was folded; json is never folded."
    })
final class GraphCommand implements Callable<Integer> {
  enum Format {
    SVG,
    HTML,
    DOT,
    MERMAID,
    JSON;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the graph shows instead of everything. */
  static final class Shown {
    @Option(
        names = "--path",
        paramLabel = "QUESTION",
        description = "draw the shortest paths of a question such as 'web ~> redis', with rules")
    private @Nullable String path;

    @Option(
        names = "--blast",
        paramLabel = "END",
        description = "draw what END reaches, such as shop/web, by the number of hops")
    private @Nullable String blast;

    @Option(
        names = "--exposure",
        description = "draw what the internet reaches, by the number of hops")
    private boolean exposure;

    @Option(
        names = "--diff",
        paramLabel = "OLD",
        description =
            "draw what a change opens and closes; OLD is a file or folder with the manifests before"
                + " the change, or a revision of the Git repository, such as main or BASE..HEAD")
    private @Nullable String old;
  }

  @Parameters(
      paramLabel = "ZONES",
      description =
          "sources of the program; without one, the graph has workloads (default: those of the"
              + " configuration file)")
  private List<String> zones = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup private Shown shown = new Shown();

  @Option(
      names = "--by",
      paramLabel = "NODES",
      description =
          "what the nodes are: zone, namespace or workload (default: zone with a program, workload"
              + " without)")
  private @Nullable By by;

  @Option(
      names = "--as-written",
      description =
          "draw the policies of the manifests only; by default, planned policies are added if the"
              + " manifests have none of the program")
  private boolean asWritten;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description =
          "svg, html, dot, mermaid or json (default: by the ending of the output file, or svg)")
  private @Nullable Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "write the graph to this file; else to standard output")
  private @Nullable Path output;

  @Mixin private AnswerOptions options = new AnswerOptions();
  @Mixin private TimeLimit limit = new TimeLimit();

  /**
   * A graph, and its text within the time limit.
   *
   * @param text the text in the chosen format; empty for JSON
   */
  private record Drawn(Graph graph, String text) {}

  @Override
  public Integer call() {
    Console console = options.console();
    Format chosen = chosen();
    Supplier<QuestionOutcome<Graph>> drawing = drawing(options.request(console, limit, zones));
    AtomicReference<Optional<Drawn>> drawn = new AtomicReference<>(Optional.empty());
    boolean all = options.all();
    ExitCode exit =
        options.ask(
            limit,
            console,
            () -> drawing.get().map(graph -> new Drawn(graph, text(graph, chosen, all))),
            answer -> drawn.set(Optional.of(answer)));
    if (chosen == Format.JSON) {
      JsonDocument document = new JsonDocument("graph");
      drawn.get().ifPresent(answer -> document.putAll(GraphData.of(answer.graph())));
      return write(document.text(exit, console.reported()) + "\n", console, exit).number();
    }
    return drawn.get().map(answer -> write(answer.text(), console, exit)).orElse(exit).number();
  }

  private Supplier<QuestionOutcome<Graph>> drawing(QuestionRequest request) {
    if (shown.old != null) {
      DrawChange change =
          new DrawChange(
              request,
              shown.old,
              Main.of(spec.commandLine()).folder(),
              Optional.ofNullable(by),
              asWritten);
      return change::outcome;
    }
    DrawGraph graph = new DrawGraph(request, subject(), asWritten);
    return graph::outcome;
  }

  private Subject subject() {
    Optional<By> nodes = Optional.ofNullable(by);
    if (shown.path == null && shown.blast == null && !shown.exposure) {
      return new Subject.Everything(nodes);
    }
    if (by != null) {
      throw options.refused("--path, --blast and --exposure draw workloads; they have no --by");
    }
    return shown.path != null
        ? new Subject.Path(shown.path)
        : shown.blast != null ? new Subject.Blast(shown.blast) : new Subject.Exposure();
  }

  private Format chosen() {
    if (format != null) {
      return format;
    }
    String file = output == null ? "" : output.toString().toLowerCase(Locale.ROOT);
    if (file.endsWith(".html") || file.endsWith(".htm")) {
      return Format.HTML;
    }
    if (file.endsWith(".dot") || file.endsWith(".gv")) {
      return Format.DOT;
    }
    if (file.endsWith(".mmd") || file.endsWith(".mermaid")) {
      return Format.MERMAID;
    }
    return file.endsWith(".json") ? Format.JSON : Format.SVG;
  }

  /**
   * Returns the graph in {@code format}; empty for JSON, whose document has more than the graph.
   */
  private static String text(Graph graph, Format format, boolean all) {
    Graph shown = all ? graph : FoldedGraph.of(graph, "--all");
    return switch (format) {
      case SVG -> GraphSvg.text(shown);
      case HTML -> GraphHtml.text(shown);
      case DOT -> GraphDot.text(shown);
      case MERMAID -> GraphMermaid.text(shown);
      case JSON -> "";
    };
  }

  private ExitCode write(String text, Console console, ExitCode exit) {
    if (output == null) {
      console.print(text);
      return exit;
    }
    Optional<Diagnostic> failed = ReportFiles.write(Map.of(output, text), "-o FILE");
    failed.ifPresent(problem -> console.report(List.of(problem)));
    return failed.isPresent() ? exit.worse(ExitCode.BAD_INPUT) : exit;
  }
}
