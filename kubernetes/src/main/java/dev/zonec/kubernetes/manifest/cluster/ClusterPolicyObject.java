package dev.zonec.kubernetes.manifest.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** An AdminNetworkPolicy, BaselineAdminNetworkPolicy or ClusterNetworkPolicy as it is written. */
@JsonDeserialize(using = ValueDeserializer.None.class) // else fabric8 looks for a model
public final class ClusterPolicyObject implements HasMetadata {
  private String apiVersion = "";
  private String kind = "";
  private @Nullable ObjectMeta metadata;
  private @Nullable ClusterPolicySpec spec;

  @Override
  public String getApiVersion() {
    return apiVersion;
  }

  @Override
  public void setApiVersion(String apiVersion) {
    this.apiVersion = apiVersion;
  }

  @Override
  public String getKind() {
    return kind;
  }

  /** Sets the kind. */
  public void setKind(String kind) {
    this.kind = kind;
  }

  @Override
  public @Nullable ObjectMeta getMetadata() {
    return metadata;
  }

  @Override
  public void setMetadata(@Nullable ObjectMeta metadata) {
    this.metadata = metadata;
  }

  /** Returns the specification; null if it is missing. */
  public @Nullable ClusterPolicySpec getSpec() {
    return spec;
  }

  /** Sets the specification. */
  public void setSpec(@Nullable ClusterPolicySpec spec) {
    this.spec = spec;
  }
}
