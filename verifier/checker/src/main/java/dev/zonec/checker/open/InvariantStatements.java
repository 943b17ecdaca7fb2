package dev.zonec.checker.open;

import dev.zonec.checker.document.EndBox;
import dev.zonec.checker.document.EndSet;
import dev.zonec.checker.document.ValueSet;
import dev.zonec.checker.mention.Mentions;
import dev.zonec.checker.solver.Constant;
import dev.zonec.checker.solver.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/** The end is in a set of a certificate (spec/certificates.md, Invariants). */
final class InvariantStatements {
  private final EndStatements ends;
  private final Mentions mentions;

  InvariantStatements(EndStatements ends) {
    this.ends = ends;
    this.mentions = ends.mentions();
  }

  /**
   * The end is in {@code set}, in which {@link InvariantCheck} found no problem.
   *
   * @param isTarget the end is a target of the part
   */
  Statement in(End end, EndSet set, Statement isTarget) {
    Statement inBoxes = Statement.any(set.boxes().stream().map(box -> in(end, box)).toList());
    return switch (set) {
      case EndSet.In in -> inBoxes;
      case EndSet.NotIn notIn -> Statement.all(Statement.not(inBoxes), Statement.not(isTarget));
    };
  }

  private Statement in(End end, EndBox box) {
    return switch (box) {
      case EndBox.Everything everything -> Constant.TRUE;
      case EndBox.Addresses(var addresses, var unknown) ->
          Statement.all(
              Statement.not(ends.isPod(end)),
              EndStatements.over(addresses.family()),
              EndStatements.hasAddress(end, addresses),
              haveUnknown(unknown));
      case EndBox.Pods pods -> inPods(end, pods);
    };
  }

  private Statement inPods(End end, EndBox.Pods box) {
    List<Statement> all = new ArrayList<>();
    all.add(ends.isPod(end));
    box.namespaces()
        .ifPresent(
            names ->
                all.add(
                    ends.eachNamespace(
                        end,
                        named -> Statement.of(names.values().contains(named.name())),
                        () -> Statement.of(names.others()))));
    box.namespaceLabels().forEach((key, values) -> all.add(hasNamespaceLabel(end, key, values)));
    box.labels()
        .forEach((key, values) -> all.add(has(end.label(key), values, mentions.podValues(key))));
    box.addresses().values().forEach(set -> all.add(EndStatements.hasAddress(end, set)));
    all.add(haveUnknown(box.unknown()));
    return Statement.all(all);
  }

  private Statement hasNamespaceLabel(End end, String key, ValueSet values) {
    SortedSet<String> mentioned = mentions.namespaceValues(key);
    return ends.eachNamespace(
        end,
        named ->
            named
                .labels()
                .map(labels -> Statement.of(contains(values, labels, key, mentioned)))
                .orElseGet(() -> has(End.unknownLabel(named.name(), key), values, mentioned)),
        () -> has(end.labelElsewhere(key), values, mentioned));
  }

  private static boolean contains(
      ValueSet set, Map<String, String> labels, String key, SortedSet<String> mentioned) {
    if (!labels.containsKey(key)) {
      return set.absent();
    }
    String value = String.valueOf(labels.get(key));
    return mentioned.contains(value) ? set.values().contains(value) : set.others();
  }

  private Statement haveUnknown(Map<String, SortedMap<String, ValueSet>> unknown) {
    List<Statement> all = new ArrayList<>();
    unknown.forEach(
        (namespace, labels) ->
            labels.forEach(
                (key, values) ->
                    all.add(
                        has(
                            End.unknownLabel(namespace, key),
                            values,
                            mentions.namespaceValues(key)))));
    return Statement.all(all);
  }

  /** The label with this number has a value of the set. */
  private static Statement has(String number, ValueSet set, SortedSet<String> mentioned) {
    Statement absent = new Statement.Is(number, Mentions.ABSENT);
    if (set.others()) {
      // Everything but what is left out: shorter, because others are all other numbers.
      List<String> leftOut =
          mentioned.stream().filter(value -> !set.values().contains(value)).toList();
      return Statement.all(
          set.absent() ? Constant.TRUE : Statement.not(absent),
          Statement.not(EndStatements.hasValue(number, leftOut, mentioned)));
    }
    return Statement.any(
        set.absent() ? absent : Constant.FALSE,
        EndStatements.hasValue(number, set.values(), mentioned));
  }
}
