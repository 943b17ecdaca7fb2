package dev.zonec.verifier.report;

import dev.zonec.kubernetes.address.ClusterAddresses;
import dev.zonec.kubernetes.reading.Knob;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Disjointness;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.proof.PatternNamespaces;
import dev.zonec.verifier.proof.VerificationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lists what verdicts assume.
 *
 * @param program the program
 * @param world the objects of the manifests
 * @param may the permissive reading, with the knobs that the user settled
 * @param ends the built-in externals whose addresses were found
 * @param patterns the namespaces of {@code foreach} statements
 */
public record Assumptions(
    ZoneProgram program, World world, Reading may, FoundEnds ends, PatternNamespaces patterns) {
  private static final String SHARE_NO_POD = " share no pod";

  /** Returns the assumptions of the verdicts of {@code result}, one clause each. */
  public List<String> of(VerificationResult result) {
    return of(result.assumed());
  }

  /** Whether an assumption is about a pair of zones. */
  static boolean isPair(String assumption) {
    return assumption.endsWith(SHARE_NO_POD);
  }

  /** Returns the assumptions of verdicts that assume these pairs of zones to share no pod. */
  public List<String> of(List<Disjointness.Pair> disjoint) {
    List<String> parts = new ArrayList<>();
    disjoint.forEach(zones -> parts.add(zones + SHARE_NO_POD));
    String notRelaying =
        program.externals().stream()
            .filter(outside -> !outside.relay())
            .map(Party::name)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!notRelaying.isEmpty()) {
      parts.add(notRelaying + " do not relay");
    }
    parts.add("nodes are trusted");
    HostNetworkText hosts = new HostNetworkText(world, program, may);
    if (hosts.isAssumed()) {
      parts.add(hosts.assumption());
    }
    parts.add("connections are TCP, UDP or SCTP");
    parts.add(addresses());
    parts.addAll(FoundEndsText.parts(program, ends));
    parts.addAll(new PatternText(patterns).assumptions(world));
    if (program.namespacesDeclared()) {
      parts.add("every namespace is declared with all its labels");
    }
    for (Knob knob : Knob.values()) {
      if (may.settled().containsKey(knob)) {
        parts.add(knob.word() + "=" + may.settled().get(knob));
      }
    }
    return parts;
  }

  private String addresses() {
    if (new ClusterAddresses(world, program.cluster()).contradicted()) {
      return "pods may have any address";
    }
    return program.cluster().podsDeclared()
        ? "pods have the declared addresses"
        : "pods have private addresses";
  }
}
