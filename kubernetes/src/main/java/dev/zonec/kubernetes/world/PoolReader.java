package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ManifestObject;
import dev.zonec.kubernetes.manifest.PoolShapes;
import dev.zonec.kubernetes.world.AddressSighting.Of;
import dev.zonec.kubernetes.world.AddressSighting.Shown;
import dev.zonec.model.net.Cidr;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the blocks that objects declare for pods and Services, such as those of Calico's IPPools.
 */
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
        if (!spec.flag("disabled")) {
          pool(spec, name, document.span("spec", "cidr"));
        }
      }
      case "Installation" -> {
        List<PlainFields> pools = spec.in("calicoNetwork").list("ipPools");
        for (int i = 0; i < pools.size(); i++) {
          pool(pools.get(i), name, document.span("spec", "calicoNetwork", "ipPools", i, "cidr"));
        }
      }
      case "CiliumPodIPPool" -> {
        for (String family : List.of("ipv4", "ipv6")) {
          List<String> blocks = spec.in(family).texts("cidrs");
          for (int i = 0; i < blocks.size(); i++) {
            add(Of.POD, blocks.get(i), name, document.span("spec", family, "cidrs", i));
          }
        }
      }
      case "CiliumNode" -> {
        List<String> blocks = spec.in("ipam").texts("podCIDRs");
        for (int i = 0; i < blocks.size(); i++) {
          add(Of.POD, blocks.get(i), name, document.span("spec", "ipam", "podCIDRs", i));
        }
      }
      case "ServiceCIDR" -> services(spec, "cidrs", name, document);
      case "Network" -> {
        List<PlainFields> networks = spec.list("clusterNetwork");
        for (int i = 0; i < networks.size(); i++) {
          Span span = document.span("spec", "clusterNetwork", i, "cidr");
          networks.get(i).text("cidr").ifPresent(block -> add(Of.POD, block, name, span));
        }
        services(spec, "serviceNetwork", name, document);
      }
      default -> throw new IllegalStateException("no such pool: " + kind);
    }
  }

  /** Adds the block of a pool of Calico, if pods can have its addresses. */
  private void pool(PlainFields pool, ObjectName name, Span span) {
    List<String> uses = pool.texts("allowedUses");
    if (uses.isEmpty() || uses.contains("Workload")) {
      pool.text("cidr").ifPresent(block -> add(Of.POD, block, name, span));
    }
  }

  private void services(PlainFields spec, String field, ObjectName name, Document document) {
    List<String> blocks = spec.texts(field);
    for (int i = 0; i < blocks.size(); i++) {
      add(Of.SERVICE, blocks.get(i), name, document.span("spec", field, i));
    }
  }

  private void add(Of of, String text, ObjectName owner, Span span) {
    Cidr.parse(text)
        .map(block -> new AddressSighting(of, Shown.RANGE, block, owner.toString(), span))
        .ifPresent(found::add);
  }
}
