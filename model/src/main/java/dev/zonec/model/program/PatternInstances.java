package dev.zonec.model.program;

import dev.zonec.model.program.PodSet.NamespaceSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Expands patterns: turns a program with patterns into one without, for given namespaces. */
public final class PatternInstances {
  /**
   * The namespaces of one pattern.
   *
   * @param all all namespaces that the pattern matches
   * @param claimed the namespaces for which its assertions are claimed
   */
  public record Namespaces(SortedSet<String> all, SortedSet<String> claimed) {
    /** Copies the sets. */
    public Namespaces {
      all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
      claimed = Collections.unmodifiableSortedSet(new TreeSet<>(claimed));
    }
  }

  private final Pattern pattern;
  private final Namespaces namespaces;
  private final Map<List<String>, Party.Zone> known = new HashMap<>();

  private PatternInstances(Pattern pattern, Namespaces namespaces) {
    this.pattern = pattern;
    this.namespaces = namespaces;
  }

  /**
   * Expands the patterns of {@code program}. An assertion of a pattern becomes one assertion with
   * the same name for each namespace, or an assertion about no pod if there is no namespace.
   *
   * @param namespaces the namespaces of each pattern, in order
   */
  public static ZoneProgram of(ZoneProgram program, List<Namespaces> namespaces) {
    List<Flow> flows = new ArrayList<>(program.flows());
    List<Assertion> assertions = new ArrayList<>(program.assertions());
    for (int i = 0; i < program.patterns().size(); i++) {
      PatternInstances instances =
          new PatternInstances(program.patterns().get(i), namespaces.get(i));
      flows.addAll(instances.flows());
      assertions.addAll(instances.assertions());
    }
    return new ZoneProgram(
        program.module(),
        program.zones(),
        program.externals(),
        flows,
        assertions,
        program.defaults(),
        program.cluster(),
        program.namespacesDeclared(),
        program.trust(),
        program.disjoint(),
        program.waivers());
  }

  private List<Flow> flows() {
    List<Flow> flows = new ArrayList<>();
    for (String namespace : namespaces.all()) {
      for (Flow flow : pattern.flows()) {
        flows.add(
            new Flow(
                here(flow.from(), namespace),
                here(flow.to(), namespace),
                flow.service(),
                flow.implied(),
                flow.span()));
      }
    }
    return flows;
  }

  private List<Assertion> assertions() {
    List<Assertion> all = new ArrayList<>();
    for (Assertion claim : pattern.claims()) {
      if (namespaces.claimed().isEmpty()) {
        all.add(about(claim, ""));
      }
      namespaces.claimed().forEach(namespace -> all.add(about(claim, namespace)));
    }
    return all;
  }

  private Assertion about(Assertion claim, String namespace) {
    return switch (claim) {
      case Assertion.Never c ->
          new Assertion.Never(
              c.name(), all(c.from(), namespace), all(c.to(), namespace), c.service(), c.span());
      case Assertion.NoPath c ->
          new Assertion.NoPath(
              c.name(),
              all(c.from(), namespace),
              all(c.to(), namespace),
              all(c.via(), namespace),
              c.within(),
              c.span());
      case Assertion.Only c ->
          new Assertion.Only(
              c.name(),
              all(c.from(), namespace),
              all(c.among(), namespace),
              all(c.to(), namespace),
              c.service(),
              c.span());
      case Assertion.Isolated c ->
          new Assertion.Isolated(c.name(), all(c.zones(), namespace), c.span());
      case Assertion.Reachable c ->
          new Assertion.Reachable(
              c.name(), all(c.from(), namespace), all(c.to(), namespace), c.service(), c.span());
      case Assertion.TiersAdjacent c ->
          new Assertion.TiersAdjacent(
              c.name(),
              c.tiers().stream()
                  .map(tier -> new Assertion.Tier(tier.name(), all(tier.zones(), namespace)))
                  .toList(),
              c.span());
    };
  }

  private List<Party> all(List<Party> parties, String namespace) {
    return parties.stream().map(party -> here(party, namespace)).toList();
  }

  /** Returns what {@code party} stands for if the pattern is about {@code namespace}. */
  private Party here(Party party, String namespace) {
    if (!(party instanceof Party.Zone zone)) {
      return party;
    }
    if (zone.name().startsWith(Pattern.OTHER)) {
      SortedSet<String> others = new TreeSet<>(namespaces.all());
      others.remove(namespace);
      return in(zone, zone.name() + " than in " + namespace, others);
    }
    return pattern.has(zone) ? in(zone, zone.name() + " of " + namespace, some(namespace)) : zone;
  }

  private static SortedSet<String> some(String namespace) {
    return namespace.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(namespace));
  }

  private Party.Zone in(Party.Zone zone, String name, SortedSet<String> names) {
    return known.computeIfAbsent(
        List.of(zone.name(), name),
        key -> {
          List<PodSet.Term> terms = new ArrayList<>();
          for (PodSet.Term term : names.isEmpty() ? List.<PodSet.Term>of() : zone.pods().terms()) {
            terms.add(new PodSet.Term(within(term.namespaces(), names), term.pods()));
          }
          return new Party.Zone(name, new PodSet(terms), zone.nested(), zone.denied(), zone.span());
        });
  }

  private static NamespaceSet within(NamespaceSet set, SortedSet<String> names) {
    return switch (set) {
      case NamespaceSet.Selected(var labels) -> new NamespaceSet.Named(names, labels);
      case NamespaceSet.Named(var some, var labels) -> {
        SortedSet<String> both = new TreeSet<>(some);
        both.retainAll(names);
        yield new NamespaceSet.Named(both, labels);
      }
    };
  }
}
