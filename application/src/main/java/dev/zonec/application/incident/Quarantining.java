package dev.zonec.application.incident;

import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.Question;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.Progress;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WrittenPolicies;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.query.Query;
import dev.zonec.response.plugin.PluginPolicies;
import dev.zonec.response.quarantine.AllowedSource;
import dev.zonec.response.quarantine.Isolation;
import dev.zonec.response.quarantine.Quarantine;
import dev.zonec.response.quarantine.Target;
import dev.zonec.response.quarantine.TargetPods;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.query.QueryEngine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Finds a change that isolates compromised pods from the network, and proves it.
 *
 * @param request the pods and the means
 */
public record Quarantining(QuarantineRequest request) {
  /**
   * The answer.
   *
   * @param isolation the isolation that was asked for
   * @param attempts the changes that were tried; the last one is the one to use
   * @param expressions returns the number of {@code matchExpressions} of a policy's subject
   * @param alsoSelected other workloads whose pods the commands select by their labels
   * @param assumptions what the proof rests on, as clauses
   */
  public record Reply(
      Isolation isolation,
      List<Quarantine.Attempt> attempts,
      ToIntFunction<Policy> expressions,
      List<String> alsoSelected,
      List<String> assumptions) {
    /** Copies the lists. */
    public Reply {
      attempts = List.copyOf(attempts);
      alsoSelected = List.copyOf(alsoSelected);
      assumptions = List.copyOf(assumptions);
    }

    /** Returns the attempt to use. */
    public Quarantine.Attempt last() {
      return attempts.getLast();
    }

    /** Whether the change is known not to isolate the pods, and must not be used. */
    public boolean refuted() {
      return last().isolated() instanceof Verdict.Refuted;
    }

    /** Returns what the proof of the change comes to. */
    public Conclusion conclusion() {
      boolean decided =
          last().isolated().holds()
              && last().allowed().stream().noneMatch(each -> each instanceof Verdict.Inconclusive);
      return Conclusion.of(refuted(), decided);
    }
  }

  /**
   * Reads the inputs and finds the change. Proofs that are open at the deadline are inconclusive.
   */
  public QuestionOutcome<Reply> outcome(Deadline deadline) {
    return switch (QuestionInputs.of(request.question())) {
      case QuestionInputs.Unusable(var problems) -> new QuestionOutcome.Unusable<>(problems);
      case QuestionInputs.Ready inputs -> resolved(inputs, deadline);
    };
  }

  private QuestionOutcome<Reply> resolved(QuestionInputs.Ready inputs, Deadline deadline) {
    List<Diagnostic> malformed = new ArrayList<>();
    List<Query.End> ends = ends(request.ends(), inputs, malformed);
    List<Query.End> allowed = ends(request.allowed(), inputs, malformed);
    if (!malformed.isEmpty()) {
      return new QuestionOutcome.Malformed<>(malformed);
    }
    if (!request.question().manifests().given()) {
      return new QuestionOutcome.NoManifests<>();
    }
    List<Selector> selectors = new ArrayList<>();
    Stream.concat(ends.stream(), allowed.stream())
        .forEach(end -> selectors.addAll(Query.from(end).podSelectors()));
    selectors.addAll(inputs.program().podSelectors());
    AnsweredManifests about = inputs.manifests(selectors);
    QueryEngine engine = new QueryEngine(about.read().world(), inputs.program(), inputs.reading());
    List<Diagnostic> unknown =
        engine.problems(Stream.concat(ends.stream(), allowed.stream()).toList());
    if (!unknown.isEmpty()) {
      return new QuestionOutcome.UnknownEnds<>(about, unknown);
    }
    List<Diagnostic> problems = new ArrayList<>();
    Isolation isolation =
        new Isolation(
            ChangeId.unused(
                request.id().orElseGet(() -> ChangeId.of(request.ends().getFirst(), "pods")),
                id ->
                    ChangeId.policyNames(about.read().world(), inputs.loaded().manifests())
                        .anyMatch(name -> name.equals("zonec-quarantine-" + id))),
            targets(ends, about, engine, problems),
            allowed.stream().flatMap(end -> source(end, about, problems).stream()).toList(),
            request.means(),
            request.keepLabels());
    if (!problems.isEmpty()) {
      return new QuestionOutcome.UnknownEnds<>(about, problems);
    }
    Progress.begin("proving the isolation");
    List<Gap> gaps = about.gaps().stream().map(Gap::new).toList();
    Quarantine quarantine =
        new Quarantine(
            about.read().world(),
            inputs.program().cluster(),
            inputs.reading(),
            gaps,
            about.read().coverage(),
            new PluginPolicies(inputs.loaded().manifests().unmodelled()));
    List<Quarantine.Attempt> attempts = quarantine.attempts(isolation, deadline);
    return new QuestionOutcome.Answered<>(
        about.withGaps(quarantine.gapsOf(attempts.getLast())),
        new Reply(
            isolation,
            attempts,
            policy -> WrittenPolicies.expressions(policy, inputs.loaded().manifests()),
            alsoSelected(isolation, about.read().world()),
            quarantine.assumptions(attempts.getLast())),
        List.of());
  }

