package dev.zonec.response.edge;

import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.response.block.Blocked;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes commands of the AWS command line. Security groups cannot deny, so permissions are revoked
 * there, and network ACLs deny.
 */
record Aws(Blocked blocked) {
  private static final List<String> SIDES = List.of("ingress", "egress");

  EdgeRules rules() {
    List<String> lines = new ArrayList<>();
    List<String> undo = new ArrayList<>();
    lines.add(
        "aws ec2 describe-security-group-rules"
            + " --filters Name=group-id,Values=\"$SECURITY_GROUP\"");
    for (String side : SIDES) {
      for (Cidr block : blocked.blocks()) {
        revoke(side, "IpProtocol=-1," + ranges(block), lines, undo);
      }
      for (PortClause clause : blocked.ports()) {
        PortRange range = clause.numbers();
        for (Cidr everything : List.of(Cidr.of("0.0.0.0/0"), Cidr.of("::/0"))) {
          revoke(
              side,
              ("IpProtocol=" + protocol(clause))
                  + (",FromPort=" + range.first() + ",ToPort=" + range.last())
                  + ("," + ranges(everything)),
              lines,
              undo);
        }
      }
    }
    for (String side : SIDES) {
      int number = 1;
      for (Cidr block : blocked.blocks()) {
        deny(side, number++, " --protocol -1", block, lines, undo);
      }
      for (PortClause clause : blocked.ports()) {
        PortRange range = clause.numbers();
        String ports =
            (" --protocol " + protocol(clause))
                + (" --port-range From=" + range.first() + ",To=" + range.last());
        for (Cidr everything : List.of(Cidr.of("0.0.0.0/0"), Cidr.of("::/0"))) {
          deny(side, number++, ports, everything, lines, undo);
        }
      }
    }
    List<String> notes = new ArrayList<>();
    notes.add("set SECURITY_GROUP and NETWORK_ACL, and repeat it for each of them");
    notes.add(
        "a security group cannot deny: permissions are revoked, and only if they are exactly"
            + " these");
    notes.add(
        "the network ACL denies; the rule numbers must be free and lower than those that allow");
    if (blocked.ports().stream().anyMatch(each -> EdgePorts.protocol(each).equals("sctp"))) {
      notes.add(
          "a network ACL ignores ports of protocols other than TCP and UDP: all of SCTP is denied");
    }
    return new EdgeRules(EdgeKind.AWS, lines, undo, notes);
  }

  private static void revoke(
      String side, String permission, List<String> lines, List<String> undo) {
    String rest =
        ("-security-group-" + side)
            + (" --group-id \"$SECURITY_GROUP\" --ip-permissions '" + permission + "'");
    lines.add("aws ec2 revoke" + rest);
    undo.add("aws ec2 authorize" + rest + "   # only if it was revoked");
  }

  private static void deny(
      String side, int number, String ports, Cidr block, List<String> lines, List<String> undo) {
    String entry =
        "-network-acl-entry --network-acl-id \"$NETWORK_ACL\" --" + side + " --rule-number ";
    String cidr = block.family() == Family.IPV4 ? " --cidr-block " : " --ipv6-cidr-block ";
    lines.add("aws ec2 create" + entry + number + ports + " --rule-action deny" + cidr + block);
    undo.add("aws ec2 delete" + entry + number);
  }

  private static String ranges(Cidr block) {
    return block.family() == Family.IPV4
        ? "IpRanges=[{CidrIp=" + block + "}]"
        : "Ipv6Ranges=[{CidrIpv6=" + block + "}]";
  }

  /** Returns the protocol; AWS knows SCTP only by its number. */
  private static String protocol(PortClause clause) {
    return switch (clause.protocol()) {
      case TCP -> "tcp";
      case UDP -> "udp";
      case SCTP -> "132";
    };
  }
}
