package dev.zonec.tests.apiserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text that is one policy.
 *
 * @param kind what it is
 * @param namespace the namespace that it names; "default" if none
 * @param text it, in YAML
 * @param origin the file that it comes from
 */
record PolicyText(ServedPolicy kind, String namespace, String text, String origin) {
  private static final Pattern KIND = Pattern.compile("(?m)^kind: *(\\w*NetworkPolicy)\\s*$");
  private static final Pattern VERSION = Pattern.compile("(?m)^apiVersion: *(\\S+)\\s*$");

  /** The same kind of policy with another text. */
  PolicyText with(String other) {
    String in = PolicyTree.parse(other).map(PolicyTree::namespace).orElse(namespace);
    return new PolicyText(kind, in, other, origin);
  }

  /** The policies in the YAML and JSON files below {@code folder}, each text once. */
  static List<PolicyText> below(Path folder) throws IOException {
    Map<String, PolicyText> texts = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      for (PolicyText each : in(Files.readString(file), file.toString())) {
        texts.putIfAbsent(each.text(), each);
      }
    }
    return List.copyOf(texts.values());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().matches(".*\\.(ya?ml|json)")).sorted().toList();
    }
  }

  private static List<String> documents(String content) {
    return List.of(content.split(PolicyTree.BETWEEN, -1));
  }

  /** What below {@code folder} is called a policy and not sent, by the reason, with counts. */
  static Map<String, Integer> leftOut(Path folder) throws IOException {
    Map<String, Integer> reasons = new TreeMap<>();
    for (Path file : files(folder)) {
      for (String document : documents(Files.readString(file))) {
        Optional<PolicyTree> tree = PolicyTree.parse(document);
        if (tree.isEmpty() && KIND.matcher(document).find() && unparsed(document, "").isEmpty()) {
          reasons.merge("no YAML: " + file, 1, Integer::sum);
        }
        for (PolicyTree each : tree.map(PolicyTree::parts).orElse(List.of())) {
          if (of(each, "", "").isEmpty()) {
            String kind = each.word("apiVersion") + " " + each.word("kind");
            reasons.merge("not served: " + kind, 1, Integer::sum);
          }
        }
      }
    }
    return reasons;
  }

  /** The policies in a file: its documents, and what they hold at any depth. */
  static List<PolicyText> in(String content, String origin) {
    List<PolicyText> texts = new ArrayList<>();
    for (String document : documents(content)) {
      Optional<PolicyTree> tree = PolicyTree.parse(document);
      if (tree.isEmpty()) {
        unparsed(document, origin).ifPresent(texts::add);
        continue;
      }
      if (of(tree.get(), document, origin).map(texts::add).isEmpty()) {
        for (PolicyTree part : tree.get().parts()) {
          of(part, part.text(), origin).ifPresent(texts::add);
        }
      }
    }
    return texts;
  }

  /** What no parser takes, a field that is there twice for example, is sent as it is. */
  private static Optional<PolicyText> unparsed(String document, String origin) {
    Matcher kind = KIND.matcher(document);
    Matcher version = VERSION.matcher(document);
    return kind.find() && version.find()
        ? ServedPolicy.of(version.group(1), kind.group(1))
            .map(served -> new PolicyText(served, "default", document, origin))
        : Optional.empty();
  }

  private static Optional<PolicyText> of(PolicyTree tree, String text, String origin) {
    return ServedPolicy.of(tree.word("apiVersion"), tree.word("kind"))
        .map(kind -> new PolicyText(kind, tree.namespace(), text, origin));
  }
}
