package dev.zonec.verifier.quotient;

import dev.zonec.kubernetes.rules.Ends;
import dev.zonec.kubernetes.rules.NamespaceSet;
import dev.zonec.kubernetes.rules.PolicySet;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.IpBlock;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

/**
 * Decides whether a vocabulary tells apart everything that some policies can tell apart. Claims
 * about these policies can then be encoded with the vocabulary, even if it was built for others.
 *
 * @param vocabulary the vocabulary
 */
public record VocabularyCover(Vocabulary vocabulary) {
  /** Returns whether every selector, namespace and address block of {@code rules} is covered. */
  public boolean covers(PolicySet rules) {
    return rules.ends().stream().allMatch(this::covers);
  }

  private boolean covers(Ends ends) {
    return switch (ends) {
      case Ends.Pods(NamespaceSet in, Selector pods, var site) ->
          areIn(vocabulary.podKeys(), pods) && covers(in);
      case Ends.Addresses addresses -> addresses.blocks().stream().allMatch(this::covers);
      // Addresses of nodes are atoms only if the vocabulary was built for a rule about nodes.
      case Ends.Nodes nodes -> false;
      case Ends.OwnNode own -> true;
      case Ends.Anyone anyone -> true;
      case Ends.DomainNames names -> true;
    };
  }

  private boolean covers(NamespaceSet namespaces) {
    return switch (namespaces) {
      case NamespaceSet.Named(String name) -> isNamed(name);
      case NamespaceSet.Matching(Selector labels) ->
          labels.requirements().stream()
              .allMatch(
                  requirement ->
                      requirement.key().equals(Namespace.NAME_LABEL)
                          ? requirement.values().stream().allMatch(this::isNamed)
                          : isIn(vocabulary.namespaceKeys(), requirement));
    };
  }

  private boolean isNamed(String namespace) {
    return vocabulary.isNamed(vocabulary.namespaceIndex(namespace));
  }

  private static boolean areIn(List<LabelKey> keys, Selector selector) {
    return selector.requirements().stream().allMatch(requirement -> isIn(keys, requirement));
  }

  private static boolean isIn(List<LabelKey> keys, Requirement requirement) {
    int index = LabelKey.indexOf(keys, requirement.key());
    return index >= 0
        && requirement.values().stream()
            .allMatch(value -> Collections.binarySearch(keys.get(index).mentioned(), value) >= 0);
  }

  private boolean covers(IpBlock block) {
    AddressSet addresses = AddressSet.of(block.cidr().family(), List.of(block));
    AddressAtoms atoms = vocabulary.atoms(addresses.family());
    return addresses.ranges().stream()
        .allMatch(
            range ->
                isStart(atoms, range.first())
                    && (range.last().equals(addresses.family().last())
                        || isStart(atoms, range.last().add(BigInteger.ONE))));
  }

  private static boolean isStart(AddressAtoms atoms, BigInteger address) {
    return Collections.binarySearch(atoms.starts(), address) >= 0;
  }
}
