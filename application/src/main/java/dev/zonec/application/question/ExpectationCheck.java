package dev.zonec.application.question;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Note;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.Answer;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.ConnectionOutcome;
import dev.zonec.verifier.query.NoConnection;
import dev.zonec.verifier.query.PortDecision;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.report.WhyText;
import dev.zonec.verifier.why.Explanation;
import dev.zonec.verifier.why.WhyEngine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides expectations. What is allowed must be allowed under MUST, by every implementation, and
 * what is denied must be denied under MAY.
 *
 * @param world the declared objects
 * @param program the program whose names the expectations use
 * @param inputs the inputs
 * @param origins the origins of generated policies
 */
record ExpectationCheck(
    World world, ZoneProgram program, QuestionInputs.Ready inputs, PolicyOrigins origins) {
  /** The greatest number of lines of an explanation. */
  private static final int MOST_LINES = 8;

  static ExpectationCheck of(QuestionInputs.Ready inputs, AnsweredManifests about) {
    return new ExpectationCheck(
        about.read().world(), inputs.program(), inputs, inputs.origins(about.read()));
  }

  /** Returns an engine under MAY. */
  QueryEngine engine() {
    return engine(true);
  }

  private QueryEngine engine(boolean may) {
    return new QueryEngine(world, program, inputs.reading().withPermissive(may));
  }

  /** Returns why the expectation does not hold; empty if it does. */
  Optional<Diagnostic> problem(Expectation expectation) {
    return switch (expectation.kind()) {
      case ALLOWED -> allowed(expectation);
      case DENIED -> denied(expectation);
      case PATH ->
          paths(expectation.query(), false).isEmpty()
              ? Optional.of(
                  failed(expectation, "there is no path")
                      .note(
                          "no sequence of connections that every network plugin allows leads"
                              + " there"))
              : Optional.empty();
      case NO_PATH -> noPath(expectation);
    };
  }

  private Optional<Diagnostic> allowed(Expectation expectation) {
    Query query = expectation.query();
    List<ConnectionOutcome> outcomes = engine(false).decisions(query);
    boolean anyPort = query.service() instanceof Service.Anything;
    Set<List<AnswerEnd>> open = new HashSet<>();
    outcomes.forEach(
        each -> {
          if (each instanceof PortDecision ports && ports.decision().isAllowed()) {
            open.add(List.of(ports.from(), ports.to()));
          }
        });
    for (ConnectionOutcome each : outcomes) {
      switch (each) {
        case NoConnection none -> {
          return Optional.of(
              failed(expectation, none.from() + " -> " + none.to() + " is not possible")
                  .note(none.reason()));
        }
        case PortDecision ports -> {
          boolean holds =
              ports.decision().isAllowed()
                  || (anyPort && open.contains(List.of(ports.from(), ports.to())));
          if (!holds) {
            return Optional.of(explained(expectation, ports, "denied", false));
          }
        }
      }
    }
    return outcomes.isEmpty() ? Optional.of(nothing(expectation)) : Optional.empty();
  }

  private Optional<Diagnostic> denied(Expectation expectation) {
    List<ConnectionOutcome> outcomes = engine(true).decisions(expectation.query());
    for (ConnectionOutcome each : outcomes) {
      if (each instanceof PortDecision ports && ports.decision().isAllowed()) {
        return Optional.of(explained(expectation, ports, "allowed", true));
      }
    }
    return outcomes.isEmpty() ? Optional.of(nothing(expectation)) : Optional.empty();
  }

  private Optional<Diagnostic> noPath(Expectation expectation) {
    List<Answer.Path> paths = paths(expectation.query(), true);
    if (!paths.isEmpty()) {
      Answer.Path path = paths.getFirst();
      int hops = path.hops().size();
      return Optional.of(
          failed(expectation, "a path of " + hops + (hops == 1 ? " hop" : " hops") + " exists")
              .with(new Note("path", written(path)))
              .help("`zonec query '" + question(expectation) + "'` names the rules"));
    }
    QueryEngine engine = engine(true);
    boolean empty =
        List.of(expectation.query().from(), expectation.query().to()).stream()
            .anyMatch(end -> engine.members(end).members().isEmpty());
    return empty ? Optional.of(nothing(expectation)) : Optional.empty();
  }

  private static String written(Answer.Path path) {
    return path.hops().stream()
        .map(hop -> hop.from().label() + " -> " + hop.to().label() + " : " + hop.ports())
        .collect(Collectors.joining("\n"));
  }

  /** Returns the expectation as a question: without its first words. */
  private static String question(Expectation expectation) {
    return expectation.span().text().replaceFirst("^expect\\s+(no\\s+path|\\S+)\\s+", "");
  }

  private List<Answer.Path> paths(Query query, boolean may) {
    return switch (engine(may).answer(query, 1)) {
      case Answer.Paths(var paths, var cut) -> paths;
      case Answer.Connections connections -> throw noPaths(query);
      case Answer.JoinedConnections joined -> throw noPaths(query);
      case Answer.JoinedPaths joined -> throw noPaths(query);
      case Answer.ThroughService through -> throw noPaths(query);
      case Answer.Members members -> throw noPaths(query);
    };
  }

  private static IllegalStateException noPaths(Query query) {
    return new IllegalStateException("not a question about paths: " + query);
  }

  private Diagnostic explained(
      Expectation expectation, PortDecision ports, String verdict, boolean may) {
    Diagnostic failed =
        failed(
            expectation,
            ports.from().label()
                + " -> "
                + ports.to().label()
                + " : "
                + ports.ports()
                + " is "
                + verdict);
    List<Explanation> why =
        new WhyEngine(world, program, inputs.reading().withPermissive(may))
            .explain(expectation.query()).stream()
                .filter(each -> isAbout(each, ports, may))
                .limit(1)
                .toList();
    List<String> lines = new WhyText(origins).lines("", why, 1);
    String text =
        lines.stream()
                .skip(1)
                .limit(MOST_LINES)
                .map(line -> line.startsWith("  ") ? line.substring(2) : line)
                .collect(Collectors.joining("\n"))
            + (lines.size() > MOST_LINES + 1 ? "\n…" : "");
    return (text.isEmpty() ? failed : failed.with(new Note("why", text)))
        .help("`zonec why '" + question(expectation) + "'` explains all of it");
  }

  private static boolean isAbout(Explanation explanation, PortDecision ports, boolean allowed) {
    return switch (explanation) {
      case Explanation.Allowed(var connections) -> allowed && isSame(connections, ports);
      case Explanation.Denied denied -> !allowed && isSame(denied.connections(), ports);
      case Explanation.NotConnected none -> false;
    };
  }

  private static boolean isSame(PortDecision one, PortDecision other) {
    return one.from().equals(other.from()) && one.to().equals(other.to());
  }

  private static Diagnostic failed(Expectation expectation, String message) {
    return Diagnostic.error(Code.ZC0815, expectation.span(), message).labelled("does not hold");
  }

  private static Diagnostic nothing(Expectation expectation) {
    return Diagnostic.error(
            Code.ZC0816, expectation.span(), "no workload or address is at one of the ends")
        .labelled("about nothing")
        .help("`zonec query 'resolve END'` lists what an end stands for");
  }
}
