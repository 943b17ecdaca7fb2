package dev.zonec.verifier.query;

import java.util.List;

/**
 * Every allowed connection between workloads, and between a workload and addresses outside.
 *
 * @param rows sources that are workloads first, by namespace, name and kind; the same for their
 *     destinations
 * @param entranceRows what Ingresses and routes let in, by workload
 */
public record ConnectionTable(List<Row> rows, List<EntranceRow> entranceRows) {
  /** Copies the rows. */
  public ConnectionTable {
    rows = List.copyOf(rows);
    entranceRows = List.copyOf(entranceRows);
  }

  /**
   * Whatever forwards for Ingresses and routes may open ports to a workload.
   *
   * @param ports at least one
   */
  public record EntranceRow(End to, OpenPorts ports) {}

  /** One end of a row. */
  public sealed interface End {
    /** A workload. */
    record OfWorkload(String namespace, String name, String kind) implements End {
      /** {@code shop/web[Deployment]}. */
      @Override
      public String toString() {
        return namespace + "/" + name + "[" + kind + "]";
      }
    }

    /**
     * Addresses.
     *
     * @param ranges {@code first-last}, or a single address; IPv4 first, ascending, not adjacent
     */
    record OfAddresses(List<String> ranges) implements End {
      /** Copies the ranges. */
      public OfAddresses {
        ranges = List.copyOf(ranges);
      }

      @Override
      public String toString() {
        return String.join(", ", ranges);
      }
    }
  }

  /**
   * One end may open ports to the other.
   *
   * @param ports at least one
   */
  public record Row(End from, End to, OpenPorts ports) {}
}
