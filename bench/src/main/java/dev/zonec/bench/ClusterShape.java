package dev.zonec.bench;

import dev.zonec.kubernetes.world.World;

/** The clusters that are measured. */
public enum ClusterShape {
  /** 10,000 pods in 1,000 namespaces with 5,000 policies. */
  TEN_THOUSAND_PODS,
  /** 100,000 pods in 1,000 namespaces with 5,000 policies. */
  HUNDRED_THOUSAND_PODS,
  /** 2,000 pods of which none has the labels of another, and a policy for each label. */
  CUMULATIVE_LABELS,
  /** 4,000 policies that each allow a block of addresses and a range of ports of their own. */
  MANY_BLOCKS,
  /** 5,413 pods in 604 namespaces with 13,678 policies, of which many are empty and some dense. */
  LARGE_CLUSTER;

  /** The cluster, the same each time. */
  public World world() {
    return switch (this) {
      case TEN_THOUSAND_PODS -> new UsualCluster(10_000, 1_000, 5_000).world();
      case HUNDRED_THOUSAND_PODS -> new UsualCluster(100_000, 1_000, 5_000).world();
      case CUMULATIVE_LABELS -> HardClusters.cumulativeLabels(2_000);
      case MANY_BLOCKS -> HardClusters.manyBlocks(4_000);
      case LARGE_CLUSTER -> LargeCluster.world();
    };
  }
}
