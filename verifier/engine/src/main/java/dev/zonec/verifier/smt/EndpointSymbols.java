package dev.zonec.verifier.smt;

import com.microsoft.z3.BitVecSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Expr;
import dev.zonec.model.net.Family;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * One end of the symbolic connection.
 *
 * @param isPod whether it is a pod rather than an address outside
 * @param namespace the number of its namespace
 * @param namespaceLabels for each key of namespaces, the number of its value
 * @param podLabels for each key of pods, the number of its value
 * @param v4 its IPv4 address
 * @param v6 its IPv6 address
 */
record EndpointSymbols(
    BoolExpr isPod,
    Expr<BitVecSort> namespace,
    List<Expr<BitVecSort>> namespaceLabels,
    List<Expr<BitVecSort>> podLabels,
    Expr<BitVecSort> v4,
    Expr<BitVecSort> v6) {
  static EndpointSymbols named(String prefix, Vocabulary vocabulary, Terms terms) {
    return new EndpointSymbols(
        terms.z3().mkBoolConst(prefix + ".pod"),
        terms.variable(
            prefix + ".namespace", Terms.widthFor(Math.max(1, vocabulary.namespaceCount()))),
        labels(prefix + ".namespace-label.", vocabulary.namespaceKeys(), terms),
        labels(prefix + ".label.", vocabulary.podKeys(), terms),
        terms.variable(prefix + ".ipv4", Family.IPV4.bits()),
        terms.variable(prefix + ".ipv6", Family.IPV6.bits()));
  }

  private static List<Expr<BitVecSort>> labels(String prefix, List<LabelKey> keys, Terms terms) {
    List<Expr<BitVecSort>> out = new ArrayList<>();
    for (LabelKey key : keys) {
      out.add(terms.variable(prefix + key.key(), Terms.widthFor(key.size())));
    }
    return out;
  }

  Expr<BitVecSort> address(Family family) {
    return family == Family.IPV4 ? v4 : v6;
  }
}
