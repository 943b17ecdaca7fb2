package dev.zonec.response.edge;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Protocol;
import dev.zonec.response.block.Blocked;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes commands of the Azure command line. A security rule has addresses of one family only. */
record Azure(Blocked blocked, String id) {
  /** The first priority of a security rule; the lowest number is evaluated first. */
  private static final int FIRST = 100;

  /** The greatest length of a name. */
  private static final int LONGEST = 80;

  EdgeRules rules() {
    List<String> lines = new ArrayList<>();
    List<String> undo = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    notes.add("set RESOURCE_GROUP and NSG; the priorities from 100 on must be free");
    for (String direction : List.of("Inbound", "Outbound")) {
      int priority = FIRST;
      for (Family family : Family.values()) {
        List<Cidr> blocks = blocked.blocks(family);
        if (!blocks.isEmpty()) {
          String prefixes = blocks.stream().map(Cidr::toString).collect(Collectors.joining(" "));
          boolean in = direction.equals("Inbound");
          add(
              direction,
              family == Family.IPV4 ? "4" : "6",
              priority++,
              "'*'",
              in ? prefixes : "'*'",
              in ? "'*'" : prefixes,
              "'*'",
              lines,
              undo);
        }
      }
      for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
        List<PortClause> clauses =
            blocked.ports().stream().filter(each -> each.protocol() == protocol).toList();
        if (!clauses.isEmpty()) {
          add(
              direction,
              "-" + EdgePorts.protocol(clauses.getFirst()),
              priority++,
              protocol == Protocol.TCP ? "Tcp" : "Udp",
              "'*'",
              "'*'",
              clauses.stream()
                  .map(each -> EdgePorts.isAll(each) ? "'*'" : EdgePorts.range(each, "-"))
                  .collect(Collectors.joining(" ")),
              lines,
              undo);
        }
      }
    }
    if (blocked.ports().stream().anyMatch(each -> each.protocol() == Protocol.SCTP)) {
      notes.add("a security rule cannot select SCTP, so its ports are not blocked here");
    }
    return new EdgeRules(EdgeKind.AZURE, lines, undo, notes);
  }

  private void add(
      String direction,
      String suffix,
      int priority,
      String protocol,
      String sources,
      String destinations,
      String ports,
      List<String> lines,
      List<String> undo) {
    String end = "-" + (direction.equals("Inbound") ? "in" : "out") + suffix;
    String name = EdgeNames.within("zonec-block-" + id, LONGEST - end.length()) + end;
    String nsg = " --resource-group \"$RESOURCE_GROUP\" --nsg-name \"$NSG\" --name " + name;
    lines.add(
        ("az network nsg rule create" + nsg)
            + (" --priority " + priority + " --direction " + direction)
            + (" --access Deny --protocol " + protocol)
            + (" --source-address-prefixes " + sources + " --source-port-ranges '*'")
            + (" --destination-address-prefixes " + destinations)
            + (" --destination-port-ranges " + ports));
    undo.add("az network nsg rule delete" + nsg);
  }
}
