package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.Bits;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.LabelSets;
import dev.zonec.verifier.quotient.UnknownLabel;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.reach.Box;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Regions as products of value sets, one for each axis.
 *
 * <p>The axes of a region of pods are the namespace, its labels, the labels of the pod, and the
 * IPv4 and IPv6 address. The only axis of a region outside the cluster is the address. In both, the
 * axes of the unknown labels follow.
 */
final class RegionAxes {
  private final Expressions expressions;
  private final Vocabulary vocabulary;
  private final EndpointEncoding ends;
  private final ConnectionSymbols connection;
  private final List<UnknownLabel> unknown;
  private final List<Bits> ofPods;
  private final List<Bits> ofV4;
  private final List<Bits> ofV6;

  RegionAxes(
      Expressions expressions,
      Vocabulary vocabulary,
      EndpointEncoding ends,
      ConnectionSymbols connection) {
    this.expressions = expressions;
    this.vocabulary = vocabulary;
    this.ends = ends;
    this.connection = connection;
    this.unknown = vocabulary.unknownLabels();
    this.ofPods = wholePods();
    this.ofV4 = wholeAddresses(Family.IPV4);
    this.ofV6 = wholeAddresses(Family.IPV6);
  }

  /** Returns the conditions that the unknown labels always satisfy. */
  List<BoolExpr> sideConditions() {
    return unknown.stream()
        .map(label -> expressions.below(ends.unknown(label), size(label)))
        .toList();
  }

  private int size(UnknownLabel label) {
    return vocabulary.namespaceKeys().get(label.key()).size();
  }

  /** Returns the values of {@code region} on each axis. */
  List<Bits> values(Region region) {
    List<Bits> out = new ArrayList<>();
    switch (region.box()) {
      case Box.Everything everything ->
          throw new IllegalArgumentException("a region of pods and addresses");
      case Box.Pods pods -> {
        out.add(pods.namespaces());
        out.addAll(pods.namespaceLabels().toList());
        out.addAll(pods.podLabels().toList());
        out.add(pods.v4());
        out.add(pods.v6());
      }
      case Box.Addresses(Family family, Bits atoms) -> out.add(atoms);
    }
    out.addAll(region.unknown());
    return out;
  }

  /** Returns a region of the same kind as {@code like} with these values on each axis. */
  Region with(Region like, List<Bits> values) {
    int before = values.size() - unknown.size();
    List<Bits> labels = values.subList(before, values.size());
    int keys = vocabulary.namespaceKeys().size();
    return switch (like.box()) {
      case Box.Everything everything ->
          throw new IllegalArgumentException("a region of pods and addresses");
      case Box.Pods pods ->
          new Region(
              new Box.Pods(
                  values.getFirst(),
                  LabelSets.of(vocabulary.namespaceKeys(), values.subList(1, 1 + keys)),
                  LabelSets.of(vocabulary.podKeys(), values.subList(1 + keys, before - 2)),
                  values.get(before - 2),
                  values.get(before - 1)),
              labels);
      case Box.Addresses(Family family, Bits atoms) ->
          new Region(new Box.Addresses(family, values.getFirst()), labels);
    };
  }

  /** Returns all possible values on each axis of regions of the same kind as {@code like}. */
  List<Bits> allValues(Region like) {
    return switch (like.box()) {
      case Box.Everything everything ->
          throw new IllegalArgumentException("a region of pods and addresses");
      case Box.Pods pods -> ofPods;
      case Box.Addresses(Family family, Bits atoms) -> family == Family.IPV4 ? ofV4 : ofV6;
    };
  }

  private List<Bits> wholePods() {
    List<Bits> out = new ArrayList<>();
    out.add(Bits.all(vocabulary.namespaceCount()));
    vocabulary.namespaceKeys().forEach(key -> out.add(Bits.all(key.size())));
    vocabulary.podKeys().forEach(key -> out.add(Bits.all(key.size())));
    out.add(vocabulary.podAddressNumbers(Family.IPV4));
    out.add(vocabulary.podAddressNumbers(Family.IPV6));
    return withUnknown(out);
  }

  private List<Bits> wholeAddresses(Family family) {
    return withUnknown(List.of(vocabulary.externalAtoms(family)));
  }

