package dev.zonec.response.inspection;

import dev.zonec.kubernetes.world.Inventory.DeclaredPort;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The declared ports of a workload beside the declared flows to it.
 *
 * @param flows the flows that use each port, by port; a port without a flow has an empty list
 * @param unserved the flows to the workload on ports that no container declares
 */
public record PortUse(Map<String, List<String>> flows, List<String> unserved) {
  /** Copies the collections. */
  public PortUse {
    flows = new LinkedHashMap<>(flows);
    unserved = List.copyOf(unserved);
  }

  /** Compares {@code ports} of {@code workload} with {@code declared} flows. */
  public static PortUse of(Workload workload, List<DeclaredPort> ports, List<Flow> declared) {
    Map<String, List<String>> flows = new LinkedHashMap<>();
    ports.forEach(port -> flows.put(text(port), new ArrayList<>()));
    List<String> unserved = new ArrayList<>();
    for (Flow flow : declared) {
      boolean concerns = flow.to() instanceof Party.Zone zone && zone.contains(workload.pod());
      if (!concerns) {
        continue;
      }
      String text = flow + " (" + flow.span().fileAndLine() + ")";
      boolean served = false;
      for (DeclaredPort port : ports) {
        if (uses(flow.service(), port)) {
          flows.getOrDefault(text(port), new ArrayList<>()).add(text);
          served = true;
        }
      }
      if (!served) {
        unserved.add(text);
      }
    }
    return new PortUse(flows, unserved);
  }

  private static boolean uses(Service service, DeclaredPort port) {
    return switch (service) {
      case Service.Anything() -> true;
      case Service.Listed(var clauses) -> clauses.stream().anyMatch(each -> uses(each, port));
    };
  }

  private static boolean uses(PortClause clause, DeclaredPort port) {
    return switch (clause) {
      case PortClause.AllPorts(var protocol) -> protocol == port.protocol();
      case PortClause.Numbered(var protocol, var range) ->
          protocol == port.protocol() && range.contains(port.number());
      case PortClause.Named(var protocol, String name) ->
          protocol == port.protocol() && name.equals(port.name());
    };
  }

  private static String text(DeclaredPort port) {
    return port.protocol().name().toLowerCase(Locale.ROOT) + "/" + port.number();
  }
}
