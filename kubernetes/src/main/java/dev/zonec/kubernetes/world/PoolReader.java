package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.PoolShapes;
import dev.zonec.kubernetes.world.AddressSighting.Of;
import dev.zonec.model.net.Cidr;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the blocks that a network declares for its pods, such as those of Calico's IPPools. */
final class PoolReader {
  private final List<AddressSighting> found = new ArrayList<>();

  private PoolReader() {}

  /** Returns the blocks in the order of the objects. */
  static List<AddressSighting> read(Map<ObjectName, ManifestObject> objects) {
    PoolReader reader = new PoolReader();
    objects.forEach(
        (name, each) -> {
          if (each.object() instanceof GenericKubernetesResource pool
              && PoolShapes.isPool(pool.getApiVersion(), pool.getKind())) {
            reader.read(pool.getKind(), PlainFields.of(pool).in("spec"), name, each.document());
          }
        });
    return List.copyOf(reader.found);
  }

  private void read(String kind, PlainFields spec, ObjectName name, Document document) {
    switch (kind) {
      case "IPPool" -> {
        // A disabled pool gives pods no addresses; it only exempts a range from address
        // translation.
        List<String> uses = spec.texts("allowedUses");
        boolean forPods = uses.isEmpty() || uses.contains("Workload");
        if (forPods && !spec.flag("disabled")) {
          spec.text("cidr").ifPresent(block -> add(block, name, document.span("spec", "cidr")));
        }
      }
      case "CiliumPodIPPool" -> {
        for (String family : List.of("ipv4", "ipv6")) {
          List<String> blocks = spec.in(family).texts("cidrs");
          for (int i = 0; i < blocks.size(); i++) {
            add(blocks.get(i), name, document.span("spec", family, "cidrs", i));
          }
        }
      }
      case "CiliumNode" -> {
        List<String> blocks = spec.in("ipam").texts("podCIDRs");
        for (int i = 0; i < blocks.size(); i++) {
          add(blocks.get(i), name, document.span("spec", "ipam", "podCIDRs", i));
        }
      }
      default -> {
        List<PlainFields> networks = spec.list("clusterNetwork");
        for (int i = 0; i < networks.size(); i++) {
          Span span = document.span("spec", "clusterNetwork", i, "cidr");
          networks.get(i).text("cidr").ifPresent(block -> add(block, name, span));
        }
      }
    }
  }

  private void add(String text, ObjectName owner, Span span) {
    Cidr.parse(text)
        .map(block -> new AddressSighting(Of.POD, block, owner.toString(), span))
        .ifPresent(found::add);
  }
}
