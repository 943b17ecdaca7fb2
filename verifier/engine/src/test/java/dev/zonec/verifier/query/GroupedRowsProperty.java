package dev.zonec.verifier.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.query.ConnectionTable.End;
import dev.zonec.verifier.query.ConnectionTable.Row;
import dev.zonec.verifier.random.RandomWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** The grouped rows say of each pair of ends what the plain rows say. */
final class GroupedRowsProperty {
  private static int rows;
  private static int grouped;

  @AfterContainer
  static void manyRowsWereGrouped() {
    assertThat(rows).isGreaterThan(2_000);
    assertThat(grouped).isLessThan(rows * 2 / 3);
  }

  @Property(tries = 300)
  void groupedRowsSayTheSame(@ForAll long seed) {
    RandomWorld random = new RandomWorld(seed);
    World world = random.world();
    Reading reading = random.reading();
    Cluster cluster = random.cluster();
    ConnectionListing listing = new ConnectionListing(world, cluster, reading);
    List<String> names =
        world.workloads().stream().map(ConnectionListing::workload).map(End::toString).toList();
    if (names.stream().distinct().count() < names.size()) {
      return;
    }
    ConnectionTable plain = listing.table();
    ConnectionTable groups = listing.groupedTable();
    rows += plain.rows().size();
    grouped += groups.rows().size();
    assertThat(pairs(groups.rows(), names)).isEqualTo(pairs(plain.rows(), names));
    assertThat(groups.rows()).hasSizeLessThanOrEqualTo(plain.rows().size());
    assertThat(groups.entranceRows()).isEqualTo(plain.entranceRows());
  }

  /** Returns the ports of each pair of ends, which no two rows contain. */
  private static Map<String, OpenPorts> pairs(List<Row> rows, List<String> names) {
    Map<String, OpenPorts> pairs = new TreeMap<>();
    for (Row row : rows) {
      for (String from : names(row.from(), names)) {
        for (String to : names(row.to(), names)) {
          if (!from.equals(to)) {
            assertThat(pairs.put(from + " -> " + to, row.ports())).as("%s", row).isNull();
          }
        }
      }
    }
    return pairs;
  }

  private static List<String> names(End end, List<String> all) {
    return switch (end) {
      case End.OfWorkload workload -> List.of(workload.toString());
      case End.OfAddresses addresses -> List.of(addresses.toString());
      case End.OfWorkloads(var patterns) -> {
        List<String> names = new ArrayList<>();
        patterns.forEach(pattern -> matching(pattern, all).forEach(names::add));
        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(1);
        yield names;
      }
    };
  }

  private static Stream<String> matching(String pattern, List<String> all) {
    return switch (pattern) {
      case "*/*" -> all.stream();
      case String namespace when namespace.endsWith("/*") ->
          all.stream()
              .filter(name -> name.startsWith(namespace.substring(0, namespace.length() - 1)));
      default -> all.stream().filter(pattern::equals);
    };
  }
}
