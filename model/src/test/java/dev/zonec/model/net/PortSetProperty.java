package dev.zonec.model.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Sets of ports, compared with lists of what they hold. */
final class PortSetProperty {
  /** What {@code set} holds: each port, and each name; all the names where every port is in it. */
  private static Set<String> points(List<PortClause> set) {
    Set<String> points = new HashSet<>();
    for (PortClause clause : set) {
      switch (clause) {
        case PortClause.AllPorts all -> add(clause.protocol(), PortRange.ALL, points);
        case PortClause.Numbered numbered -> add(clause.protocol(), numbered.range(), points);
        case PortClause.Named named -> points.add(clause.protocol() + " " + named.name());
      }
    }
    for (Protocol protocol : Protocol.values()) {
      Set<String> all = new HashSet<>();
      add(protocol, PortRange.ALL, all);
      if (points.containsAll(all)) {
        points.addAll(List.of(protocol + " a", protocol + " b"));
      }
    }
    return points;
  }

  /** Ports beyond the first few are alike to all the ranges that come up. */
  private static void add(Protocol protocol, PortRange range, Set<String> points) {
    for (int port = range.first(); port <= Math.min(range.last(), 10); port++) {
      points.add(protocol + " " + port);
    }
    if (range.last() > 10) {
      points.add(protocol + " beyond");
    }
  }

  @Property
  void thoseThatHoldTheSameAreEqual(
      @ForAll("sets") List<PortClause> some, @ForAll("sets") List<PortClause> others) {
    assertThat(new PortSet.Some(some).equals(new PortSet.Some(others)))
        .isEqualTo(points(some).equals(points(others)));
    Collections.shuffle(some);
    assertThat(points(new PortSet.Some(some).clauses())).isEqualTo(points(some));
  }

  @Property
  void unionsHoldWhatEitherHolds(
      @ForAll("sets") List<PortClause> some, @ForAll("sets") List<PortClause> others) {
    PortSet.Some one = new PortSet.Some(some);
    PortSet.Some other = new PortSet.Some(others);
    assertThat(one.contains(other)).isEqualTo(points(some).containsAll(points(others)));
    Set<String> both = points(Stream.concat(some.stream(), others.stream()).toList());
    assertThat(one.union(other))
        .isInstanceOfSatisfying(
            PortSet.Some.class, union -> assertThat(points(union.clauses())).isEqualTo(both));
    assertThat(one.union(other).contains(one)).isTrue();
  }

  @Test
  void everythingHoldsAllElse() {
    PortSet everything = new PortSet.Everything();
    PortSet some = new PortSet.Some(List.of(new PortClause.AllPorts(Protocol.TCP)));
    assertThat(everything.contains(some)).isTrue();
    assertThat(everything.contains(everything)).isTrue();
    assertThat(some.contains(everything)).isFalse();
    assertThat(some.union(everything)).isEqualTo(everything);
  }

  @Provide
  Arbitrary<List<PortClause>> sets() {
    Arbitrary<Protocol> protocols = Arbitraries.of(Protocol.TCP, Protocol.UDP);
    Arbitrary<PortRange> ranges =
        Arbitraries.of(
            new PortRange(1, 3),
            new PortRange(4, 4),
            new PortRange(3, 5),
            new PortRange(7, 9),
            new PortRange(1, 10),
            new PortRange(11, 65535),
            PortRange.ALL);
    Arbitrary<PortClause> clauses =
        Arbitraries.frequencyOf(
            Tuple.of(1, protocols.map(PortClause.AllPorts::new)),
            Tuple.of(8, Combinators.combine(protocols, ranges).as(PortClause.Numbered::new)),
            Tuple.of(
                3,
                Combinators.combine(protocols, Arbitraries.of("a", "b"))
                    .as(PortClause.Named::new)));
    return clauses.list().ofMaxSize(5);
  }
}
