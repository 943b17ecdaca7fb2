package dev.zonec.application.adversary;

import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.finding.Findings;
import dev.zonec.verifier.proof.Verification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The assertions against an attacker that sets labels of the pods that it holds.
 *
 * <p>An assertion is robust if it is proved for every label that no admission policy pins. If it is
 * proved only with the levels of trust that the program declares, it assumes these. Otherwise it
 * rests on labels that tenants can set.
 *
 * @param base the verification without the attacker
 * @param findings turns verdicts into findings
 * @param trusted its verdicts
 * @param pinned what admission policies of the manifests pin
 */
record RelabelVerdicts(
    Verification base, Findings findings, Verdicts trusted, PinnedLabels pinned) {

  /** Returns one result for each of {@code assertions}. */
  List<AdversaryResult> results(List<Assertion> assertions) {
    SettableByTenants declared = SettableByTenants.declared(base.world(), base.program());
    Map<String, AdversaryResult> byName = new LinkedHashMap<>();
    List<Assertion> left = new ArrayList<>();
    for (Assertion assertion : assertions) {
      AdversaryResult before = trusted.result(assertion);
      if (!(before instanceof AdversaryResult.Holds)) {
        byName.put(assertion.name(), before);
      } else if (assertion instanceof Assertion.Reachable) {
        // What other pods wear does not change what is required of a pod.
        byName.put(assertion.name(), new AdversaryResult.Same());
      } else {
        left.add(assertion);
      }
    }
    byName.putAll(decided(left, declared));
    return assertions.stream()
        .map(each -> byName.getOrDefault(each.name(), new AdversaryResult.Open("it was not tried")))
        .toList();
  }

  private Map<String, AdversaryResult> decided(
      List<Assertion> assertions, SettableByTenants declared) {
    Map<String, AdversaryResult> byName = new LinkedHashMap<>();
    List<Assertion> assuming = new ArrayList<>();
    List<Assertion> breaking = new ArrayList<>();
    Verdicts enforced = verdicts(assertions, declared.trustingOnly(pinned.keys()));
    List<Assertion> notEnforced = new ArrayList<>();
    for (Assertion assertion : assertions) {
      AdversaryResult result = enforced.result(assertion);
      if (result instanceof AdversaryResult.Breaks) {
        notEnforced.add(assertion);
      } else {
        byName.put(
            assertion.name(),
            result instanceof AdversaryResult.Holds ? new AdversaryResult.Robust() : result);
      }
    }
    SortedSet<String> notPinned = declared.declaredKeys();
    notPinned.removeAll(pinned.keys());
    Verdicts asDeclared = notPinned.isEmpty() ? enforced : verdicts(notEnforced, declared);
    for (Assertion assertion : notEnforced) {
      switch (asDeclared.result(assertion)) {
        case AdversaryResult.Holds holds -> assuming.add(assertion);
        case AdversaryResult.Breaks breaks -> breaking.add(assertion);
        case AdversaryResult other -> byName.put(assertion.name(), other);
      }
    }
    fewest(
            assuming,
            notPinned,
            keys -> {
              SortedSet<String> all = new TreeSet<>(pinned.keys());
              all.addAll(keys);
              return declared.trustingOnly(all);
            })
        .forEach(
            (assertion, keys) -> {
              if (enforced.result(assertion) instanceof AdversaryResult.Breaks(var finding)) {
                byName.put(assertion.name(), new AdversaryResult.Assumes(keys, finding));
              }
            });
    fewest(breaking, declared.settableKeys(), declared::pinning)
        .forEach(
            (assertion, keys) -> {
              if (asDeclared.result(assertion) instanceof AdversaryResult.Breaks(var finding)) {
                byName.put(assertion.name(), new AdversaryResult.Rests(keys, finding));
              }
            });
    return byName;
  }

  /**
   * Returns, for each assertion, a smallest set of keys with which it holds: without one of them,
   * it is not proved. With all of {@code keys}, it holds. Assertions for which the same set is
   * tried share a verification. When the time runs out, the remaining keys are kept.
   *
   * @param levels the levels of labels for a set of keys
   */
  private Map<Assertion, List<String>> fewest(
      List<Assertion> assertions,
      Collection<String> keys,
      Function<SortedSet<String>, SettableByTenants> levels) {
    Map<Assertion, SortedSet<String>> needed = new LinkedHashMap<>();
    assertions.forEach(assertion -> needed.put(assertion, new TreeSet<>(keys)));
    for (String key : keys) {
      Map<SortedSet<String>, List<Assertion>> bySet = new LinkedHashMap<>();
      needed.forEach(
          (assertion, set) -> {
            SortedSet<String> fewer = new TreeSet<>(set);
            fewer.remove(key);
            bySet.computeIfAbsent(fewer, same -> new ArrayList<>()).add(assertion);
          });
      bySet.forEach(
          (fewer, some) -> {
            Verdicts verdicts = verdicts(some, levels.apply(fewer));
            for (Assertion assertion : some) {
              if (verdicts.result(assertion) instanceof AdversaryResult.Holds) {
                needed.put(assertion, fewer);
              }
            }
          });
    }
    Map<Assertion, List<String>> lists = new LinkedHashMap<>();
    needed.forEach((assertion, set) -> lists.put(assertion, List.copyOf(set)));
    return lists;
  }

  private Verdicts verdicts(List<Assertion> assertions, SettableByTenants levels) {
    if (assertions.isEmpty() || base.deadline().passed()) {
      return new Verdicts(findings, new HashMap<>());
    }
    ZoneProgram program = base.program().withAssertions(instances(assertions));
    List<Disjointness.Pair> pairs =
        program.disjoint().stream().flatMap(each -> each.pairs().stream()).toList();
    List<Disjointness> apart = new ArrayList<>(levels.apart(pairs));
    apart.addAll(pinned.apart());
    return Verdicts.of(
        base.relabelling(program.withDisjoint(apart), levels.labels()).ofAssertions(), findings);
  }

  /** Returns every instance of {@code assertions} that patterns write out. */
  private List<Assertion> instances(List<Assertion> assertions) {
    List<String> names = assertions.stream().map(Assertion::name).toList();
    return base.program().assertions().stream()
        .filter(each -> names.contains(each.name()))
        .toList();
  }
}
