package dev.zonec.verifier.exposure;

import dev.zonec.kubernetes.world.Workload;
import java.util.List;

/**
 * The peers that a workload's own policies admit in each direction. The policies of the other end
 * are not evaluated, because that end may not exist yet.
 *
 * @param workload the workload
 * @param ingress the peers that may connect to the workload
 * @param egress the peers that the workload may connect to
 */
public record Exposure(Workload workload, List<Row> ingress, List<Row> egress) {
  /** Copies the lists. */
  public Exposure {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /**
   * A set of peers, and the ports on which the workload admits all of them.
   *
   * @param peers the peers
   * @param ports the ports, sorted: ranges such as {@code tcp/80} and, for egress, port names that
   *     the other end must give to a port, such as {@code tcp/"metrics"}
   * @param deployed whether a declared workload is among the peers; true for addresses
   */
  public record Row(PeerSet peers, List<String> ports, boolean deployed) {
    /** Copies the list. */
    public Row {
      ports = List.copyOf(ports);
    }
  }
}
