package dev.zonec.verifier.exposure;

import dev.zonec.kubernetes.world.Workload;
import java.util.List;

/**
 * What a workload's own policies let through, whoever is at the other end. Whether the other end's
 * policies agree is not asked: that end may not exist yet.
 *
 * @param workload the workload
 * @param ingress who may call it
 * @param egress whom it may call
 */
public record Exposure(Workload workload, List<Row> ingress, List<Row> egress) {
  /** Copies the lists. */
  public Exposure {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /**
   * Some others, and the ports on which the workload is exposed to all of them.
   *
   * @param peers the others
   * @param ports the ports: ranges such as {@code tcp/80}, and in egress names that the other end
   *     has to give, such as {@code tcp/"metrics"}; sorted
   * @param deployed whether a workload that is declared is among them; addresses always are
   */
  public record Row(PeerSet peers, List<String> ports, boolean deployed) {
    /** Copies the list. */
    public Row {
      ports = List.copyOf(ports);
    }
  }
}
