package dev.zonec.kubernetes.manifest;

import static dev.zonec.kubernetes.manifest.ObjectShapes.FLAG;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.object;
import static dev.zonec.kubernetes.manifest.Shape.list;
import static dev.zonec.kubernetes.manifest.Shape.open;

import java.util.Map;
import java.util.Optional;

/**
 * The shapes of the objects with which networks declare the addresses of pods: Calico's IPPool,
 * Cilium's CiliumPodIPPool and CiliumNode, and OpenShift's Network.
 */
public final class PoolShapes {
  private static final Shape BLOCKS = open(Map.of("cidrs", list(TEXT)));
  private static final Shape IP_POOL =
      object(open(Map.of("cidr", TEXT, "disabled", FLAG, "allowedUses", list(TEXT))));

  private static final Map<String, Shape> SHAPES =
      Map.of(
          "crd.projectcalico.org IPPool",
          IP_POOL,
          "projectcalico.org IPPool",
          IP_POOL,
          "cilium.io CiliumPodIPPool",
          object(open(Map.of("ipv4", BLOCKS, "ipv6", BLOCKS))),
          "cilium.io CiliumNode",
          object(open(Map.of("ipam", open(Map.of("podCIDRs", list(TEXT)))))),
          "config.openshift.io Network",
          object(open(Map.of("clusterNetwork", list(open(Map.of("cidr", TEXT)))))));

  private PoolShapes() {}

  static Optional<Shape> of(String group, String kind) {
    return Optional.ofNullable(SHAPES.get(group + " " + kind));
  }

  /** Whether objects of the kind declare addresses of pods. None of these kinds has namespaces. */
  public static boolean isPool(String apiVersion, String kind) {
    return of(Kinds.group(apiVersion), kind).isPresent();
  }
}
