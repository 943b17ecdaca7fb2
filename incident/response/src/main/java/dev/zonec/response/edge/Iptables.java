package dev.zonec.response.edge;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortClause;
import dev.zonec.response.block.Blocked;
import java.util.ArrayList;
import java.util.List;

/** Writes commands of iptables and ip6tables: a chain of its own, which other chains call first. */
record Iptables(Blocked blocked, String id) {
  /** The greatest length of the name of a chain, without the suffix of a chain for ports. */
  private static final int LONGEST = 26;

  private static final String PORTS = "-P";

  EdgeRules rules() {
    String name = EdgeNames.within("ZONEC-" + id, LONGEST);
    List<String> lines = new ArrayList<>();
    List<String> undo = new ArrayList<>();
    for (Family family : Family.values()) {
      List<Cidr> blocks = blocked.blocks(family);
      if (!blocks.isEmpty()) {
        chain(family, name, List.of("FORWARD", "INPUT", "OUTPUT"), lines, undo);
        for (Cidr block : blocks) {
          lines.add(command(family) + " -A " + name + " -s " + block + " -j DROP");
          lines.add(command(family) + " -A " + name + " -d " + block + " -j DROP");
        }
      }
      if (!blocked.ports().isEmpty()) {
        String chain = name + PORTS;
        chain(family, chain, List.of("FORWARD"), lines, undo);
        for (PortClause clause : blocked.ports()) {
          String ports = EdgePorts.isAll(clause) ? "" : " --dport " + EdgePorts.range(clause, ":");
          lines.add(
              command(family)
                  + (" -A " + chain + " -p " + EdgePorts.protocol(clause) + ports + " -j DROP"));
        }
      }
    }
    return new EdgeRules(
        EdgeKind.IPTABLES, lines, undo, List.of("run it on every node, or on the gateway"));
  }

  private static void chain(
      Family family, String chain, List<String> callers, List<String> lines, List<String> undo) {
    lines.add(command(family) + " -N " + chain);
    for (String caller : callers) {
      lines.add(command(family) + " -I " + caller + " 1 -j " + chain);
      undo.add(command(family) + " -D " + caller + " -j " + chain);
    }
    undo.add(command(family) + " -F " + chain);
    undo.add(command(family) + " -X " + chain);
  }

  private static String command(Family family) {
    return family == Family.IPV4 ? "iptables" : "ip6tables";
  }
}
