package dev.zonec.verifier.accepted;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.policy.Policy;
import dev.zonec.kubernetes.policy.cluster.Action;
import dev.zonec.kubernetes.policy.cluster.ClusterPolicy;
import dev.zonec.kubernetes.policy.cluster.ClusterRule;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.accepted.Restriction.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What acceptances rely on besides the rules that they name: the definitions of parties, and the
 * policies and rules that restrict. If these were not compared, an acceptance could cover a
 * connection that was not possible when it was written, for example after the policy that isolated
 * a pod was deleted.
 *
 * @param parties a hash of the definition of each party, by name
 * @param restrictions the restrictions
 */
public record AcceptedContext(SortedMap<String, String> parties, Set<Restriction> restrictions) {
  /** A context without parties and restrictions. */
  public static final AcceptedContext NONE = new AcceptedContext(new TreeMap<>(), Set.of());

  /** Copies the collections. */
  public AcceptedContext {
    parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
    restrictions = Collections.unmodifiableSet(new LinkedHashSet<>(restrictions));
  }

  /** Returns the context of {@code program} and the policies of {@code world}. */
  public static AcceptedContext of(ZoneProgram program, World world) {
    SortedMap<String, List<Party>> byName = new TreeMap<>();
    Stream.of(
            program.zones().stream(),
            program.externals().stream(),
            // Claims about paths can name other sets of ends.
            program.assertions().stream().flatMap(assertion -> assertion.parties().stream()))
        .<Party>flatMap(parties -> parties)
        .distinct()
        .forEach(party -> byName.computeIfAbsent(party.name(), n -> new ArrayList<>()).add(party));
    SortedMap<String, String> parties = new TreeMap<>();
    byName.forEach((name, all) -> parties.put(name, PartyContent.hash(all)));
    Set<Restriction> restrictions = new LinkedHashSet<>();
    for (Direction direction : Direction.values()) {
      for (Policy policy : world.policies()) {
        if (policy.directions().contains(direction)) {
          restrictions.add(
              new Restriction(
                  Kind.ISOLATES,
                  direction,
                  Optional.of(policy.namespace()),
                  RuleIdentity.withSubject(policy)));
        }
      }
      for (ClusterPolicy policy : world.clusterPolicies()) {
        for (ClusterRule rule : policy.rules(direction)) {
          if (rule.action() != Action.ACCEPT) {
            restrictions.add(
                new Restriction(
                    rule.action() == Action.DENY ? Kind.DENIES : Kind.PASSES,
                    direction,
                    Optional.empty(),
                    RuleIdentity.withSubject(direction, policy, rule)));
          }
        }
      }
    }
    return new AcceptedContext(parties, restrictions);
  }

  /** Returns the part of the context that {@code extents} rely on. */
  public AcceptedContext of(List<Extent> extents) {
    Set<Restriction> needed = new LinkedHashSet<>(restrictions);
    needed.removeIf(
        each ->
            each.kind() == Kind.ISOLATES
                && extents.stream().noneMatch(extent -> reliesOn(extent, each)));
    return new AcceptedContext(parties, needed);
  }

  private static boolean reliesOn(Extent extent, Restriction isolates) {
    return extent
            instanceof
            Extent.Connections(
                AcceptedEnd from,
                AcceptedEnd to,
                Extent.Cause.ByRules(Extent.Admission egress, Extent.Admission ingress))
        && (isolates.direction() == Direction.EGRESS
            ? isOpen(egress, from, isolates)
            : isOpen(ingress, to, isolates));
  }

  private static boolean isOpen(
      Extent.Admission admission, AcceptedEnd subject, Restriction isolates) {
    return admission instanceof Extent.Admission.Unrestricted
        && isolates.namespace().equals(subject.namespace());
  }

  /**
   * Returns whether an end of this context means at most the same in {@code now}: the definitions
   * of its parties are the same. An end in no party relies on the definitions of all parties.
   */
  public boolean keepsEnd(AcceptedEnd end, AcceptedContext now) {
    return end.parties().isEmpty()
        ? parties.entrySet().stream().allMatch(each -> now.has(each.getKey(), each.getValue()))
        : end.parties().stream().allMatch(name -> keepsParty(name, now));
  }

  /** Returns whether a party has the same definition in {@code now}. */
  public boolean keepsParty(String name, AcceptedContext now) {
    return Optional.ofNullable(parties.get(name)).filter(hash -> now.has(name, hash)).isPresent();
  }

  private boolean has(String name, String hash) {
    return hash.equals(parties.get(name));
  }

  /**
   * Returns whether {@code now} restricts a side at least as much, as far as connections are
   * concerned that {@code admission} admits. A rule admits only what it matches, whatever isolates
   * its pods; a side without a rule relies on every policy of the namespace that isolates.
   */
  public boolean keepsSide(
      Direction direction, AcceptedEnd subject, Extent.Admission admission, AcceptedContext now) {
    return lost(now)
        .filter(each -> each.direction() == direction)
        .noneMatch(each -> each.kind() != Kind.ISOLATES || isOpen(admission, subject, each));
  }

  /** Returns the restrictions whose absence or presence in {@code now} can open connections. */
  private Stream<Restriction> lost(AcceptedContext now) {
    return Stream.concat(
        restrictions.stream()
            .filter(each -> each.kind() != Kind.PASSES && !now.restrictions.contains(each)),
        now.restrictions.stream()
            .filter(each -> each.kind() == Kind.PASSES && !restrictions.contains(each)));
  }

  /**
   * Returns what differs in {@code now} and can invalidate acceptances, one clause each, such as
   * {@code zone or external web has changed}.
   */
  public List<String> changes(AcceptedContext now) {
    List<String> changes = new ArrayList<>();
    parties.forEach(
        (name, hash) -> {
          if (!now.has(name, hash)) {
            changes.add(
                "`"
                    + name
                    + (now.parties.containsKey(name) ? "` is defined differently" : "` is gone"));
          }
        });
    lost(now)
        .forEach(
            each ->
                changes.add(
                    "`" + each.by() + (each.kind() == Kind.PASSES ? "` is new" : "` is gone")));
    return changes;
  }
}
