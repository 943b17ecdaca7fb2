package dev.zonec.checker.claim;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Assertion;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.Waiver;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run of a certificate: the policies, the program, and what is assumed.
 *
 * @param world all policies and objects
 * @param program the program with its patterns written out; its cluster has the address ranges that
 *     apply
 * @param may the permissive reading, with the knobs that are settled
 * @param disjoint pairs of zones that are assumed to share no pod
 * @param excluded parties whose members are assumed not to exist
 * @param namespaces the namespaces that are assumed to exist
 * @param standIns names of namespaces that each stand for many
 */
public record CheckedRun(
    World world,
    ZoneProgram program,
    Reading may,
    List<Disjointness.Pair> disjoint,
    List<Party> excluded,
    NamespaceExtent namespaces,
    Set<String> standIns) {
  /** Copies the collections and rejects patterns, and a reading that is not permissive. */
  public CheckedRun {
    disjoint = List.copyOf(disjoint);
    excluded = List.copyOf(excluded);
    standIns = Set.copyOf(standIns);
    if (!program.patterns().isEmpty()) {
      throw new IllegalArgumentException("the program has patterns that are not written out");
    }
    if (!may.permissive()) {
      throw new IllegalArgumentException("the reading is not permissive");
    }
  }

  /** Creates a run without assumptions about pods. */
  public CheckedRun(World world, ZoneProgram program, Reading may) {
    this(
        world,
        program,
        may,
        List.of(),
        List.of(),
        program.namespacesDeclared() ? NamespaceExtent.DECLARED : NamespaceExtent.ANY,
        Set.of());
  }

  /** Returns the restrictive reading, with the same knobs settled. */
  public Reading must() {
    return may.withPermissive(false);
  }

  /**
   * Returns the assertion that a claim of the certificate is about; empty if the program has no
   * such assertion.
   *
   * @param instance the number of the instance among the assertions with this name, from 0
   */
  public Optional<Assertion> assertion(String name, int instance) {
    return program.assertions().stream()
        .filter(assertion -> assertion.name().equals(name))
        .skip(instance)
        .findFirst();
  }

  /** Returns the number of assertions with the name; more than one for a pattern. */
  public int instances(String name) {
    return (int) program.assertions().stream().filter(each -> each.name().equals(name)).count();
  }

  /** Returns the waivers of {@code assertion}, in the order of the program. */
  public List<Waiver> waivers(Assertion assertion) {
    return program.waivers().stream()
        .filter(waiver -> waiver.assertion().equals(assertion.name()))
        .toList();
  }
}
