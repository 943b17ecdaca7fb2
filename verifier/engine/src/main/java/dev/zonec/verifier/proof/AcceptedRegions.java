package dev.zonec.verifier.proof;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.rules.RulePlace;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.accepted.AcceptedContext;
import dev.zonec.verifier.accepted.AcceptedEnd;
import dev.zonec.verifier.accepted.AcceptedRules;
import dev.zonec.verifier.accepted.Extent;
import dev.zonec.verifier.accepted.Extent.Admission;
import dev.zonec.verifier.accepted.Extent.Cause;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The connections that acceptances cover, as formulas.
 *
 * <p>A side that a rule admits is covered if the rule matches, and if the policies would admit the
 * connection without all other rules that accept. Rules that deny or pass are never left out, so a
 * rule that is added later covers nothing that an acceptance did not cover before: what only the
 * new rule admits is outside of the region (spec/verification.md, Accepted findings).
 *
 * <p>Names and rules that no longer exist cover nothing. Nor does an acceptance whose parties are
 * defined differently now, or whose sides are restricted less ({@link AcceptedContext}).
 */
final class AcceptedRegions {
  private final Relations relations;
  private final AcceptedRules rules;
  private final AcceptedContext then;
  private final AcceptedContext now;
  private final Map<List<Object>, Formula> admissions = new HashMap<>();

  /**
   * @param relations the relations of the run
   * @param then the context of the acceptances
   * @param now the context of the run
   */
  AcceptedRegions(Relations relations, AcceptedContext then, AcceptedContext now) {
    this(relations, new AcceptedRules(relations.world()), then, now);
  }

  private AcceptedRegions(
      Relations relations, AcceptedRules rules, AcceptedContext then, AcceptedContext now) {
    this.relations = relations;
    this.rules = rules;
    this.then = then;
    this.now = now;
  }

  /** Returns the same with the context of the run, for extents that are found in it. */
  AcceptedRegions ofNow() {
    return new AcceptedRegions(relations, rules, now, now);
  }

  /** The connection has the ends and the cause of {@code extent}. */
  Formula of(Extent.Connections extent) {
    return Formula.all(
        in(End.SOURCE, extent.from()),
        in(End.DESTINATION, extent.to()),
        switch (extent.cause()) {
          case Cause.ByFlow(String flow) -> declaredBy(flow);
          case Cause.ByRules(Admission egress, Admission ingress) ->
              Formula.all(
                  admitted(Direction.EGRESS, egress, extent.from()),
                  admitted(Direction.INGRESS, ingress, extent.to()));
        });
  }

  /** The connection has the ends of {@code extent}. */
  Formula of(Extent.BlockedConnections extent) {
    return Formula.all(in(End.SOURCE, extent.from()), in(End.DESTINATION, extent.to()));
  }

  private Formula declaredBy(String text) {
    return new Formula.Any(
        relations.program().flows().stream()
            .filter(flow -> flow.written().equals(text))
            .map(relations.declared()::by)
            .toList());
  }

  private Formula in(End end, AcceptedEnd accepted) {
    if (!then.keepsEnd(accepted, now)) {
      return Formula.any();
    }
    List<Formula> parts = new ArrayList<>();
    for (String name : accepted.parties()) {
      parts.add(Formula.in(end, named(name)));
    }
    if (accepted.parties().isEmpty()) {
      parts.add(Formula.not(Formula.in(end, relations.program().zones())));
      parts.add(Formula.not(Formula.in(end, relations.program().externals())));
    }
    parts.add(
        accepted
            .namespace()
            .map(name -> inNamespace(end, name))
            .orElseGet(() -> Formula.not(new Formula.IsPod(end))));
    return new Formula.All(parts);
  }

  private List<? extends Party> named(String name) {
    return Stream.<Party>concat(
            relations.program().zones().stream(), relations.program().externals().stream())
        .filter(party -> party.name().equals(name))
        .toList();
  }

  private Formula inNamespace(End end, String name) {
    List<Integer> namespaces =
        IntStream.range(0, vocabulary().namespaceCount())
            .filter(
                index ->
                    relations
                        .name(index)
                        .filter(each -> name.equals(AcceptedEnd.ELSEWHERE) || name.equals(each))
                        .isPresent())
            .boxed()
            .toList();
    Formula inOne =
        new Formula.Any(
            namespaces.stream().map(i -> (Formula) new Formula.InNamespace(end, i)).toList());
    return name.equals(AcceptedEnd.ELSEWHERE)
        ? Formula.all(new Formula.IsPod(end), Formula.not(inOne))
        : inOne;
  }

  private Formula admitted(Direction direction, Admission admission, AcceptedEnd subject) {
    if (!then.keepsSide(direction, subject, admission, now)) {
      return Formula.any();
    }
    return admissions.computeIfAbsent(
        List.of(direction, admission, subject),
        key ->
            new Formula.Defined(
                switch (admission) {
                  case Admission.Unrestricted none ->
                      relations.mayAdmit(direction, at(subject).acceptingOnly(Set.of()));
                  case Admission.ByRule(String rule) ->
                      admittedBy(direction, rules.places(direction, rule), at(subject));
                }));
  }

  private Formula admittedBy(Direction direction, Set<RulePlace> places, PolicySet all) {
    return Formula.all(
        new Formula.Any(all.only(places, direction).stream().map(relations::mayMatch).toList()),
        relations.mayAdmit(direction, all.acceptingOnly(places)));
  }

  /** Returns the rules that can apply to pods of {@code subject}. */
  private PolicySet at(AcceptedEnd subject) {
    return subject.parties().isEmpty()
        ? relations.rules()
        : relations
            .byNamespace()
            .rules(
                named(subject.parties().getFirst()).stream()
                    .map(party -> PartyNamespaces.of(party, vocabulary()))
                    .reduce(Bits.of(), Bits::or));
  }

  private Vocabulary vocabulary() {
    return relations.space().vocabulary();
  }
}