  private List<Bits> withUnknown(List<Bits> before) {
    List<Bits> out = new ArrayList<>(before);
    unknown.forEach(label -> out.add(Bits.all(size(label))));
    return List.copyOf(out);
  }

  /** The end is of the same kind as {@code like}: a pod, or an address of the same family. */
  BoolExpr kind(EndpointSymbols end, Region like) {
    return switch (like.box()) {
      case Box.Everything everything ->
          throw new IllegalArgumentException("a region of pods and addresses");
      case Box.Pods pods -> end.isPod();
      case Box.Addresses(Family family, Bits atoms) ->
          expressions.and(List.of(expressions.not(end.isPod()), ends.over(family)));
    };
  }

  /** The end, which is of the same kind as {@code like}, has one of {@code values} on the axis. */
  BoolExpr hasValue(EndpointSymbols end, Region like, int axis, Bits values) {
    int before = allValues(like).size() - unknown.size();
    if (axis >= before) {
      UnknownLabel label = unknown.get(axis - before);
      return expressions.in(ends.unknown(label), values, size(label));
    }
    return switch (like.box()) {
      case Box.Everything everything ->
          throw new IllegalArgumentException("a region of pods and addresses");
      case Box.Addresses(Family family, Bits atoms) -> ends.inAtoms(end, family, values);
      case Box.Pods pods -> podHasValue(end, axis, before, values);
    };
  }

  private BoolExpr podHasValue(EndpointSymbols end, int axis, int before, Bits values) {
    int keys = vocabulary.namespaceKeys().size();
    if (axis == 0) {
      return expressions.in(end.namespace(), values, vocabulary.namespaceCount());
    }
    if (axis <= keys) {
      LabelKey key = vocabulary.namespaceKeys().get(axis - 1);
      return expressions.in(end.namespaceLabels().get(axis - 1), values, key.size());
    }
    if (axis < before - 2) {
      int at = axis - 1 - keys;
      return expressions.in(end.podLabels().get(at), values, vocabulary.podKeys().get(at).size());
    }
    return ends.inAtoms(end, axis == before - 2 ? Family.IPV4 : Family.IPV6, values);
  }

  /** The end is in {@code region}. */
  BoolExpr in(EndpointSymbols end, Region region) {
    List<Bits> values = values(region);
    List<Bits> whole = allValues(region);
    List<BoolExpr> parts = new ArrayList<>();
    parts.add(kind(end, region));
    for (int axis = 0; axis < values.size(); axis++) {
      if (!values.get(axis).containsAll(whole.get(axis))) {
        parts.add(hasValue(end, region, axis, values.get(axis)));
      }
    }
    return expressions.and(parts);
  }

  /** Returns the region that contains exactly the end and the unknown labels of {@code model}. */
  Region point(Model model, EndpointSymbols end) {
    List<Bits> labels = unknown.stream().map(label -> one(model, ends.unknown(label))).toList();
    if (!model.eval(end.isPod(), true).isTrue()) {
      Family family = model.eval(connection.overV6(), true).isTrue() ? Family.IPV6 : Family.IPV4;
      return new Region(new Box.Addresses(family, atom(model, end, family)), labels);
    }
    return new Region(
        new Box.Pods(
            one(model, end.namespace()),
            LabelSets.of(
                vocabulary.namespaceKeys(),
                end.namespaceLabels().stream().map(label -> one(model, label)).toList()),
            LabelSets.of(
                vocabulary.podKeys(),
                end.podLabels().stream().map(label -> one(model, label)).toList()),
            podAtom(model, end, Family.IPV4),
            podAtom(model, end, Family.IPV6)),
        labels);
  }

  private Bits podAtom(Model model, EndpointSymbols end, Family family) {
    return vocabulary.podsHave(family)
        ? atom(model, end, family)
        : vocabulary.podAddressNumbers(family);
  }

  private Bits atom(Model model, EndpointSymbols end, Family family) {
    return Bits.of(vocabulary.atoms(family).indexOf(number(model, end.address(family))));
  }

  private static Bits one(Model model, Expr<BitVecSort> expression) {
    return Bits.of(number(model, expression).intValueExact());
  }

  private static BigInteger number(Model model, Expr<BitVecSort> expression) {
    return ((BitVecNum) model.eval(expression, true)).getBigInteger();
  }
}
