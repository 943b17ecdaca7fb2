package dev.zonec.kubernetes.world;

/** Which objects are in a world whose names or labels an API server refuses. All are reported. */
public enum MetadataForm {
  /** None: the world is what a cluster takes. */
  VALID,
  /** All: the world is what the manifests mean, as far as that can be told. */
  ANY
}
