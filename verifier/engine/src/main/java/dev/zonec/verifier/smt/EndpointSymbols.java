package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.SettableLabels;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * The Z3 variables of one end of the connection. The values of labels and namespaces are their
 * numbers in the vocabulary.
 *
 * @param isPod true if the end is a pod, false if it is an address outside the cluster
 * @param namespace the namespace of a pod
 * @param namespaceLabels the value of each key in {@link Vocabulary#namespaceKeys}
 * @param podLabels the value of each key in {@link Vocabulary#podKeys}
 * @param v4 the IPv4 address
 * @param v6 the IPv6 address
 */
record EndpointSymbols(
    BoolExpr isPod,
    Expr<BitVecSort> namespace,
    List<Expr<BitVecSort>> namespaceLabels,
    List<Expr<BitVecSort>> podLabels,
    Expr<BitVecSort> v4,
    Expr<BitVecSort> v6) {
  /** Returns new variables, whose names begin with {@code prefix}. */
  static EndpointSymbols named(String prefix, Vocabulary vocabulary, Expressions expressions) {
    return new EndpointSymbols(
        expressions.z3().mkBoolConst(prefix + ".pod"),
        expressions.variable(
            prefix + ".namespace", Expressions.widthFor(Math.max(1, vocabulary.namespaceCount()))),
        labels(prefix + ".namespace-label.", vocabulary.namespaceKeys(), expressions),
        labels(prefix + ".label.", vocabulary.podKeys(), expressions),
        expressions.variable(prefix + ".ipv4", Family.IPV4.bits()),
        expressions.variable(prefix + ".ipv6", Family.IPV6.bits()));
  }

  private static List<Expr<BitVecSort>> labels(
      String prefix, List<LabelKey> keys, Expressions expressions) {
    List<Expr<BitVecSort>> out = new ArrayList<>();
    for (LabelKey key : keys) {
      out.add(expressions.variable(prefix + key.key(), Expressions.widthFor(key.size())));
    }
    return out;
  }

  /**
   * Returns the same end with a new variable for each label that can be set, whose name begins with
   * {@code prefix}.
   */
  EndpointSymbols wearing(
      String prefix, Vocabulary vocabulary, SettableLabels settable, Expressions expressions) {
    List<Expr<BitVecSort>> worn = new ArrayList<>(podLabels);
    for (int key = 0; key < worn.size(); key++) {
      LabelKey label = vocabulary.podKeys().get(key);
      if (settable.contains(label)) {
        worn.set(
            key,
            expressions.variable(
                prefix + ".label." + label.key(), Expressions.widthFor(label.size())));
      }
    }
    return new EndpointSymbols(isPod, namespace, namespaceLabels, List.copyOf(worn), v4, v6);
  }

  /** Returns the address in {@code family}. */
  Expr<BitVecSort> address(Family family) {
    return family == Family.IPV4 ? v4 : v6;
  }
}
