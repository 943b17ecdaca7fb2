package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import dev.zonec.verifier.quotient.AddressAtoms;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.UnknownLabel;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.Enforcement;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes statements about one end of a connection: that it could exist, and that it is in a
 * selector, an address block, a party or a box.
 */
final class EndpointEncoding {
  /** The most blocks that are compared one by one. More blocks become an {@link AddressTree}. */
  private static final int FEW_BLOCKS = 16;

  private final Expressions expressions;
  private final Vocabulary vocabulary;
  private final ConnectionSymbols connection;

  EndpointEncoding(Expressions expressions, Vocabulary vocabulary, ConnectionSymbols connection) {
    this.expressions = expressions;
    this.vocabulary = vocabulary;
    this.connection = connection;
  }

  /**
   * True if and only if an end with these values could exist: each value is in the vocabulary, the
   * labels belong to the namespace, and the address is in the range for pods, or outside the
   * cluster.
   */
  BoolExpr wellFormed(EndpointSymbols end) {
    List<BoolExpr> parts = new ArrayList<>();
    parts.add(expressions.below(end.namespace(), vocabulary.namespaceCount()));
    for (int key = 0; key < vocabulary.podKeys().size(); key++) {
      parts.add(expressions.below(end.podLabels().get(key), vocabulary.podKeys().get(key).size()));
    }
    for (int key = 0; key < vocabulary.namespaceKeys().size(); key++) {
      LabelKey labelKey = vocabulary.namespaceKeys().get(key);
      Expr<BitVecSort> label = end.namespaceLabels().get(key);
      parts.add(expressions.below(label, labelKey.size()));
      for (int n = 0; n < vocabulary.namespaces().size(); n++) {
        parts.add(
            expressions.implies(
                expressions.is(end.namespace(), n), labelOfNamespace(label, n, key)));
      }
    }
    if (vocabulary.namespaceCount() == 0) {
      parts.add(expressions.not(end.isPod()));
    }
    for (Family family : Family.values()) {
      if (vocabulary.podsHave(family)) {
        parts.add(
            expressions.implies(
                end.isPod(),
                within(end.address(family), vocabulary.cluster().podAddresses(family))));
      }
      parts.add(
          expressions.or(
              List.of(
                  end.isPod(),
                  overOther(family),
                  within(end.address(family), vocabulary.cluster().externalAddresses(family)))));
    }
    return expressions.and(parts);
  }

  /**
   * The label of a namespace equals the declared one, or, if not all labels of the namespace are
   * known, a variable that both ends share.
   */
  private BoolExpr labelOfNamespace(Expr<BitVecSort> label, int namespace, int key) {
    if (vocabulary.labelsKnown(namespace)) {
      return expressions.is(label, vocabulary.namespaceLabel(namespace, key));
    }
    return expressions.z3().mkEq(label, unknown(new UnknownLabel(namespace, key)));
  }

  /**
   * Returns the variable for a label that no manifest declares. Both ends use the same variable.
   */
  Expr<BitVecSort> unknown(UnknownLabel label) {
    LabelKey labelKey = vocabulary.namespaceKeys().get(label.key());
    String name = vocabulary.namespaces().get(label.namespace()).namespace().name();
    return expressions.variable(
        "namespace " + name + "." + labelKey.key(), Expressions.widthFor(labelKey.size()));
  }

  /** The connection uses the other family. */
  BoolExpr overOther(Family family) {
    return family == Family.IPV4 ? connection.overV6() : expressions.not(connection.overV6());
  }

  /** The connection uses {@code family}. */
  BoolExpr over(Family family) {
    return expressions.not(overOther(family));
  }

  /** The labels of the pod match {@code selector}. */
  BoolExpr podLabels(EndpointSymbols end, Selector selector) {
    List<BoolExpr> parts = new ArrayList<>();
    for (Requirement requirement : selector.requirements()) {
      int key = vocabulary.podKey(requirement.key());
      parts.add(satisfies(end.podLabels().get(key), vocabulary.podKeys().get(key), requirement));
    }
    return expressions.and(parts);
  }

