package dev.zonec.response.edge;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.response.block.Blocked;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes commands of gcloud. A firewall rule has addresses of one family only. */
record GoogleCloud(Blocked blocked, String id) {
  /** The greatest length of a name. */
  private static final int LONGEST = 63;

  EdgeRules rules() {
    List<String> lines = new ArrayList<>();
    List<String> undo = new ArrayList<>();
    for (String direction : List.of("INGRESS", "EGRESS")) {
      for (Family family : Family.values()) {
        String suffix =
            (direction.equals("INGRESS") ? "-in" : "-out") + (family == Family.IPV4 ? "4" : "6");
        if (!blocked.blocks(family).isEmpty()) {
          add(direction, suffix, "all", blocked.blocks(family), lines, undo);
        }
        if (!blocked.ports().isEmpty()) {
          String ports =
              blocked.ports().stream()
                  .map(
                      each ->
                          EdgePorts.isAll(each)
                              ? EdgePorts.protocol(each)
                              : EdgePorts.protocol(each) + ":" + EdgePorts.range(each, "-"))
                  .collect(Collectors.joining(","));
          Cidr everything = Cidr.of(family == Family.IPV4 ? "0.0.0.0/0" : "::/0");
          add(direction, suffix + "-ports", ports, List.of(everything), lines, undo);
        }
      }
    }
    return new EdgeRules(
        EdgeKind.GCP,
        lines,
        undo,
        List.of("set NETWORK; hierarchical firewall policies are evaluated before these rules"));
  }

  private void add(
      String direction,
      String suffix,
      String rules,
      List<Cidr> blocks,
      List<String> lines,
      List<String> undo) {
    String name = EdgeNames.within("zonec-block-" + id, LONGEST - suffix.length()) + suffix;
    String ranges = direction.equals("INGRESS") ? "--source-ranges=" : "--destination-ranges=";
    lines.add(
        ("gcloud compute firewall-rules create " + name + " --network=\"$NETWORK\"")
            + (" --direction=" + direction + " --priority=0 --action=DENY --rules=" + rules + " ")
            + (ranges + blocks.stream().map(Cidr::toString).collect(Collectors.joining(","))));
    undo.add("gcloud compute firewall-rules delete " + name + " --quiet");
  }
}
