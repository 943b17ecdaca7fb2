package dev.zonec.model.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Joined ranges, compared with a bit for each port. */
final class PortRangesTest {
  private static PortRanges of(PortRange... ranges) {
    return new PortRanges(List.of(ranges));
  }

  private static BitSet bits(List<PortRange> ranges) {
    BitSet ports = new BitSet(65_536);
    ranges.forEach(range -> ports.set(range.first(), range.last() + 1));
    return ports;
  }

  @Test
  void neighboursAndOverlapsAreOneRange() {
    assertThat(of(new PortRange(81, 90), new PortRange(80, 80)).ranges())
        .containsExactly(new PortRange(80, 90));
    assertThat(of(new PortRange(80, 90), new PortRange(82, 84), new PortRange(85, 95)).ranges())
        .containsExactly(new PortRange(80, 95));
    assertThat(of(new PortRange(82, 82), new PortRange(80, 80)).ranges())
        .containsExactly(new PortRange(80, 80), new PortRange(82, 82));
  }

  @Test
  void everyPortIsWrittenWithoutNumbers() {
    PortRanges all = of(new PortRange(1024, 65535), new PortRange(1, 1023));
    assertThat(all.isAll()).isTrue();
    assertThat(all.clauses(Protocol.UDP)).containsExactly(new PortClause.AllPorts(Protocol.UDP));
    assertThat(of(new PortRange(2, 65535)).isAll()).isFalse();
    assertThat(of(new PortRange(80, 81)).clauses(Protocol.TCP))
        .containsExactly(new PortClause.Numbered(Protocol.TCP, new PortRange(80, 81)));
    assertThat(of().clauses(Protocol.TCP)).isEmpty();
  }

  @Property
  void itHoldsThePortsOfItsRanges(@ForAll("someRanges") List<PortRange> given) {
    PortRanges joined = new PortRanges(given);
    BitSet ports = bits(given);
    assertThat(bits(joined.ranges())).isEqualTo(ports);
    assertThat(joined.isAll()).isEqualTo(ports.cardinality() == 65_535);
    for (PortRange range : given) {
      for (int port : new int[] {range.first() - 1, range.first(), range.last() + 1}) {
        assertThat(joined.contains(port)).isEqualTo(ports.get(port));
      }
    }
    for (int i = 0; i + 1 < joined.ranges().size(); i++) {
      assertThat(joined.ranges().get(i).last() + 1).isLessThan(joined.ranges().get(i + 1).first());
    }
  }

  @Property
  void thoseOfTheSamePortsAreEqual(
      @ForAll("fewRanges") List<PortRange> some, @ForAll("fewRanges") List<PortRange> others) {
    assertThat(new PortRanges(some).equals(new PortRanges(others)))
        .isEqualTo(bits(some).equals(bits(others)));
  }

  /** Near each other, at both ends of all ports, and anywhere. */
  @Provide
  Arbitrary<List<PortRange>> someRanges() {
    return Arbitraries.oneOf(ranges(1, 12), ranges(65_520, 65_535), ranges(1, 65_535))
        .list()
        .ofMaxSize(8);
  }

  /** So few that two lists often hold the same. */
  @Provide
  Arbitrary<List<PortRange>> fewRanges() {
    return ranges(1, 4).list().ofMaxSize(4);
  }

  private static Arbitrary<PortRange> ranges(int least, int most) {
    Arbitrary<Integer> ports = Arbitraries.integers().between(least, most);
    return Combinators.combine(ports, ports)
        .as((one, other) -> new PortRange(Math.min(one, other), Math.max(one, other)));
  }
}
