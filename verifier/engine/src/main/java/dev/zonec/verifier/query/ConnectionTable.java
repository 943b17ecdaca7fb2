package dev.zonec.verifier.query;

import java.util.List;

/**
 * Every allowed connection between workloads, and between a workload and addresses outside.
 *
 * @param rows the rows, sorted by source and destination; workloads come first, by namespace, name
 *     and kind
 * @param entranceRows the connections that Ingresses and routes let in, by workload
 */
public record ConnectionTable(List<Row> rows, List<EntranceRow> entranceRows) {
  /** Copies the rows. */
  public ConnectionTable {
    rows = List.copyOf(rows);
    entranceRows = List.copyOf(entranceRows);
  }

  /**
   * The ports of a workload that Ingresses and routes forward to and that the policies admit.
   *
   * @param ports at least one
   */
  public record EntranceRow(End to, OpenPorts ports) {}

  /** One end of a row. */
  public sealed interface End {
    /** A workload. */
    record OfWorkload(String namespace, String name, String kind) implements End {
      /** Returns a name such as {@code shop/web[Deployment]}. */
      @Override
      public String toString() {
        return namespace + "/" + name + "[" + kind + "]";
      }
    }

    /**
     * Several workloads that may do the same.
     *
     * @param patterns the workloads: <code>&#42;/&#42;</code> for all of the world, <code>
     *     shop/&#42;
     *     </code> for all of a namespace, names such as {@code shop/web[Deployment]} for others
     */
    record OfWorkloads(List<String> patterns) implements End {
      /** Copies the patterns. */
      public OfWorkloads {
        patterns = List.copyOf(patterns);
      }

      @Override
      public String toString() {
        return String.join(", ", patterns);
      }
    }

    /**
     * Ranges of addresses.
     *
     * @param ranges ranges such as {@code first-last}, or single addresses; IPv4 first, ascending,
     *     no two of them adjacent
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
   * The ports that the policies allow from one end to another.
   *
   * @param ports at least one
   */
  public record Row(End from, End to, OpenPorts ports) {}
}