  /** The labels of the namespace match {@code selector}; its name counts as a label. */
  BoolExpr namespaceLabels(EndpointSymbols end, Selector selector) {
    List<BoolExpr> parts = new ArrayList<>();
    for (Requirement requirement : selector.requirements()) {
      if (requirement.key().equals(Namespace.NAME_LABEL)) {
        parts.add(nameSatisfies(end, requirement));
      } else {
        int key = vocabulary.namespaceKey(requirement.key());
        parts.add(
            satisfies(
                end.namespaceLabels().get(key), vocabulary.namespaceKeys().get(key), requirement));
      }
    }
    return expressions.and(parts);
  }

  private BoolExpr satisfies(Expr<BitVecSort> value, LabelKey key, Requirement requirement) {
    return switch (requirement) {
      case Requirement.In(var k, var values) -> isOneOf(value, key, values);
      case Requirement.NotIn(var k, var values) -> expressions.not(isOneOf(value, key, values));
      case Requirement.Exists e -> expressions.not(expressions.is(value, LabelKey.ABSENT));
      case Requirement.DoesNotExist d -> expressions.is(value, LabelKey.ABSENT);
    };
  }

  private BoolExpr isOneOf(Expr<BitVecSort> value, LabelKey key, Iterable<String> wanted) {
    List<BoolExpr> parts = new ArrayList<>();
    for (String text : wanted) {
      parts.add(expressions.is(value, key.indexOf(text)));
    }
    return expressions.or(parts);
  }

  private BoolExpr nameSatisfies(EndpointSymbols end, Requirement requirement) {
    return switch (requirement) {
      case Requirement.In(var k, var names) -> inNamed(end, names);
      case Requirement.NotIn(var k, var names) -> expressions.not(inNamed(end, names));
      case Requirement.Exists e -> expressions.z3().mkTrue();
      case Requirement.DoesNotExist d -> expressions.z3().mkFalse();
    };
  }

