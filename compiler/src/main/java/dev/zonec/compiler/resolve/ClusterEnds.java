package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.FoundEnds;
import dev.zonec.model.program.FoundEnds.Found;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The built-in parties {@code apiserver} and {@code nodes}. They have the addresses that {@code
 * cluster} declares, or else those that were found. A program contains only those that it names.
 */
final class ClusterEnds {
  private final SortedMap<String, PartyDeclaration.Addresses> ends = new TreeMap<>();
  private final Set<String> named = new TreeSet<>();
  private final int nodesFound;

  ClusterEnds(ClusterDeclaration cluster, FoundEnds found) {
    ends.put("apiserver", addresses("apiserver", cluster.apiserver(), found.apiserver()));
    ends.put("nodes", addresses("nodes", cluster.ranges().nodes(), found.nodes()));
    nodesFound = declaredNodes(cluster) ? 0 : owners(found.nodes());
  }

  private static boolean declaredNodes(ClusterDeclaration cluster) {
    return !cluster.ranges().nodes().isEmpty();
  }

  private static int owners(List<Found> found) {
    return (int) found.stream().map(Found::owner).distinct().count();
  }

  private static PartyDeclaration.Addresses addresses(
      String name, List<Cidr> declared, List<Found> found) {
    if (declared.isEmpty() && !found.isEmpty()) {
      List<Cidr> blocks =
          found.stream().map(each -> Cidr.only(each.address())).distinct().sorted().toList();
      return addresses(name, blocks, found.getFirst().span());
    }
    return addresses(
        name, declared, new Span(new SourceText("(built in)", name), 0, name.length()));
  }

  private static PartyDeclaration.Addresses addresses(String name, List<Cidr> blocks, Span span) {
    return new PartyDeclaration.Addresses(
        name,
        blocks.stream().map(block -> new IpBlock(block, List.of())).toList(),
        false,
        false,
        span);
  }

  /** Returns both parties. */
  List<PartyDeclaration.Addresses> all() {
    return List.copyOf(ends.values());
  }

  /** Whether {@code party} is one of them, and not an external that the program declares. */
  boolean contains(PartyDeclaration party) {
    return party.equals(ends.get(party.name()));
  }

  /** Records that a statement names {@code party}, and returns the problem with that. */
  Optional<Diagnostic> use(PartyDeclaration.Addresses party, Word name) {
    boolean first = named.add(party.name());
    if (party.blocks().isEmpty()) {
      return Optional.of(unknown(party.name(), name.span()));
    }
    return first && party.name().equals("nodes") && nodesFound > 0
        ? Optional.of(listed(name.span()))
        : Optional.empty();
  }

  private Diagnostic listed(Span span) {
    String count = nodesFound == 1 ? "the 1 node" : "the " + nodesFound + " nodes";
    return Diagnostic.warning(
            Code.ZC0541, span, "`nodes` means " + count + " that the manifests show")
        .labelled("a node that joins later is not among them")
        .help("declare the range that nodes have their addresses from: `cluster { nodes … }`");
  }

  /** Returns the parties that statements name. Unknown ones have been reported already. */
  List<PartyDeclaration> used() {
    return ends.values().stream()
        .filter(end -> named.contains(end.name()))
        .map(PartyDeclaration.class::cast)
        .toList();
  }

  /** Returns the parties with known addresses that no statement names. */
  List<PartyDeclaration> unused() {
    return ends.values().stream()
        .filter(end -> !end.blocks().isEmpty() && !named.contains(end.name()))
        .map(PartyDeclaration.class::cast)
        .toList();
  }

  private static Diagnostic unknown(String name, Span span) {
    return name.equals("nodes")
        ? Diagnostic.error(Code.ZC0311, span, "the addresses of the nodes are not known")
            .labelled("neither `cluster` nor a Node of the manifests shows them")
            .note("`kubectl get nodes -o wide` shows them; a range that contains them is enough")
            .help("declare them: `cluster { nodes 172.18.0.0/16 }`")
            .help("or give the Nodes: `kubectl get nodes -o yaml | zonec … -m -`, or `-k`")
        : Diagnostic.error(Code.ZC0311, span, "the addresses of the API server are not known")
            .labelled("neither `cluster` nor Endpoints of `default/kubernetes` show them")
            .note("`kubectl get endpoints kubernetes -n default` shows them")
            .help("declare them: `cluster { apiserver 172.18.0.2/32 }`")
            .help(
                "or give the Endpoints: `kubectl get endpoints kubernetes -n default -o yaml |"
                    + " zonec … -m -`, or `-k`");
  }
}
