package dev.zonec.verifier.reach;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The boxes over a vocabulary, with their set operations. Every selector is one box, because each
 * of its requirements is about one key; a party is a union of boxes.
 */
public final class BoxSpace {
  private final Vocabulary vocabulary;
  private final PossibleNamespaces possible;
  private final Optional<Box.Pods> allPods;

  /**
   * @param vocabulary everything that the boxes can tell apart
   */
  public BoxSpace(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.possible = new PossibleNamespaces(vocabulary);
    this.allPods = everyPod();
  }

  /** Returns everything that the boxes can tell apart. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Returns all pods; empty if no namespace exists. */
  public Optional<Box.Pods> allPods() {
    return allPods;
  }

  private Optional<Box.Pods> everyPod() {
    return possible.pods(
        Bits.all(vocabulary.namespaceCount()),
        LabelSets.any(vocabulary.namespaceKeys()),
        LabelSets.any(vocabulary.podKeys()),
        vocabulary.podAddressNumbers(Family.IPV4),
        vocabulary.podAddressNumbers(Family.IPV6));
  }

  /** Returns all addresses outside the cluster, as one box for each family. */
  public List<Box> allAddresses() {
    List<Box> out = new ArrayList<>();
    for (Family family : Family.values()) {
      Bits atoms = vocabulary.externalAtoms(family);
      if (!atoms.isEmpty()) {
        out.add(new Box.Addresses(family, atoms));
      }
    }
    return out;
  }

  /** Returns the pods of {@code term}. */
  public Optional<Box.Pods> pods(PodSet.Term term) {
    return switch (term.namespaces()) {
      case PodSet.NamespaceSet.Named(var names, var labels) -> {
        BitSet named = new BitSet();
        names.forEach(name -> named.set(vocabulary.namespaceIndex(name)));
        yield pods(Bits.of(named), labels, term.pods());
      }
      case PodSet.NamespaceSet.Selected(var labels) ->
          pods(Bits.all(vocabulary.namespaceCount()), labels, term.pods());
    };
  }

  /**
   * Returns the pods that {@code pods} selects in the namespaces of {@code namespaces} that {@code
   * labels} selects.
   */
  public Optional<Box.Pods> pods(Bits namespaces, Selector labels, Selector pods) {
    Optional<Box.Pods> all = allPods();
    if (all.isEmpty()) {
      return all;
    }
    Bits in = namespaces;
    LabelSets namespaceLabels = all.get().namespaceLabels();
    for (Requirement requirement : labels.requirements()) {
      if (requirement.key().equals(Namespace.NAME_LABEL)) {
        in = in.and(vocabulary.namespacesMatching(requirement));
      } else {
        int key = vocabulary.namespaceKey(requirement.key());
        Bits matching = vocabulary.namespaceKeys().get(key).valuesMatching(requirement);
        namespaceLabels = namespaceLabels.with(key, namespaceLabels.get(key).and(matching));
      }
    }
    LabelSets podLabels = all.get().podLabels();
    for (Requirement requirement : pods.requirements()) {
      int key = vocabulary.podKey(requirement.key());
      Bits matching = vocabulary.podKeys().get(key).valuesMatching(requirement);
      podLabels = podLabels.with(key, podLabels.get(key).and(matching));
    }
    return possible.pods(in, namespaceLabels, podLabels, all.get().v4(), all.get().v6());
  }

