package dev.zonec.compiler.lint;

import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Pattern;
import dev.zonec.model.program.PodSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides whether one zone or external certainly contains every member of another. Answers are
 * cached.
 */
final class PartyCover {
  private final Map<List<String>, Boolean> known = new HashMap<>();
  private final List<Pattern> patterns;

  /**
   * @param patterns the patterns of the program
   */
  PartyCover(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  /** Whether the ends of {@code outer} contain those of {@code inner}. */
  boolean covers(Flow outer, Flow inner) {
    return covers(outer.from(), inner.from())
        && covers(outer.to(), inner.to())
        && patterns.stream().allMatch(p -> !p.flows().contains(outer) || p.flows().contains(inner));
  }

  private boolean covers(Party outer, Party inner) {
    return outer.name().equals(inner.name())
        || known.computeIfAbsent(List.of(outer.name(), inner.name()), names -> holds(outer, inner));
  }

  private static boolean holds(Party outer, Party inner) {
    return switch (outer) {
      case Party.Zone zone -> inner instanceof Party.Zone in && holds(zone.pods(), in.pods());
      case Party.ForeignPods pods ->
          inner instanceof Party.ForeignPods in && holds(pods.pods(), in.pods());
      case Party.Anyone everyone -> false;
      case Party.Others others -> false;
      case Party.Addresses addresses ->
          inner instanceof Party.Addresses in
              && holds(addresses, in, Family.IPV4)
              && holds(addresses, in, Family.IPV6);
    };
  }

  private static boolean holds(PodSet outer, PodSet inner) {
    return inner.terms().stream()
        .allMatch(in -> outer.terms().stream().anyMatch(out -> Satisfiability.implies(in, out)));
  }

  private static boolean holds(Party.Addresses outer, Party.Addresses inner, Family family) {
    AddressSet all = AddressSet.of(family, outer.blocks());
    return AddressSet.of(family, inner.blocks()).minus(all).isEmpty();
  }
}
