package dev.zonec.kubernetes.manifest.object;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.SecretEnvSource;
import io.fabric8.kubernetes.api.model.SecretKeySelector;

/** The fields of containers. */
final class ContainerFields {
  private ContainerFields() {}

  static Container container(CheckedFields fields) {
    Container container = new Container();
    container.setAdditionalProperties(CheckedFields.NO_OTHERS);
    container.setName(fields.text("name"));
    container.setImage(fields.text("image"));
    container.setRestartPolicy(fields.text("restartPolicy"));
    container.setPorts(fields.list("ports", ContainerFields::port));
    container.setEnvFrom(fields.list("envFrom", ContainerFields::envFrom));
    container.setEnv(fields.list("env", ContainerFields::env));
    return container;
  }

  private static ContainerPort port(CheckedFields fields) {
    ContainerPort port = new ContainerPort();
    port.setAdditionalProperties(CheckedFields.NO_OTHERS);
    port.setName(fields.text("name"));
    port.setContainerPort(fields.whole("containerPort"));
    port.setProtocol(fields.text("protocol"));
    return port;
  }

  private static EnvFromSource envFrom(CheckedFields fields) {
    EnvFromSource source = new EnvFromSource();
    source.setSecretRef(fields.object("secretRef", ContainerFields::secret));
    return source;
  }

  private static SecretEnvSource secret(CheckedFields fields) {
    SecretEnvSource secret = new SecretEnvSource();
    secret.setName(fields.text("name"));
    return secret;
  }

  private static EnvVar env(CheckedFields fields) {
    EnvVar variable = new EnvVar();
    variable.setAdditionalProperties(CheckedFields.NO_OTHERS);
    variable.setValueFrom(fields.object("valueFrom", ContainerFields::valueFrom));
    return variable;
  }

  private static EnvVarSource valueFrom(CheckedFields fields) {
    EnvVarSource source = new EnvVarSource();
    source.setSecretKeyRef(fields.object("secretKeyRef", ContainerFields::key));
    return source;
  }

  private static SecretKeySelector key(CheckedFields fields) {
    SecretKeySelector key = new SecretKeySelector();
    key.setName(fields.text("name"));
    return key;
  }
}