  /** Returns the pods of {@code pods} in one of {@code namespaces}. */
  public Optional<Box.Pods> in(Box.Pods pods, Bits namespaces) {
    Bits in = pods.namespaces().and(namespaces);
    return in.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Box.Pods(in, pods.namespaceLabels(), pods.podLabels(), pods.v4(), pods.v6()));
  }

  /** Returns the pods whose address of {@code family} is in one of {@code blocks}. */
  public Optional<Box.Pods> podsIn(Family family, List<IpBlock> blocks) {
    AddressSet addresses = AddressSet.of(family, blocks);
    if (addresses.isEmpty() || !vocabulary.podsHave(family)) {
      return Optional.empty();
    }
    Bits atoms = vocabulary.atoms(addresses);
    return allPods()
        .flatMap(
            all ->
                possible.pods(
                    all.namespaces(),
                    all.namespaceLabels(),
                    all.podLabels(),
                    family == Family.IPV4 ? all.v4().and(atoms) : all.v4(),
                    family == Family.IPV6 ? all.v6().and(atoms) : all.v6()));
  }

  /**
   * Returns the addresses of {@code family} outside the cluster that are in one of {@code blocks}.
   */
  public Optional<Box.Addresses> addresses(Family family, List<IpBlock> blocks) {
    Bits atoms =
        vocabulary.atoms(AddressSet.of(family, blocks)).and(vocabulary.externalAtoms(family));
    return atoms.isEmpty() ? Optional.empty() : Optional.of(new Box.Addresses(family, atoms));
  }

  private List<Box> addresses(List<IpBlock> blocks) {
    List<Box> out = new ArrayList<>();
    for (Family family : Family.values()) {
      addresses(family, blocks).ifPresent(out::add);
    }
    return out;
  }

  /** Returns the members of {@code party}; an empty list if it can have none. */
  public List<Box> party(Party party) {
    List<Box> out = new ArrayList<>();
    switch (party) {
      case Party.Zone zone -> zone.pods().terms().forEach(term -> pods(term).ifPresent(out::add));
      case Party.ForeignPods foreign ->
          foreign.pods().terms().forEach(term -> pods(term).ifPresent(out::add));
      case Party.Addresses external -> out.addAll(addresses(external.blocks()));
      case Party.Others others -> {
        others.pods().terms().forEach(term -> pods(term).ifPresent(out::add));
        out.addAll(addresses(others.blocks()));
      }
      case Party.Anyone anyone -> {
        allPods().ifPresent(out::add);
        if (anyone.addresses()) {
          out.addAll(allAddresses());
        }
      }
    }
    return out;
  }

  /** Returns the members of any of {@code parties}. */
  public List<Box> parties(List<? extends Party> parties) {
    return parties.stream().flatMap(party -> party(party).stream()).toList();
  }

  /** Returns the intersection of two boxes. */
  public Optional<Box> and(Box a, Box b) {
    return switch (a) {
      case Box.Everything everything -> Optional.of(b);
      case Box.Pods pods ->
          switch (b) {
            case Box.Everything everything -> Optional.of(a);
            case Box.Pods others -> both(pods, others).map(box -> box);
            case Box.Addresses addresses -> Optional.empty();
          };
      case Box.Addresses addresses ->
          switch (b) {
            case Box.Everything everything -> Optional.of(a);
            case Box.Pods pods -> Optional.empty();
            case Box.Addresses others -> both(addresses, others).map(box -> box);
          };
    };
  }

  private static Optional<Box.Addresses> both(Box.Addresses a, Box.Addresses b) {
    if (a.family() != b.family() || !a.atoms().intersects(b.atoms())) {
      return Optional.empty();
    }
    return Optional.of(new Box.Addresses(a.family(), a.atoms().and(b.atoms())));
  }

  private Optional<Box.Pods> both(Box.Pods a, Box.Pods b) {
    if (!a.namespaces().intersects(b.namespaces())
        || !a.v4().intersects(b.v4())
        || !a.v6().intersects(b.v6())
        || !a.podLabels().intersects(b.podLabels())
        || !a.namespaceLabels().intersects(b.namespaceLabels())) {
      return Optional.empty();
    }
    return possible.pods(
        a.namespaces().and(b.namespaces()),
        a.namespaceLabels().and(b.namespaceLabels()),
        a.podLabels().and(b.podLabels()),
        a.v4().and(b.v4()),
        a.v6().and(b.v6()));
  }

  /** Returns whether some end is in one of {@code boxes} and in {@code other}. */
  public boolean intersects(List<Box> boxes, Box other) {
    for (Box box : boxes) {
      if (and(box, other).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the intersection of two unions of boxes. */
  public List<Box> and(List<Box> as, List<Box> bs) {
    List<Box> out = new ArrayList<>();
    for (Box a : as) {
      for (Box b : bs) {
        and(a, b).ifPresent(out::add);
      }
    }
    return out;
  }

  /**
   * Returns the ends in {@code boxes} that are in none of {@code holes}. The pieces of one box are
   * disjoint.
   */
  public List<Box> minus(List<Box> boxes, List<Box> holes) {
    List<Box> left = boxes;
    for (Box hole : holes) {
      List<Box> next = new ArrayList<>();
      for (Box box : left) {
        next.addAll(minus(box, hole));
      }
      left = next;
    }
    return left;
  }

  private List<Box> minus(Box box, Box hole) {
    if (hole instanceof Box.Everything) {
      return List.of();
    }
    if (box instanceof Box.Everything) {
      List<Box> all = new ArrayList<>(allAddresses());
      allPods().ifPresent(all::add);
      return minus(all, List.of(hole));
    }
    if (and(box, hole).isEmpty()) {
      return List.of(box);
    }
    return switch (box) {
      case Box.Everything everything -> List.of();
      case Box.Addresses(Family family, Bits atoms) -> {
        Bits rest = atoms.minus(((Box.Addresses) hole).atoms());
        yield rest.isEmpty() ? List.of() : List.of(new Box.Addresses(family, rest));
      }
      case Box.Pods pods -> minus(pods, (Box.Pods) hole);
    };
  }

  /**
   * Subtracts one dimension after the other: a piece for each dimension contains the values that
   * the hole lacks in it, and agrees with the hole in all earlier dimensions. Label keys for which
   * the hole allows every value give no piece.
   */
  private List<Box> minus(Box.Pods box, Box.Pods hole) {
    List<Box> out = new ArrayList<>();
    Bits namespaces = box.namespaces();
    LabelSets namespaceLabels = box.namespaceLabels();
    LabelSets podLabels = box.podLabels();
    Bits v4 = box.v4();
    possible
        .pods(namespaces.minus(hole.namespaces()), namespaceLabels, podLabels, v4, box.v6())
        .ifPresent(out::add);
    namespaces = namespaces.and(hole.namespaces());
    for (int key : hole.namespaceLabels().restricted().toArray()) {
      Bits all = namespaceLabels.get(key);
      Bits rest = all.minus(hole.namespaceLabels().get(key));
      if (!rest.isEmpty()) {
        possible
            .pods(namespaces, namespaceLabels.with(key, rest), podLabels, v4, box.v6())
            .ifPresent(out::add);
        namespaceLabels = namespaceLabels.with(key, all.and(hole.namespaceLabels().get(key)));
      }
    }
    for (int key : hole.podLabels().restricted().toArray()) {
      Bits all = podLabels.get(key);
      Bits rest = all.minus(hole.podLabels().get(key));
      if (!rest.isEmpty()) {
        possible
            .pods(namespaces, namespaceLabels, podLabels.with(key, rest), v4, box.v6())
            .ifPresent(out::add);
        podLabels = podLabels.with(key, all.and(hole.podLabels().get(key)));
      }
    }
    possible
        .pods(namespaces, namespaceLabels, podLabels, v4.minus(hole.v4()), box.v6())
        .ifPresent(out::add);
    v4 = v4.and(hole.v4());
    possible
        .pods(namespaces, namespaceLabels, podLabels, v4, box.v6().minus(hole.v6()))
        .ifPresent(out::add);
    return out;
  }

  /** Returns whether every end in {@code inner} is in {@code outer}. */
  public boolean contains(Box outer, Box inner) {
    return switch (outer) {
      case Box.Everything everything -> true;
      case Box.Pods pods ->
          inner instanceof Box.Pods others
              && pods.namespaces().containsAll(others.namespaces())
              && pods.v4().containsAll(others.v4())
              && pods.v6().containsAll(others.v6())
              && pods.podLabels().containsAll(others.podLabels())
              && pods.namespaceLabels().containsAll(others.namespaceLabels());
      case Box.Addresses(Family family, Bits atoms) ->
          inner instanceof Box.Addresses others
              && others.family() == family
              && atoms.containsAll(others.atoms());
    };
  }

  /** Returns {@code boxes} without boxes that another one contains. */
  public List<Box> withoutContained(List<Box> boxes) {
    List<Box> out = new ArrayList<>();
    for (Box box : boxes) {
      if (out.stream().noneMatch(kept -> contains(kept, box))) {
        out.removeIf(kept -> contains(box, kept));
        out.add(box);
      }
    }
    return out;
  }

  /**
   * Returns the namespaces that can have one of the values {@code namespaceLabels} for each key.
   */
  public Bits namespacesWith(LabelSets namespaceLabels) {
    return possible.with(namespaceLabels);
  }
}
