package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.world.service.Backing;
import dev.zonec.kubernetes.world.service.ServiceEntry;
import dev.zonec.kubernetes.world.service.ServicePort;
import dev.zonec.model.net.Protocol;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Services and applies defaults (core/v1 types.go and defaults.go). */
final class ServiceReader {
  private final EndpointAddresses addresses;
  private final List<Diagnostic> problems;

  /**
   * @param objects all objects, including Endpoints and EndpointSlices
   * @param problems collects problems of Services
   */
  ServiceReader(Map<ObjectName, ManifestObject> objects, List<Diagnostic> problems) {
    this.addresses = EndpointAddresses.of(objects);
    this.problems = problems;
  }

  /** Returns the Services, sorted by namespace and name. */
  List<ServiceEntry> read(Map<ObjectName, ManifestObject> objects) {
    List<ServiceEntry> services = new ArrayList<>();
    objects.forEach(
        (name, each) -> {
          if (each.object() instanceof Service service) {
            services.add(read(service, name, each.document()));
          }
        });
    services.sort(Comparator.comparing(ServiceEntry::namespace).thenComparing(ServiceEntry::name));
    return services;
  }

  private ServiceEntry read(Service service, ObjectName name, Document document) {
    @Nullable ServiceSpec given = service.getSpec();
    ServiceSpec spec = given == null ? new ServiceSpec() : given;
    ServiceEntry.Type type = type(spec, document);
    return new ServiceEntry(
        name.namespace(),
        name.name(),
        type,
        "None".equals(spec.getClusterIP()),
        "Local".equals(spec.getExternalTrafficPolicy()),
        backing(spec, name, type),
        ports(spec, document),
        document.span(),
        clientsSite(spec, document));
  }

  private static Span clientsSite(ServiceSpec spec, Document document) {
    if (spec.getExternalTrafficPolicy() != null) {
      return document.span("spec", "externalTrafficPolicy");
    }
    return spec.getType() != null ? document.span("spec", "type") : document.span();
  }

  private ServiceEntry.Type type(ServiceSpec spec, Document document) {
    boolean outside = spec.getExternalIPs() != null && !spec.getExternalIPs().isEmpty();
    return switch (Optional.ofNullable(spec.getType()).orElse("ClusterIP")) {
      // Connections to an external address are treated like those to a node port.
      case "ClusterIP" -> outside ? ServiceEntry.Type.NODE_PORT : ServiceEntry.Type.CLUSTER_IP;
      case "NodePort" -> ServiceEntry.Type.NODE_PORT;
      case "LoadBalancer" -> ServiceEntry.Type.LOAD_BALANCER;
      case "ExternalName" -> ServiceEntry.Type.EXTERNAL_NAME;
      default -> {
        problems.add(
            Diagnostic.error(
                    Code.ZC0622,
                    document.span("spec", "type"),
                    "there is no type of Service `" + spec.getType() + "`")
                .help("write ClusterIP, NodePort, LoadBalancer or ExternalName"));
        yield ServiceEntry.Type.LOAD_BALANCER;
      }
    };
  }

  private Backing backing(ServiceSpec spec, ObjectName name, ServiceEntry.Type type) {
    if (type == ServiceEntry.Type.EXTERNAL_NAME) {
      return new Backing.Alias(Optional.ofNullable(spec.getExternalName()).orElse(""));
    }
    @Nullable Map<String, String> labels = spec.getSelector();
    if (labels == null || labels.isEmpty()) {
      return new Backing.Listed(addresses.of(name.namespace(), name.name()));
    }
    return new Backing.Selected(labels);
  }

  private List<ServicePort> ports(ServiceSpec spec, Document document) {
    List<ServicePort> ports = new ArrayList<>();
    @Nullable List<io.fabric8.kubernetes.api.model.ServicePort> given = spec.getPorts();
    for (int i = 0; given != null && i < given.size(); i++) {
      io.fabric8.kubernetes.api.model.ServicePort port = given.get(i);
      int number = Optional.ofNullable(port.getPort()).orElse(0);
      Optional<Protocol> protocol = WrittenProtocol.of(port.getProtocol());
      if (number < 1 || number > 65535 || protocol.isEmpty()) {
        String wrong =
            protocol.isEmpty()
                ? "there is no protocol `" + port.getProtocol() + "`"
                : number + " is not a port: write a number from 1 to 65535";
        String field = protocol.isEmpty() ? "protocol" : "port";
        problems.add(
            Diagnostic.error(Code.ZC0622, document.span("spec", "ports", i, field), wrong));
        continue;
      }
      ports.add(
          new ServicePort(
              Optional.ofNullable(port.getName()).orElse(""),
              protocol.get(),
              number,
              Optional.ofNullable(port.getNodePort()).orElse(0),
              target(port.getTargetPort(), number)));
    }
    return ports;
  }

  /** Reads a target. A missing target, or 0 as an absent number, means the same port. */
  private static ServicePort.Target target(@Nullable IntOrString target, int port) {
    if (target != null && target.getStrVal() != null && !target.getStrVal().isEmpty()) {
      return new ServicePort.Target.Named(target.getStrVal());
    }
    int number = target == null ? 0 : Optional.ofNullable(target.getIntVal()).orElse(0);
    return new ServicePort.Target.Numbered(number == 0 ? port : number);
  }
}
