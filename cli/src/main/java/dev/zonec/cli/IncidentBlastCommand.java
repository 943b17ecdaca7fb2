package dev.zonec.cli;

import dev.zonec.application.incident.Blast;
import dev.zonec.application.incident.RelabelledNamespaces;
import dev.zonec.verifier.query.Relabelling;
import dev.zonec.verifier.report.BlastData;
import dev.zonec.verifier.report.BlastDot;
import dev.zonec.verifier.report.BlastText;
import dev.zonec.verifier.report.RelabellingText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zonec incident blast}. */
@Command(
    name = "blast",
    mixinStandardHelpOptions = true,
    description = {
      "Lists everything that a compromised workload reaches over any number of hops, nearest first,"
          + " and everything that reaches it.",
      "END is a workload such as shop/web or one of its pods, a zone, or pods(app=x) in"
          + " namespace(y)."
    })
final class IncidentBlastCommand implements Callable<Integer> {
  /** The greatest number of ends of a list in a text without {@code --all}. */
  private static final int MOST = 20;

  enum Format {
    TEXT,
    JSON,
    DOT;

    /** Returns the name on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(index = "0", paramLabel = "END", description = "the compromised workload")
  private String end = "";

  @Parameters(
      index = "1..*",
      paramLabel = "ZONES",
      description =
          "sources whose zones mark the workloads (default: those of the configuration file)")
  private List<String> zones = List.of();

  @Option(
      names = "--from-outside",
      description = "list only what reaches END: how an attacker probably came in")
  private boolean fromOutside;

  @Option(
      names = "--access",
      description =
          "also read roles and bindings: what the service accounts can change, such as policies")
  private boolean access;

  @Option(
      names = "--relabel",
      description =
          "also show what an attacker gains who can change labels of pods in the namespace of END,"
              + " except for labels that the program protects (trust label KEY admin-only)")
  private boolean relabel;

  @Option(
      names = "--relabel-in",
      paramLabel = "NAMESPACE",
      split = ",",
      description = "the same for labels of pods in these namespaces")
  private Set<String> relabelIn = Set.of();

  @Mixin private AnswerOptions options = new AnswerOptions();
  @Mixin private TimeLimit limit = new TimeLimit();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, json, or dot for a graph (default: text)")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Console console = options.console();
    JsonDocument document = new JsonDocument("incident-blast");
    Blast blast = new Blast(options.request(console, limit, zones), end, access, relabelling());
    ExitCode exit =
        options.ask(limit, console, blast::outcome, reply -> print(reply, document, console));
    return (format == Format.JSON ? document.printed(console, exit) : exit).number();
  }

  private Optional<RelabelledNamespaces> relabelling() {
    return relabel || !relabelIn.isEmpty()
        ? Optional.of(new RelabelledNamespaces(relabel, relabelIn))
        : Optional.empty();
  }

  private void print(Blast.Reply reply, JsonDocument document, Console console) {
    int most = options.all() ? Integer.MAX_VALUE : MOST;
    BlastText text = new BlastText(reply.marks(), reply.origins(), most);
    switch (format) {
      case TEXT -> {
        (fromOutside ? text.reaching(reply.radius()) : text.lines(reply.radius()))
            .forEach(console::line);
        reply.relabelling().ifPresent(gains -> print(gains, reply, most, console));
      }
      case JSON -> {
        BlastData data = new BlastData(reply.marks());
        document.putAll(data.of(reply.radius()));
        reply.relabelling().ifPresent(gains -> document.put("relabelled", data.of(gains)));
      }
      case DOT ->
          BlastDot.lines(
                  reply.radius(), reply.relabelling().map(Relabelling::gains).orElse(List.of()))
              .forEach(console::line);
    }
  }

  private static void print(Relabelling gains, Blast.Reply reply, int most, Console console) {
    console.line("");
    new RelabellingText(reply.marks(), reply.origins(), most).lines(gains).forEach(console::line);
  }
}
