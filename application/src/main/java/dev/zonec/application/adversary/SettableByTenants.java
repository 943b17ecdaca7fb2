package dev.zonec.application.adversary;

import dev.zonec.kubernetes.world.World;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.LabelSetter;
import dev.zonec.model.program.LabelTrust;
import dev.zonec.model.program.LabelTrust.Level;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.quotient.VocabularyBuilder;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who can set each label of pods that a policy or a zone of a {@code disjoint} statement tests.
 *
 * @param levels the levels, by key
 */
record SettableByTenants(SortedMap<String, Level> levels) {
  /** Copies the levels. */
  SettableByTenants {
    levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
  }

  /** Returns the labels with the levels that {@code program} declares. */
  static SettableByTenants declared(World world, ZoneProgram program) {
    SortedMap<String, Level> levels = new TreeMap<>();
    Stream.concat(
            new VocabularyBuilder()
                .add(world).build(Cluster.UNDECLARED, false).podKeys().stream().map(LabelKey::key),
            program.disjoint().stream()
                .flatMap(each -> each.zones().stream())
                .flatMap(SettableByTenants::keys))
        .forEach(key -> levels.put(key, level(key, program.trust())));
    return new SettableByTenants(levels);
  }

  /** Whoever deploys in a namespace can be a tenant, so a label that they may set is not pinned. */
  private static Level level(String key, LabelTrust trust) {
    boolean byTenants =
        trust.settersOf(key).stream().anyMatch(LabelSetter.InNamespace.class::isInstance);
    return byTenants ? Level.TENANT : trust.declared().getOrDefault(key, Level.TENANT);
  }

  /** Returns the keys that not everybody can set, sorted. */
  SortedSet<String> declaredKeys() {
    SortedSet<String> keys = new TreeSet<>(levels.keySet());
    keys.removeIf(key -> levels.get(key) == Level.TENANT);
    return keys;
  }

  /** Returns the keys that can change in some way, sorted. */
  SortedSet<String> settableKeys() {
    SortedSet<String> keys = new TreeSet<>(levels.keySet());
    keys.removeIf(key -> levels.get(key) == Level.ADMIN_ONLY);
    return keys;
  }

  /** Returns the levels in which everybody can set all labels except {@code trusted}. */
  SettableByTenants trustingOnly(Collection<String> trusted) {
    SortedMap<String, Level> other = new TreeMap<>(levels);
    other.replaceAll((key, level) -> trusted.contains(key) ? level : Level.TENANT);
    return new SettableByTenants(other);
  }

  /** Returns the levels in which no tenant can set {@code pinned}. */
  SettableByTenants pinning(Collection<String> pinned) {
    SortedMap<String, Level> other = new TreeMap<>(levels);
    other.replaceAll((key, level) -> pinned.contains(key) ? Level.ADMIN_ONLY : level);
    return new SettableByTenants(other);
  }

  /** Returns the labels that an attacker can set. */
  SettableLabels labels() {
    SortedSet<String> free = new TreeSet<>();
    SortedSet<String> addable = new TreeSet<>();
    levels.forEach(
        (key, level) -> {
          switch (level) {
            case TENANT -> free.add(key);
            case IMMUTABLE -> addable.add(key);
            case ADMIN_ONLY -> {}
          }
        });
    return new SettableLabels(free, addable);
  }

  /**
   * Returns those of {@code pairs} whose zones an attacker cannot join: no label that their
   * selectors test can be set.
   */
  List<Disjointness> apart(Collection<Disjointness.Pair> pairs) {
    return pairs.stream()
        .filter(
            pair ->
                Stream.of(pair.first(), pair.second())
                    .flatMap(SettableByTenants::keys)
                    .allMatch(key -> levels.get(key) == Level.ADMIN_ONLY))
        .map(Disjointness::of)
        .toList();
  }

  private static Stream<String> keys(Party.Zone zone) {
    return zone.pods().podSelectors().stream()
        .flatMap(selector -> selector.requirements().stream())
        .map(Requirement::key);
  }
}