  private BoolExpr inNamed(EndpointSymbols end, Iterable<String> names) {
    List<BoolExpr> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(inNamespace(end, vocabulary.namespaceIndex(name)));
    }
    return expressions.or(parts);
  }

  /**
   * The namespace of the end has the number {@code namespace} in the vocabulary. This says nothing
   * about an end that is not a pod.
   */
  BoolExpr inNamespace(EndpointSymbols end, int namespace) {
    return expressions.is(end.namespace(), namespace);
  }

  /**
   * The connection uses the family of {@code block}, and the address of the end is in the block and
   * in none of its exceptions.
   */
  BoolExpr inBlock(EndpointSymbols end, IpBlock block) {
    Family family = block.cidr().family();
    List<BoolExpr> parts = new ArrayList<>();
    parts.add(over(family));
    parts.add(inCidr(end, block.cidr()));
    for (Cidr except : block.except()) {
      parts.add(expressions.not(inCidr(end, except)));
    }
    return expressions.and(parts);
  }

  /** The end is {@linkplain #inBlock in one of} {@code blocks}. */
  BoolExpr inBlocks(EndpointSymbols end, List<IpBlock> blocks) {
    if (blocks.size() <= FEW_BLOCKS) {
      return expressions.or(blocks.stream().map(block -> inBlock(end, block)).toList());
    }
    List<BoolExpr> parts = new ArrayList<>();
    for (Family family : Family.values()) {
      BoolExpr in =
          new AddressTree(expressions, end.address(family), family.bits())
              .in(AddressSet.of(family, blocks));
      parts.add(expressions.and(List.of(over(family), in)));
    }
    return expressions.or(parts);
  }

  private BoolExpr inCidr(EndpointSymbols end, Cidr cidr) {
    int bits = cidr.family().bits();
    if (cidr.prefix() == 0) {
      return expressions.z3().mkTrue();
    }
    Expr<BitVecSort> prefix =
        expressions.z3().mkExtract(bits - 1, bits - cidr.prefix(), end.address(cidr.family()));
    return expressions
        .z3()
        .mkEq(
            prefix,
            expressions
                .z3()
                .mkBV(cidr.first().shiftRight(bits - cidr.prefix()).toString(), cidr.prefix()));
  }

  private BoolExpr within(Expr<BitVecSort> address, AddressSet set) {
    return expressions.or(
        set.ranges().stream()
            .map(range -> expressions.between(address, range.first(), range.last()))
            .toList());
  }

  /** The end is an address outside the cluster that a node may have. */
  BoolExpr isNodeAddress(EndpointSymbols end, Enforcement enforcement) {
    List<BoolExpr> parts = new ArrayList<>();
    for (Family family : Family.values()) {
      AddressSet nodes = enforcement.nodeAddresses(family, vocabulary.cluster());
      parts.add(expressions.and(List.of(over(family), within(end.address(family), nodes))));
    }
    return expressions.and(List.of(expressions.not(end.isPod()), expressions.or(parts)));
  }

  /** The end belongs to {@code party}. */
  BoolExpr inParty(EndpointSymbols end, Party party) {
    return switch (party) {
      case Party.Zone zone -> inPods(end, zone.pods());
      case Party.ForeignPods foreign -> inPods(end, foreign.pods());
      case Party.Anyone anyone -> anyone.addresses() ? expressions.z3().mkTrue() : end.isPod();
      case Party.Addresses external -> outsideIn(end, external.blocks());
      case Party.Others others ->
          expressions.or(List.of(inPods(end, others.pods()), outsideIn(end, others.blocks())));
    };
  }

  private BoolExpr outsideIn(EndpointSymbols end, List<IpBlock> blocks) {
    return expressions.and(List.of(expressions.not(end.isPod()), inBlocks(end, blocks)));
  }

  private BoolExpr inPods(EndpointSymbols end, PodSet pods) {
    List<BoolExpr> parts = new ArrayList<>();
    for (PodSet.Term term : pods.terms()) {
      BoolExpr namespaces =
          switch (term.namespaces()) {
            case PodSet.NamespaceSet.Named(var names, var labels) ->
                expressions.and(List.of(inNamed(end, names), namespaceLabels(end, labels)));
            case PodSet.NamespaceSet.Selected(var labels) -> namespaceLabels(end, labels);
          };
      parts.add(expressions.and(List.of(namespaces, podLabels(end, term.pods()))));
    }
    return expressions.and(List.of(end.isPod(), expressions.or(parts)));
  }

  /** The end is in one of {@code boxes}. */
  BoolExpr inBoxes(EndpointSymbols end, List<Box> boxes) {
    return expressions.or(boxes.stream().map(box -> inBox(end, box)).toList());
  }

  private BoolExpr inBox(EndpointSymbols end, Box box) {
    return switch (box) {
      case Box.Everything everything -> expressions.z3().mkTrue();
      case Box.Pods pods -> inPodBox(end, pods);
      case Box.Addresses(Family family, Bits atoms) ->
          expressions.and(
              List.of(expressions.not(end.isPod()), over(family), inAtoms(end, family, atoms)));
    };
  }

  private BoolExpr inPodBox(EndpointSymbols end, Box.Pods box) {
    List<BoolExpr> parts = new ArrayList<>();
    parts.add(end.isPod());
    parts.add(expressions.in(end.namespace(), box.namespaces(), vocabulary.namespaceCount()));
    for (int key : box.namespaceLabels().restricted().toArray()) {
      int size = vocabulary.namespaceKeys().get(key).size();
      parts.add(
          expressions.in(end.namespaceLabels().get(key), box.namespaceLabels().get(key), size));
    }
    for (int key : box.podLabels().restricted().toArray()) {
      int size = vocabulary.podKeys().get(key).size();
      parts.add(expressions.in(end.podLabels().get(key), box.podLabels().get(key), size));
    }
    for (Family family : Family.values()) {
      boolean all = box.atoms(family).containsAll(vocabulary.podAtoms(family));
      if (vocabulary.podsHave(family) && !all) {
        parts.add(inAtoms(end, family, box.atoms(family)));
      }
    }
    return expressions.and(parts);
  }

  /**
   * The address of the end in {@code family} is in one of the atoms {@code chosen}. Neighbouring
   * atoms share one comparison.
   */
  BoolExpr inAtoms(EndpointSymbols end, Family family, Bits chosen) {
    Expr<BitVecSort> address = end.address(family);
    AddressAtoms atoms = vocabulary.atoms(family);
    return expressions.or(
        Runs.of(chosen.stream()).stream()
            .map(
                run ->
                    expressions.between(
                        address, atoms.range(run.first()).first(), atoms.range(run.last()).last()))
            .toList());
  }
}
