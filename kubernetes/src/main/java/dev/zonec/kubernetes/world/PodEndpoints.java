package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.world.AddressSighting.Of;
import dev.zonec.kubernetes.world.AddressSighting.Shown;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds addresses of pods in Endpoints and EndpointSlices. */
final class PodEndpoints {
  private static final String POD = "Pod";

  private final Map<ObjectName, ManifestObject> objects;
  private final List<AddressSighting> found = new ArrayList<>();

  private PodEndpoints(Map<ObjectName, ManifestObject> objects) {
    this.objects = objects;
  }

  /** Returns the addresses of pods that are not known to be on the host network. */
  static List<AddressSighting> read(Map<ObjectName, ManifestObject> objects) {
    PodEndpoints endpoints = new PodEndpoints(objects);
    objects.forEach(
        (name, each) -> {
          if (each.object() instanceof Endpoints some) {
            endpoints.add(some, name, each);
          } else if (each.object() instanceof GenericKubernetesResource slice
              && name.kind().equals("EndpointSlice")) {
            endpoints.add(slice, name, each);
          }
        });
    return endpoints.found;
  }

  private void add(Endpoints endpoints, ObjectName name, ManifestObject each) {
    List<EndpointSubset> subsets = orEmpty(endpoints.getSubsets());
    for (int i = 0; i < subsets.size(); i++) {
      List<EndpointAddress> ready = orEmpty(subsets.get(i).getAddresses());
      List<EndpointAddress> notReady = orEmpty(subsets.get(i).getNotReadyAddresses());
      for (int j = 0; j < ready.size(); j++) {
        add(ready.get(j), name, each.document().span("subsets", i, "addresses", j, "ip"));
      }
      for (int j = 0; j < notReady.size(); j++) {
        add(
            notReady.get(j),
            name,
            each.document().span("subsets", i, "notReadyAddresses", j, "ip"));
      }
    }
  }

  private void add(EndpointAddress address, ObjectName name, Span span) {
    if (address.getTargetRef() != null && POD.equals(address.getTargetRef().getKind())) {
      add(address.getIp(), address.getTargetRef().getName(), name, span);
    }
  }

  private void add(GenericKubernetesResource slice, ObjectName name, ManifestObject each) {
    List<PlainFields> endpoints = PlainFields.of(slice).list("endpoints");
    for (int i = 0; i < endpoints.size(); i++) {
      PlainFields target = endpoints.get(i).in("targetRef");
      List<String> addresses = endpoints.get(i).texts("addresses");
      if (target.text("kind").filter(POD::equals).isPresent()) {
        for (int j = 0; j < addresses.size(); j++) {
          Span span = each.document().span("endpoints", i, "addresses", j);
          add(addresses.get(j), target.text("name").orElse(""), name, span);
        }
      }
    }
  }

  private void add(@Nullable String text, @Nullable String pod, ObjectName owner, Span span) {
    if (!isOnHost(owner.namespace(), pod == null ? "" : pod)) {
      Optional.ofNullable(text)
          .flatMap(IpAddress::parse)
          .map(Cidr::only)
          .ifPresent(
              block ->
                  found.add(
                      new AddressSighting(Of.POD, Shown.LISTED, block, owner.toString(), span)));
    }
  }

  private boolean isOnHost(String namespace, String name) {
    @Nullable ManifestObject target = objects.get(new ObjectName(POD, namespace, name));
    return target != null
        && target.object() instanceof Pod pod
        && pod.getSpec() != null
        && Boolean.TRUE.equals(pod.getSpec().getHostNetwork());
  }

  private static <T> List<T> orEmpty(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}
