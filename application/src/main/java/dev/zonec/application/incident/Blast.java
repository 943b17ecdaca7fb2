package dev.zonec.application.incident;

import dev.zonec.access.escalation.SubjectPowers;
import dev.zonec.access.power.Scope;
import dev.zonec.application.access.ClusterAccess;
import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.input.UnreadEntrances;
import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.BlastRadius;
import dev.zonec.verifier.query.QueryEngine;
import dev.zonec.verifier.query.Relabelling;
import dev.zonec.verifier.report.BlastMarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a compromised end reaches over any number of hops, and what reaches it.
 *
 * @param end the end, such as {@code shop/web}
 * @param access whether to read roles and bindings, for what the service accounts may change
 * @param relabelling the namespaces whose pods the attacker can give other labels; empty if labels
 *     stay as they are
 */
public record Blast(
    QuestionRequest request,
    String end,
    boolean access,
    Optional<RelabelledNamespaces> relabelling) {
  /**
   * The answer.
   *
   * @param marks what is known about the workloads of the answer
   * @param origins the origins of generated policies
   * @param relabelling what the end gains with other labels, if the request asks for this
   */
  public record Reply(
      BlastRadius radius,
      BlastMarks marks,
      PolicyOrigins origins,
      Optional<Relabelling> relabelling) {}

  /** Reads the inputs and finds the blast radius. */
  public QuestionOutcome<Reply> outcome() {
    return new Searching(access, relabelling).ask(end, request);
  }

  private record Searching(boolean access, Optional<RelabelledNamespaces> relabelling)
      implements EndSteps<Reply> {
    @Override
    public ReadExtent extent() {
      return access ? ReadExtent.WITH_ACCESS : ReadExtent.ALL_OBJECTS;
    }

    @Override
    public QuestionOutcome.Answered<Reply> answer(
        Query.End end, QueryEngine engine, AnsweredManifests about, QuestionInputs.Ready inputs) {
      Optional<ClusterAccess> read =
          access ? Optional.of(ClusterAccess.of(inputs.loaded(), about.read())) : Optional.empty();
      List<Diagnostic> problems =
          new ArrayList<>(read.map(ClusterAccess::problems).orElse(List.of()));
      BlastRadius radius = engine.blastRadius(end);
      Optional<Relabelling> relabelled =
          relabelling.map(
              asked -> {
                Set<String> namespaces = asked.of(radius);
                problems.addAll(asked.problems(about.read().world()));
                Relabelling found = engine.relabelled(end, namespaces);
                problems.addAll(RelabelledNamespaces.problems(found));
                return found;
              });
      return new QuestionOutcome.Answered<>(
          about,
          new Reply(
              radius,
              marks(about.read(), inputs.program(), read),
              inputs.origins(about.read()),
              relabelled),
          about.withUnreadEntrances(problems, UnreadEntrances.Result.CALLERS));
    }

    private static BlastMarks marks(
        ReadManifests read, ZoneProgram program, Optional<ClusterAccess> access) {
      Map<AnswerEnd, BlastMarks.Mark> marks = new HashMap<>();
      for (Workload workload : read.world().workloads()) {
        List<String> zones = new ArrayList<>();
        for (Party.Zone zone : program.zones()) {
          if (zone.contains(workload.pod())) {
            zones.add(zone.name());
          }
        }
        List<String> assertions =
            program.assertions().stream()
                .filter(each -> marked(each).stream().anyMatch(p -> isIn(workload, p)))
                .map(Assertion::name)
                .distinct()
                .toList();
        marks.put(
            new AnswerEnd(workload.pod(), workload.label()),
            new BlastMarks.Mark(
                zones,
                assertions,
                read.inventory().holdings(workload),
                access
                    .flatMap(each -> each.powers(workload))
                    .map(Searching::texts)
                    .orElse(List.of())));
      }
      return new BlastMarks(marks);
    }

    /** Returns a text for each power, such as {@code policies in shop}. */
    private static List<String> texts(SubjectPowers powers) {
      return powers.powers().stream()
          .map(
              held ->
                  held.power().title()
                      + place(held.scope())
                      + (held.certain() ? "" : " (possibly)"))
          .distinct()
          .toList();
    }

    private static String place(Scope scope) {
      return switch (scope) {
        case Scope.Cluster cluster -> " in the cluster";
        case Scope.EveryNamespace every -> " in every namespace";
        case Scope.Within(String namespace) -> " in " + namespace;
      };
    }

    /** Returns the parties whose workloads an assertion marks: those of all tiers, too. */
    private static List<Party> marked(Assertion assertion) {
      return assertion instanceof Assertion.TiersAdjacent tiers
          ? tiers.parties()
          : assertion.limited();
    }

    /** Whether an assertion about {@code party} is about {@code workload} in particular. */
    private static boolean isIn(Workload workload, Party party) {
      return !(party instanceof Party.Anyone)
          && !(party instanceof Party.Others)
          && party.contains(workload.pod());
    }
  }
}
