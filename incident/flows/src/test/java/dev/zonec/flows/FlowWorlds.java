package dev.zonec.flows;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Defaults;
import dev.zonec.model.program.ZoneProgram;
import java.util.List;

/** What flows are compared with in tests. */
public final class FlowWorlds {
  /** A cluster with a range of addresses of each kind. */
  public static final Cluster CLUSTER =
      new Cluster(
          List.of(Cidr.of("10.244.0.0/16")),
          List.of(Cidr.of("10.96.0.0/12")),
          List.of(Cidr.of("10.0.0.0/24")));

  /** A program that declares nothing. */
  public static final ZoneProgram PROGRAM =
      new ZoneProgram(
          "p", List.of(), List.of(), List.of(), List.of(), Defaults.STANDARD, CLUSTER, false);

  private FlowWorlds() {}

  /** Returns the world of manifests. */
  public static World of(String manifests) {
    return new WorldReader()
        .read(ManifestReader.read(List.of(new SourceText("k8s.yaml", manifests))))
        .world();
  }
}
