package dev.zonec.application.cut;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.query.AnswerEnd;
import dev.zonec.verifier.query.QueryEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns ends of questions into parties, for proofs about every pod that could exist. A workload
 * stands for all pods with its labels in its namespace.
 *
 * @param engine knows the workloads
 */
record EndParties(QueryEngine engine) {
  /**
   * Returns the parties of {@code end}.
   *
   * @param problems receives the reason if there are none
   */
  List<Party> of(Query.End end, List<Diagnostic> problems) {
    String name = end.span().text();
    return switch (end) {
      case Query.End.OfParty(Party party, var span) -> List.of(party);
      case Query.End.OfPods(PodSet pods, var span) ->
          List.of(new Party.ForeignPods(name, pods, false, span));
      case Query.End.OfAddresses(var block, var span) ->
          List.of(new Party.Addresses(name, List.of(block), false, span));
      case Query.End.Anywhere(var span) -> List.of(new Party.Anyone(name, true, span));
      case Query.End.OfWorkload workload -> List.of(alike(workload, problems));
      case Query.End.OfService service -> {
        problems.add(refused(service));
        yield List.of();
      }
      case Query.End.Entrances entrances -> {
        problems.add(refused(entrances));
        yield List.of();
      }
    };
  }

  private static Diagnostic refused(Query.End end) {
    return Diagnostic.error(
        Code.ZC1506,
        end.span(),
        "a cut has no `" + end.span().text() + "`: name pods or addresses");
  }

  private Party alike(Query.End.OfWorkload end, List<Diagnostic> problems) {
    List<PodSet.Term> terms = new ArrayList<>();
    for (AnswerEnd member : engine.members(end).members()) {
      if (member.endpoint() instanceof Endpoint.Pod pod) {
        if (pod.hostNetwork()) {
          problems.add(
              Diagnostic.error(
                  Code.ZC1506,
                  end.span(),
                  "pods of `" + end + "` are on the network of their node, so no policy applies"));
        }
        List<Requirement> labels = new ArrayList<>();
        pod.labels()
            .forEach(
                (key, value) -> labels.add(new Requirement.In(key, new TreeSet<>(Set.of(value)))));
        terms.add(
            new PodSet.Term(
                new PodSet.NamespaceSet.Named(
                    new TreeSet<>(Set.of(pod.namespace().name())), Selector.EVERYTHING),
                new Selector(labels)));
      }
    }
    return new Party.ForeignPods(end.span().text(), new PodSet(terms), false, end.span());
  }
}
