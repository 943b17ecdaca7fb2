package dev.zonec.verifier.diff;

import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.BoxSpace;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.Formula.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Connections that a change is to remove: those between pods and addresses outside of the cluster
 * in some blocks, in both directions, and those of pods on some ports.
 *
 * @param blocks the addresses
 * @param ports the ports, by number
 */
public record Removal(List<Cidr> blocks, List<PortClause> ports) {
  /** Copies the lists. */
  public Removal {
    blocks = List.copyOf(blocks);
    ports = List.copyOf(ports);
  }

  /** Returns the addresses as a party. */
  Party.Addresses addresses() {
    return new Party.Addresses("removed", ipBlocks(), false, Span.NOWHERE);
  }

  private List<IpBlock> ipBlocks() {
    return blocks.stream().map(block -> new IpBlock(block, List.of())).toList();
  }

  /** Returns the pods of the namespaces that {@code world} declares or names. */
  static Party podsOf(World world) {
    TreeSet<String> names = new TreeSet<>();
    world.namespaces().forEach(namespace -> names.add(namespace.name()));
    return new Party.ForeignPods(
        "pods",
        new PodSet(
            List.of(
                new PodSet.Term(
                    new PodSet.NamespaceSet.Named(names, Selector.EVERYTHING),
                    Selector.EVERYTHING))),
        false,
        Span.NOWHERE);
  }

  /** The connection is one of {@code pods} to remove; empty for every pod that could exist. */
  Formula formula(Optional<Party> pods) {
    List<Formula> parts = new ArrayList<>();
    if (!blocks.isEmpty()) {
      Party.Addresses addresses = addresses();
      parts.add(
          Formula.all(new Formula.InParty(End.SOURCE, addresses), isPod(End.DESTINATION, pods)));
      parts.add(
          Formula.all(new Formula.InParty(End.DESTINATION, addresses), isPod(End.SOURCE, pods)));
    }
    if (!ports.isEmpty()) {
      parts.add(
          Formula.all(
              new Formula.InService(new Service.Listed(ports)),
              Formula.any(isPod(End.SOURCE, pods), isPod(End.DESTINATION, pods))));
    }
    return new Formula.Any(parts);
  }

  private static Formula isPod(End end, Optional<Party> pods) {
    return pods.<Formula>map(party -> new Formula.InParty(end, party))
        .orElseGet(() -> new Formula.IsPod(end));
  }

  /**
   * An end of the connection is a pod that can have one of the addresses. Policies can admit such a
   * pod by its address, so the connection may change too.
   */
  Formula withPodInBlocks(BoxSpace space) {
    List<Formula> parts = new ArrayList<>();
    for (Family family : Family.values()) {
      Optional<Box.Pods> pods = space.podsIn(family, ipBlocks());
      for (End end : End.values()) {
        pods.ifPresent(
            each ->
                parts.add(
                    Formula.all(
                        new Formula.OverFamily(family), new Formula.InBoxes(end, List.of(each)))));
      }
    }
    return new Formula.Any(parts);
  }
}
