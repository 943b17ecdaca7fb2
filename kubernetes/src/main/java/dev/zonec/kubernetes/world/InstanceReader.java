package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.PodTemplate;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.net.IpAddress;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodIP;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads pods and pod templates from objects. */
final class InstanceReader {
  private InstanceReader() {}

  /** Reads {@code object}; empty if it has no pods, or they have finished. */
  static Optional<Instance> read(HasMetadata object, ObjectName self, ObjectName owner, Span span) {
    if (object instanceof Pod pod) {
      return pod(pod, self, owner, span);
    }
    return PodTemplates.of(object)
        .map(
            shape -> {
              String node = shape.getSpec() == null ? "" : orEmpty(shape.getSpec().getNodeName());
              return instance(shape, node, List.of(), self, owner, span);
            });
  }

  /** Reads a template of an object whose kind is not built into Kubernetes. */
  static Instance foreign(PodTemplate template, ObjectName self, ObjectName owner, Span span) {
    Instance read = instance(template.shape(), "", List.of(), self, owner, span);
    return new Instance(
        self,
        owner,
        read.labels(),
        read.namedPorts(),
        read.hostNetwork(),
        "",
        List.of(),
        template.part(),
        template.guessed(),
        PodNames.Replicas.NONE,
        span);
  }

  private static Optional<Instance> pod(Pod pod, ObjectName self, ObjectName owner, Span span) {
    PodTemplateSpec shape = new PodTemplateSpec(pod.getMetadata(), pod.getSpec());
    @Nullable PodStatus status = pod.getStatus();
    if (isFinished(pod)) {
      return owner.equals(self)
          ? Optional.empty()
          : Optional.of(instance(shape, "", List.of(), self, owner, span));
    }
    String node = NodeReader.nodeOf(pod);
    List<IpAddress> addresses = status == null ? List.of() : addresses(status);
    return Optional.of(instance(shape, node, addresses, self, owner, span));
  }

  /** Whether {@code pod} has finished. */
  static boolean isFinished(Pod pod) {
    @Nullable PodStatus status = pod.getStatus();
    String phase = status == null ? "" : orEmpty(status.getPhase());
    return phase.equals("Succeeded") || phase.equals("Failed");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Returns the path of the template's labels, for kinds with a template. */
  static List<?> templatePath(HasMetadata object) {
    return object instanceof CronJob
        ? List.of("spec", "jobTemplate", "spec", "template", "metadata", "labels")
        : List.of("spec", "template", "metadata", "labels");
  }

  private static Instance instance(
      PodTemplateSpec shape,
      String node,
      List<IpAddress> addresses,
      ObjectName self,
      ObjectName owner,
      Span span) {
    @Nullable PodSpec given = shape.getSpec();
    PodSpec spec = given == null ? new PodSpec() : given;
    return new Instance(
        self,
        owner,
        ObjectName.labels(shape.getMetadata()),
        namedPorts(spec),
        Boolean.TRUE.equals(spec.getHostNetwork()),
        node,
        addresses,
        "",
        Map.of(),
        PodNames.Replicas.NONE,
        span);
  }

  /** Reads named ports, sorted by name. Ports with one name are in the order of the containers. */
  private static List<NamedPort> namedPorts(PodSpec spec) {
    return ContainerPorts.of(spec).stream()
        .filter(port -> !port.name().isEmpty())
        .map(port -> new NamedPort(port.name(), port.protocol(), port.number(), port.sidecar()))
        .distinct()
        .sorted(Comparator.comparing(NamedPort::name).thenComparing(NamedPort::protocol))
        .toList();
  }

  private static List<IpAddress> addresses(PodStatus status) {
    List<String> written = new ArrayList<>();
    Optional.ofNullable(status.getPodIP()).ifPresent(written::add);
    for (PodIP address : orEmpty(status.getPodIPs())) {
      Optional.ofNullable(address.getIp()).ifPresent(written::add);
    }
    return written.stream()
        .map(IpAddress::parse)
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
