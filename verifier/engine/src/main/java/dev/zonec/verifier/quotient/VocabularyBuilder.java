package dev.zonec.verifier.quotient;

import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldPair;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.model.program.ZoneProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Builds the vocabulary of a world, a program and other sets of pods and addresses. Every selector
 * and address block of a later question must be added.
 */
public final class VocabularyBuilder {
  private final TreeMap<String, Namespace> namespaces = new TreeMap<>();
  private final TreeMap<String, SortedSet<String>> namespaceKeys = new TreeMap<>();
  private final TreeMap<String, SortedSet<String>> podKeys = new TreeMap<>();
  private final List<AddressSet> addresses = new ArrayList<>();
  private final List<IpAddress> nodes = new ArrayList<>();
  private boolean asksForNodes;

  /** Adds the namespaces, policies and nodes of a world. */
  public VocabularyBuilder add(World world) {
    world.namespaces().forEach(this::add);
    return add(world.rules(), world.nodes());
  }

  /** Adds the policies and nodes of two worlds, and their shared namespaces. */
  public VocabularyBuilder add(WorldPair worlds) {
    worlds.namespaces().forEach(this::add);
    add(worlds.rulesBefore(), worlds.before().nodes());
    return add(worlds.rulesAfter(), worlds.after().nodes());
  }

  private VocabularyBuilder add(PolicySet rules, List<Endpoint.Node> some) {
    rules.ends().forEach(this::add);
    some.forEach(node -> nodes.addAll(node.addresses()));
    return this;
  }

  private void add(Namespace namespace) {
    @Nullable Namespace known = namespaces.put(namespace.name(), namespace);
    if (known != null && known.declared() && !known.equals(namespace)) {
      throw new IllegalArgumentException(
          "namespace " + namespace.name() + " has other labels in another world");
    }
  }

  private void add(Ends ends) {
    switch (ends) {
      case Ends.Pods(NamespaceSet in, Selector pods, var site) -> {
        addPods(pods);
        switch (in) {
          case NamespaceSet.Named(String name) -> name(name);
          case NamespaceSet.Matching(Selector labels) -> addNamespaces(labels);
        }
      }
      case Ends.Addresses addresses -> addresses.blocks().forEach(this::add);
      case Ends.Nodes mentioned -> asksForNodes = true;
      case Ends.OwnNode own -> {}
      case Ends.Anyone anyone -> {}
      case Ends.DomainNames names -> {}
    }
  }

  /**
   * Adds the parties of a program: its zones, its externals, and parts of them that statements
   * mention.
   */
  public VocabularyBuilder add(ZoneProgram program) {
    program.parties().forEach(this::add);
    return this;
  }

  /** Adds a party. */
  public void add(Party party) {
    switch (party) {
      case Party.Zone zone -> add(zone.pods());
      case Party.Addresses external -> external.blocks().forEach(this::add);
      case Party.ForeignPods foreign -> add(foreign.pods());
      case Party.Others others -> {
        add(others.pods());
        others.blocks().forEach(this::add);
      }
      case Party.Anyone anyone -> {}
    }
  }

  /** Adds a set of pods. */
  public VocabularyBuilder add(PodSet pods) {
    for (PodSet.Term term : pods.terms()) {
      addPods(term.pods());
      switch (term.namespaces()) {
        case PodSet.NamespaceSet.Named(var names, var labels) -> {
          names.forEach(this::name);
          addNamespaces(labels);
        }
        case PodSet.NamespaceSet.Selected(var labels) -> addNamespaces(labels);
      }
    }
    return this;
  }

  /** Adds an address block. */
  public VocabularyBuilder add(IpBlock block) {
    addresses.add(AddressSet.of(block.cidr().family(), List.of(block)));
    return this;
  }

  private void name(String namespace) {
    namespaces.putIfAbsent(namespace, Namespace.undeclared(namespace));
  }

  private void addPods(Selector selector) {
    for (Requirement requirement : selector.requirements()) {
      podKeys
          .computeIfAbsent(requirement.key(), key -> new TreeSet<>())
          .addAll(requirement.values());
    }
  }

  private void addNamespaces(Selector selector) {
    for (Requirement requirement : selector.requirements()) {
      if (requirement.key().equals(Namespace.NAME_LABEL)) {
        requirement.values().forEach(this::name);
      } else {
        namespaceKeys
            .computeIfAbsent(requirement.key(), key -> new TreeSet<>())
            .addAll(requirement.values());
      }
    }
  }

  /**
   * Returns the vocabulary of all that was added.
   *
   * @param cluster the address ranges of pods and nodes
   * @param namespacesDeclared whether to assume {@link NamespaceAssumption#DECLARED}; if not,
   *     {@link NamespaceAssumption#NONE}
   */
  public Vocabulary build(Cluster cluster, boolean namespacesDeclared) {
    return build(
        cluster, namespacesDeclared ? NamespaceAssumption.DECLARED : NamespaceAssumption.NONE);
  }

  /**
   * Returns the vocabulary of all that was added.
   *
   * @param cluster the address ranges of pods and nodes
   * @param assumed the assumption about namespaces
   */
  public Vocabulary build(Cluster cluster, NamespaceAssumption assumed) {
    boolean declaredOnly = assumed == NamespaceAssumption.DECLARED;
    List<NamedNamespace> known = new ArrayList<>();
    for (Namespace namespace : namespaces.values()) {
      known.add(
          new NamedNamespace(
              namespace, namespace.declared() || declaredOnly || namespaceKeys.isEmpty()));
    }
    return new Vocabulary(
        known,
        assumed == NamespaceAssumption.NONE,
        keys(namespaceKeys),
        keys(podKeys),
        atoms(Family.IPV4, cluster),
        atoms(Family.IPV6, cluster),
        cluster);
  }

  private AddressAtoms atoms(Family family, Cluster cluster) {
    List<AddressSet> sets = new ArrayList<>();
    sets.add(cluster.podAddresses(family));
    sets.add(cluster.externalAddresses(family));
    addresses.stream().filter(set -> set.family() == family).forEach(sets::add);
    if (asksForNodes) {
      sets.add(cluster.nodeAddresses(family));
      nodes.stream()
          .filter(address -> address.family() == family)
          .map(Cidr::only)
          .forEach(one -> sets.add(AddressSet.ofCidrs(family, List.of(one))));
    }
    return AddressAtoms.of(family, sets);
  }

  private static List<LabelKey> keys(Map<String, SortedSet<String>> keys) {
    return keys.entrySet().stream()
        .map(entry -> LabelKey.of(entry.getKey(), entry.getValue()))
        .toList();
  }
}
