package dev.zonec.compiler.lower;

import dev.zonec.compiler.lower.PodSelection.Placement;
import dev.zonec.compiler.resolve.DefaultsDeclaration.Dns;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Flow;
import dev.zonec.model.program.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Creates the flows that {@code dns allow} implies: from every zone to the cluster's DNS, and to
 * the DNS cache on its node.
 *
 * <p>A flow of a zone covers its nested zones, so only the outermost zones with a namespace get
 * one. A program that declares {@code dns} itself means its own external.
 */
final class ImpliedFlows {
  private static final List<String> SERVERS = List.of("dns", "nodelocaldns");

  private ImpliedFlows() {}

  static List<Flow> of(
      ResolvedProgram program, List<ZoneSelection> zones, Map<String, Party> parties) {
    Service service = program.services().get("dns");
    if (!program.defaults().values().dnsAllowed() || service == null) {
      return List.of();
    }
    Map<String, ZoneSelection> byName = new LinkedHashMap<>();
    zones.forEach(zone -> byName.put(zone.zone().name(), zone));
    List<Flow> flows = new ArrayList<>();
    for (ZoneSelection zone : zones) {
      if (!isOutermost(zone, byName)) {
        continue;
      }
      Span span =
          switch (program.defaults().dns()) {
            case Dns.Unwritten() -> zone.zone().span();
            case Dns.Written(Span clause) -> clause;
          };
      for (String server : SERVERS) {
        Party to = parties.get(server);
        if (to != null) {
          flows.add(new Flow(zone.zone(), to, service, true, span));
        }
      }
    }
    return flows;
  }

  private static boolean isOutermost(ZoneSelection zone, Map<String, ZoneSelection> byName) {
    return hasNamespace(zone)
        && switch (zone.declaration().nesting()) {
          case Nesting.TopLevel() -> true;
          case Nesting.Inside(var parent) -> {
            ZoneSelection outer = byName.get(parent.name());
            yield outer == null || !hasNamespace(outer);
          }
        };
  }

  private static boolean hasNamespace(ZoneSelection zone) {
    return zone.selection().placement() instanceof Placement.Within;
  }
}
