package dev.zonec.kubernetes.manifest;

import static dev.zonec.kubernetes.manifest.ObjectShapes.FLAG;
import static dev.zonec.kubernetes.manifest.ObjectShapes.TEXT;
import static dev.zonec.kubernetes.manifest.ObjectShapes.object;
import static dev.zonec.kubernetes.manifest.Shape.list;
import static dev.zonec.kubernetes.manifest.Shape.open;

import java.util.Map;
import java.util.Optional;

/**
 * The shapes of the objects that declare the addresses of pods and Services: Calico's IPPool and
 * the Installation of its operator, Cilium's CiliumPodIPPool and CiliumNode, OpenShift's Network,
 * and Kubernetes' ServiceCIDR.
 */
public final class PoolShapes {
  private static final Shape BLOCKS = open(Map.of("cidrs", list(TEXT)));
  private static final Shape IP_POOL =
      object(open(Map.of("cidr", TEXT, "disabled", FLAG, "allowedUses", list(TEXT))));

  private static final Shape NETWORK =
      object(
          open(
              Map.of(
                  "clusterNetwork",
                  list(open(Map.of("cidr", TEXT))),
                  "serviceNetwork",
                  list(TEXT))));

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
          NETWORK,
          "operator.openshift.io Network",
          NETWORK,
          "operator.tigera.io Installation",
          object(
              open(
                  Map.of(
                      "calicoNetwork",
                      open(
                          Map.of(
                              "ipPools",
                              list(open(Map.of("cidr", TEXT, "allowedUses", list(TEXT))))))))),
          "networking.k8s.io ServiceCIDR",
          object(BLOCKS));

  private PoolShapes() {}

  static Optional<Shape> of(String group, String kind) {
    return Optional.ofNullable(SHAPES.get(group + " " + kind));
  }

  /**
   * Whether objects of the kind declare ranges of addresses. None of these kinds has namespaces.
   */
  public static boolean isPool(String apiVersion, String kind) {
    return of(Kinds.group(apiVersion), kind).isPresent();
  }
}
