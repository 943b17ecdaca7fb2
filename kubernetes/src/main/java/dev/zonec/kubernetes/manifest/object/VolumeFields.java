package dev.zonec.kubernetes.manifest.object;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;

/** The fields of volumes. */
final class VolumeFields {
  private VolumeFields() {}

  static Volume volume(CheckedFields fields) {
    Volume volume = new Volume();
    volume.setName(fields.text("name"));
    volume.setSecret(fields.object("secret", VolumeFields::secret));
    volume.setPersistentVolumeClaim(fields.object("persistentVolumeClaim", VolumeFields::claim));
    volume.setProjected(fields.object("projected", VolumeFields::projected));
    return volume;
  }

  private static SecretVolumeSource secret(CheckedFields fields) {
    SecretVolumeSource secret = new SecretVolumeSource();
    secret.setSecretName(fields.text("secretName"));
    return secret;
  }

  private static PersistentVolumeClaimVolumeSource claim(CheckedFields fields) {
    PersistentVolumeClaimVolumeSource claim = new PersistentVolumeClaimVolumeSource();
    claim.setClaimName(fields.text("claimName"));
    return claim;
  }

  private static ProjectedVolumeSource projected(CheckedFields fields) {
    ProjectedVolumeSource projected = new ProjectedVolumeSource();
    projected.setSources(fields.list("sources", VolumeFields::source));
    return projected;
  }

  private static VolumeProjection source(CheckedFields fields) {
    VolumeProjection source = new VolumeProjection();
    source.setSecret(fields.object("secret", VolumeFields::projectedSecret));
    source.setServiceAccountToken(fields.object("serviceAccountToken", VolumeFields::token));
    return source;
  }

  private static SecretProjection projectedSecret(CheckedFields fields) {
    SecretProjection secret = new SecretProjection();
    secret.setName(fields.text("name"));
    return secret;
  }

  private static ServiceAccountTokenProjection token(CheckedFields fields) {
    ServiceAccountTokenProjection token = new ServiceAccountTokenProjection();
    token.setPath(fields.text("path"));
    return token;
  }
}
