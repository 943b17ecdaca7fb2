package dev.zonec.verifier.proof;

import dev.zonec.model.endpoint.Namespace;
import dev.zonec.verifier.quotient.LabelKey;
import dev.zonec.verifier.quotient.NamedNamespace;
import dev.zonec.verifier.quotient.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lists all values of the unknown labels of named namespaces, one vocabulary for each. */
final class NamespaceWorlds {
  private static final int MOST = 1024;

  private NamespaceWorlds() {}

  /** Returns these vocabularies; empty if there are more than {@value #MOST}. */
  static Optional<List<Vocabulary>> of(Vocabulary vocabulary) {
    List<List<NamedNamespace>> worlds = List.of(List.of());
    for (NamedNamespace known : vocabulary.namespaces()) {
      List<NamedNamespace> choices =
          known.labelsKnown() ? List.of(known) : choices(known, vocabulary.namespaceKeys());
      if ((long) worlds.size() * choices.size() > MOST) {
        return Optional.empty();
      }
      List<List<NamedNamespace>> more = new ArrayList<>();
      for (List<NamedNamespace> world : worlds) {
        for (NamedNamespace choice : choices) {
          List<NamedNamespace> longer = new ArrayList<>(world);
          longer.add(choice);
          more.add(longer);
        }
      }
      worlds = more;
    }
    return Optional.of(
        worlds.stream()
            .map(
                namespaces ->
                    new Vocabulary(
                        namespaces,
                        vocabulary.otherNamespaces(),
                        vocabulary.namespaceKeys(),
                        vocabulary.podKeys(),
                        vocabulary.v4(),
                        vocabulary.v6(),
                        vocabulary.cluster()))
            .toList());
  }

  private static List<NamedNamespace> choices(NamedNamespace known, List<LabelKey> keys) {
    List<Map<String, String>> labelings = new ArrayList<>();
    labelings.add(new TreeMap<>(known.namespace().labels()));
    for (LabelKey key : keys) {
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> labeling : labelings) {
        more.add(labeling);
        for (int value = 1; value < key.size(); value++) {
          Map<String, String> labelled = new TreeMap<>(labeling);
          labelled.put(key.key(), key.text(value));
          more.add(labelled);
        }
      }
      labelings = more;
      if (labelings.size() > MOST) {
        break;
      }
    }
    return labelings.stream()
        .map(
            labels ->
                new NamedNamespace(Namespace.declared(known.namespace().name(), labels), true))
        .toList();
  }
}
