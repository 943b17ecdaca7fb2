package dev.zonec.response.edge;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortClause;
import dev.zonec.response.block.Blocked;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a table for nftables. It comes before the filter chains of other tables. */
record Nftables(Blocked blocked, String id) {
  EdgeRules rules() {
    String table = "zonec_block_" + id.replace('-', '_');
    List<String> lines = new ArrayList<>();
    lines.add("table inet " + table + " {");
    set("blocked4", "ipv4_addr", blocked.blocks(Family.IPV4), lines);
    set("blocked6", "ipv6_addr", blocked.blocks(Family.IPV6), lines);
    chain("forward", true, lines);
    if (!blocked.blocks().isEmpty()) {
      chain("input", false, lines);
      chain("output", false, lines);
    }
    lines.add("}");
    return new EdgeRules(
        EdgeKind.NFT,
        lines,
        List.of("nft delete table inet " + table),
        List.of("load it on every node, or on the gateway, with: nft -f edge.nft"));
  }

  private static void set(String name, String type, List<Cidr> blocks, List<String> lines) {
    if (!blocks.isEmpty()) {
      lines.add("  set " + name + " {");
      lines.add("    type " + type);
      lines.add("    flags interval");
      lines.add(
          "    elements = { "
              + blocks.stream().map(Blocked::text).collect(Collectors.joining(", "))
              + " }");
      lines.add("  }");
    }
  }

  /**
   * Adds a chain.
   *
   * @param ports whether to block the ports too. A node's own connections keep them, because a node
   *     may need them
   */
  private void chain(String hook, boolean ports, List<String> lines) {
    lines.add("  chain " + hook + " {");
    lines.add("    type filter hook " + hook + " priority filter - 10; policy accept;");
    for (Family family : Family.values()) {
      if (!blocked.blocks(family).isEmpty()) {
        String ip = family == Family.IPV4 ? "ip" : "ip6";
        String set = family == Family.IPV4 ? "@blocked4" : "@blocked6";
        lines.add("    " + ip + " saddr " + set + " drop");
        lines.add("    " + ip + " daddr " + set + " drop");
      }
    }
    if (ports) {
      for (PortClause clause : blocked.ports()) {
        String protocol = EdgePorts.protocol(clause);
        lines.add(
            EdgePorts.isAll(clause)
                ? "    meta l4proto " + protocol + " drop"
                : "    " + protocol + " dport " + EdgePorts.range(clause, "-") + " drop");
      }
    }
    lines.add("  }");
  }
}
