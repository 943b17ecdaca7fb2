package dev.zonec.verifier.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The intersection of two lists of port boxes equals the intersection of all pairs, in order. */
final class PortBoxProperty {
  @Property(tries = 300)
  void theIntersectionIsThatOfAllPairs(@ForAll long seed) {
    Random random = new Random(seed);
    List<PortBox> as = openings(random);
    List<PortBox> bs = openings(random);
    List<PortBox> pairs = new ArrayList<>();
    for (PortBox a : as) {
      for (PortBox b : bs) {
        a.and(b).filter(both -> !pairs.contains(both)).ifPresent(pairs::add);
      }
    }
    assertThat(PortBox.and(as, bs)).isEqualTo(pairs);
  }

  private static List<PortBox> openings(Random random) {
    List<PortBox> out = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      int first = 1 + random.nextInt(40);
      PortRange range =
          random.nextInt(8) == 0
              ? PortRange.ALL
              : new PortRange(first, first + random.nextInt(random.nextBoolean() ? 3 : 30));
      out.add(new PortBox(Protocol.values()[random.nextInt(3)], range, names(random), none()));
    }
    return out;
  }

  private static TreeSet<String> names(Random random) {
    return random.nextInt(4) == 0 ? new TreeSet<>(List.of("n" + random.nextInt(2))) : none();
  }

  private static TreeSet<String> none() {
    return new TreeSet<>();
  }
}
