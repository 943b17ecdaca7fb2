package dev.zonec.kubernetes.manifest.object;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.HostIP;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.Collections;
import java.util.Map;

/** The fields of pods and of their templates. */
public final class PodFields {
  private PodFields() {}

  /** Returns the template with {@code values}. */
  public static PodTemplateSpec template(Map<?, ?> values) {
    return template(new CheckedFields(values));
  }

  static PodTemplateSpec template(CheckedFields fields) {
    PodTemplateSpec template = new PodTemplateSpec();
    template.setAdditionalProperties(CheckedFields.NO_OTHERS);
    template.setMetadata(fields.object("metadata", Metadata::of));
    template.setSpec(fields.object("spec", PodFields::spec));
    return template;
  }

  static PodSpec spec(CheckedFields fields) {
    PodSpec spec = new PodSpec();
    spec.setAdditionalProperties(CheckedFields.NO_OTHERS);
    spec.setNodeSelector(Collections.emptyMap());
    spec.setOverhead(Collections.emptyMap());
    spec.setNodeName(fields.text("nodeName"));
    spec.setHostNetwork(fields.flag("hostNetwork"));
    spec.setServiceAccountName(fields.text("serviceAccountName"));
    spec.setAutomountServiceAccountToken(fields.flag("automountServiceAccountToken"));
    spec.setVolumes(fields.list("volumes", VolumeFields::volume));
    spec.setContainers(fields.list("containers", ContainerFields::container));
    spec.setInitContainers(fields.list("initContainers", ContainerFields::container));
    return spec;
  }

  static PodStatus status(CheckedFields fields) {
    PodStatus status = new PodStatus();
    status.setAdditionalProperties(CheckedFields.NO_OTHERS);
    status.setPhase(fields.text("phase"));
    status.setPodIP(fields.text("podIP"));
    status.setPodIPs(fields.list("podIPs", PodFields::podIp));
    status.setHostIP(fields.text("hostIP"));
    status.setHostIPs(fields.list("hostIPs", PodFields::hostIp));
    status.setContainerStatuses(fields.list("containerStatuses", PodFields::container));
    status.setInitContainerStatuses(fields.list("initContainerStatuses", PodFields::container));
    return status;
  }

  private static PodIP podIp(CheckedFields fields) {
    PodIP address = new PodIP();
    address.setAdditionalProperties(CheckedFields.NO_OTHERS);
    address.setIp(fields.text("ip"));
    return address;
  }

  private static HostIP hostIp(CheckedFields fields) {
    HostIP address = new HostIP();
    address.setAdditionalProperties(CheckedFields.NO_OTHERS);
    address.setIp(fields.text("ip"));
    return address;
  }

  private static ContainerStatus container(CheckedFields fields) {
    ContainerStatus status = new ContainerStatus();
    status.setAdditionalProperties(CheckedFields.NO_OTHERS);
    status.setName(fields.text("name"));
    status.setImageID(fields.text("imageID"));
    return status;
  }
}
