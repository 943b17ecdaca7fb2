package dev.zonec.compiler.resolve;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpBlock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The built-in ends {@code apiserver} and {@code nodes}: the addresses that {@code cluster}
 * declares for them. Only the ones that a program names are a part of it.
 */
final class ClusterEnds {
  private final SortedMap<String, PartyDeclaration.Addresses> ends = new TreeMap<>();
  private final Set<String> named = new TreeSet<>();

  ClusterEnds(ClusterDeclaration cluster) {
    ends.put("apiserver", addresses("apiserver", cluster.apiserver()));
    ends.put("nodes", addresses("nodes", cluster.ranges().nodes()));
  }

  private static PartyDeclaration.Addresses addresses(String name, List<Cidr> blocks) {
    Span origin = new Span(new SourceText("(built in)", name), 0, name.length());
    return new PartyDeclaration.Addresses(
        name,
        blocks.stream().map(block -> new IpBlock(block, List.of())).toList(),
        false,
        false,
        origin);
  }

  /** All of them. */
  List<PartyDeclaration.Addresses> all() {
    return List.copyOf(ends.values());
  }

  /** Whether {@code party} is one of them, and no external that a program declares. */
  boolean contains(PartyDeclaration party) {
    return party.equals(ends.get(party.name()));
  }

  /** Notes that a statement names {@code party}; what is wrong with that. */
  Optional<Diagnostic> use(PartyDeclaration.Addresses party, Word name) {
    named.add(party.name());
    return party.blocks().isEmpty()
        ? Optional.of(unknown(party.name(), name.span()))
        : Optional.empty();
  }

  /** Those that statements name; what is not known is reported already. */
  List<PartyDeclaration> used() {
    return ends.values().stream()
        .filter(end -> named.contains(end.name()))
        .map(PartyDeclaration.class::cast)
        .toList();
  }

  /** Those whose addresses are known and that no statement names. */
  List<PartyDeclaration> unused() {
    return ends.values().stream()
        .filter(end -> !end.blocks().isEmpty() && !named.contains(end.name()))
        .map(PartyDeclaration.class::cast)
        .toList();
  }

  private static Diagnostic unknown(String name, Span where) {
    return name.equals("nodes")
        ? Diagnostic.error(Code.ZC0311, where, "the addresses of the nodes are not known")
            .labelled("`nodes` needs a declaration in `cluster`")
            .note("`kubectl get nodes -o wide` shows them; a range that contains them is enough")
            .help("declare them: `cluster { nodes 172.18.0.0/16 }`")
        : Diagnostic.error(Code.ZC0311, where, "the addresses of the API server are not known")
            .labelled("`apiserver` needs a declaration in `cluster`")
            .note("`kubectl get endpoints kubernetes -n default` shows them")
            .help("declare them: `cluster { apiserver 172.18.0.2/32 }`");
  }
}
