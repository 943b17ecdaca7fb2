package dev.zonec.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.label.Satisfiability;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The pairs that are looked at are all that overlap, whatever zones are told apart by. */
class OverlapCandidatesTest {
  private static final SourceText TEXT = new SourceText("zones", "x".repeat(5_000));

  @Property(tries = 2000)
  void noOverlapIsLeftOut(@ForAll long seed, @ForAll boolean named) {
    Random random = new Random(seed);
    List<Party.Zone> zones = new ArrayList<>();
    int count = random.nextInt(9);
    for (int i = 0; i < count; i++) {
      zones.add(zone(i, random, named));
    }
    List<OverlapCandidates.Pair> found = OverlapCandidates.among(zones);
    assertThat(found).doesNotHaveDuplicates();
    assertThat(found).allMatch(pair -> pair.first().span().start() < pair.second().span().start());
    for (Party.Zone first : zones) {
      for (Party.Zone second : zones) {
        if (first.span().start() < second.span().start()
            && Satisfiability.overlap(first.pods(), second.pods())) {
          assertThat(found).contains(new OverlapCandidates.Pair(first, second));
        }
      }
    }
  }

  private static Party.Zone zone(int number, Random random, boolean named) {
    List<PodSet.Term> terms = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      PodSet.NamespaceSet namespaces =
          named || random.nextBoolean()
              ? new PodSet.NamespaceSet.Named(some(random, "n"), selector(random, 1))
              : new PodSet.NamespaceSet.Selected(selector(random, 2));
      terms.add(new PodSet.Term(namespaces, selector(random, 3)));
    }
    return zone(number, new PodSet(terms));
  }

  private static Party.Zone zone(int number, PodSet pods) {
    return new Party.Zone(
        "z" + number, pods, false, Party.Denied.BOTH, new Span(TEXT, number, number + 1));
  }

  private static Selector selector(Random random, int most) {
    List<Requirement> requirements = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      String key = "k" + random.nextInt(2);
      requirements.add(
          switch (random.nextInt(4)) {
            case 0 -> new Requirement.Exists(key);
            case 1 -> new Requirement.NotIn(key, some(random, "v"));
            default -> new Requirement.In(key, some(random, "v"));
          });
    }
    return new Selector(requirements);
  }

  private static TreeSet<String> some(Random random, String prefix) {
    TreeSet<String> values = new TreeSet<>(Set.of(prefix + random.nextInt(3)));
    if (random.nextInt(3) == 0) {
      values.add(prefix + random.nextInt(3));
    }
    return values;
  }

  /** The same five labels in each of many namespaces. */
  @Test
  void zonesOfDifferentNamespacesAreNotPaired() {
    List<Party.Zone> zones = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      zones.add(
          zone(
              i,
              new PodSet(
                  List.of(
                      new PodSet.Term(
                          new PodSet.NamespaceSet.Named(
                              new TreeSet<>(Set.of("n" + i / 5)), Selector.EVERYTHING),
                          new Selector(
                              List.of(
                                  new Requirement.In(
                                      "app", new TreeSet<>(Set.of("a" + i % 5))))))))));
    }
    Set<String> firsts =
        OverlapCandidates.among(zones).stream()
            .map(pair -> pair.first().name())
            .collect(Collectors.toSet());
    assertThat(OverlapCandidates.among(zones)).hasSize(200 * 10);
    assertThat(firsts).hasSize(800);
  }
}