  private static List<Query.End> ends(
      List<String> texts, QuestionInputs.Ready inputs, List<Diagnostic> problems) {
    List<Query.End> ends = new ArrayList<>();
    for (String text : texts) {
      switch (Question.parseEnd(text, inputs.variant(), inputs::workloadNames)) {
        case Question.Resolution.Malformed(var found) -> problems.addAll(found);
        case Question.Resolution.Resolved(Question question) -> ends.add(EndSteps.end(question));
      }
    }
    return ends;
  }

  /** Returns the pods of {@code ends}, by namespace. */
  private static List<Target> targets(
      List<Query.End> ends,
      AnsweredManifests about,
      QueryEngine engine,
      List<Diagnostic> problems) {
    Map<String, Target> targets = new TreeMap<>();
    for (Query.End end : ends) {
      List<EndPods> found = EndPods.of(end, about, engine);
      if (found.isEmpty()) {
        problems.add(EndPods.none(end));
      }
      for (EndPods pods : found) {
        Workload workload = pods.workload();
        if (workload.pod().hostNetwork()) {
          problems.add(
              Diagnostic.error(
                      Code.ZC1401, end.span(), workload.label() + " is on the host network")
                  .note("no policy governs the pods of a node's network")
                  .help(
                      "isolate the node: cordon it, and block its addresses at the network that"
                          + " it is in"));
          continue;
        }
        targets.merge(
            workload.namespace(),
            new Target(workload.pod().namespace(), List.of(new TargetPods(workload, pods.only()))),
            (some, more) ->
                new Target(
                    some.namespace(),
                    Stream.concat(some.pods().stream(), more.pods().stream()).distinct().toList()));
      }
    }
    return List.copyOf(targets.values());
  }

  /** Returns the pods of an end, by their labels. */
  private static Optional<AllowedSource> source(
      Query.End end, AnsweredManifests about, List<Diagnostic> problems) {
    return switch (end) {
      case Query.End.OfPods(PodSet pods, var span) ->
          Optional.of(new AllowedSource(span.text(), pods));
      case Query.End.OfParty(Party.Zone zone, var span) ->
          Optional.of(new AllowedSource(zone.name(), zone.pods()));
      case Query.End.OfWorkload asked -> {
        Map<String, PodSet.Term> terms = new LinkedHashMap<>();
        for (Workload workload : about.read().world().workloads()) {
          if (workload.isCalled(asked.namespace(), asked.name(), asked.part(), asked.labels())) {
            terms.put(workload.label(), term(workload));
          }
        }
        yield Optional.of(
            new AllowedSource(asked.toString(), new PodSet(List.copyOf(terms.values()))));
      }
      case Query.End.OfParty party -> noPods(end, problems);
      case Query.End.OfAddresses addresses -> noPods(end, problems);
      case Query.End.OfService service -> noPods(end, problems);
      case Query.End.Entrances entrances -> noPods(end, problems);
      case Query.End.Anywhere anywhere -> noPods(end, problems);
    };
  }

  private static Optional<AllowedSource> noPods(Query.End end, List<Diagnostic> problems) {
    problems.add(
        Diagnostic.error(Code.ZC0520, end.span(), "only pods can be allowed to reach isolated pods")
            .help("name a workload, or write `pods(app=x) in namespace(y)`"));
    return Optional.empty();
  }

  private static PodSet.Term term(Workload workload) {
    List<Requirement> requirements = new ArrayList<>();
    TargetPods.known(workload.pod().labels())
        .forEach((key, value) -> requirements.add(new Requirement.In(key, sorted(value))));
    return new PodSet.Term(
        new PodSet.NamespaceSet.Named(sorted(workload.namespace()), Selector.EVERYTHING),
        new Selector(requirements));
  }

  private static TreeSet<String> sorted(String value) {
    return new TreeSet<>(List.of(value));
  }

  /**
   * Returns the other workloads with all labels of a target whose pods have no known names: the
   * commands select these pods by labels.
   */
  private static List<String> alsoSelected(Isolation isolation, World world) {
    List<String> also = new ArrayList<>();
    for (Target target : isolation.targets()) {
      List<Workload> own = target.pods().stream().map(TargetPods::workload).toList();
      for (TargetPods pods : target.pods()) {
        if (pods.named().isEmpty()) {
          Map<String, String> labels = TargetPods.known(pods.workload().pod().labels());
          world.workloads().stream()
              .filter(other -> other.namespace().equals(target.namespace().name()))
              .filter(other -> !own.contains(other))
              .filter(other -> other.pod().labels().entrySet().containsAll(labels.entrySet()))
              .forEach(other -> also.add(other.label()));
        }
      }
    }
    return also.stream().distinct().toList();
  }
}
