package dev.zonec.kubernetes.world;

/**
 * The treatment of objects whose names or labels an API server rejects. They are always reported.
 */
public enum MetadataForm {
  /** They are left out of the world, as in a cluster. */
  VALID,
  /** They are in the world. */
  ANY
}
