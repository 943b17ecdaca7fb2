package dev.zonec.tests.apiserver;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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
 * The text of one policy.
 *
 * @param kind the kind of the policy
 * @param namespace the namespace that the text names, or {@code default}
 * @param text the text in YAML
 * @param origin the file that contains it
 */
record PolicyText(ServedPolicy kind, String namespace, String text, String origin) {
  private static final Pattern KIND = Pattern.compile("(?m)^kind: *(\\w*NetworkPolicy)\\s*$");
  private static final Pattern VERSION = Pattern.compile("(?m)^apiVersion: *(\\S+)\\s*$");

  /** Returns another text for the same kind of policy. */
  PolicyText with(String other) {
    String in = PolicyTree.parse(other).map(PolicyTree::namespace).orElse(namespace);
    return new PolicyText(kind, in, other, origin);
  }

  /** Returns the policies in the YAML and JSON files below {@code folder}, without duplicates. */
  static List<PolicyText> below(Path folder) throws IOException {
    Map<String, PolicyText> texts = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      for (PolicyText element : in(read(file), file.toString())) {
        texts.putIfAbsent(element.text(), element);
      }
    }
    return List.copyOf(texts.values());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().matches(".*\\.(ya?ml|json)")).sorted().toList();
    }
  }

  /** Returns the text of {@code file}; empty if it is not UTF-8, as in cases about such files. */
  private static String read(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      return "";
    }
  }

  private static List<String> documents(String content) {
    return List.of(content.split(PolicyTree.BETWEEN, -1));
  }

  /** Counts the policies below {@code folder} that are not sent to the server, by reason. */
  static Map<String, Integer> leftOut(Path folder) throws IOException {
    Map<String, Integer> reasons = new TreeMap<>();
    for (Path file : files(folder)) {
      for (String document : documents(read(file))) {
        Optional<PolicyTree> tree = PolicyTree.parse(document);
        if (tree.isEmpty() && KIND.matcher(document).find() && unparsed(document, "").isEmpty()) {
          reasons.merge("no YAML: " + file, 1, Integer::sum);
        }
        for (PolicyTree element : tree.map(PolicyTree::parts).orElse(List.of())) {
          if (of(element, "", "").isEmpty()) {
            String kind = element.word("apiVersion") + " " + element.word("kind");
            reasons.merge("not served: " + kind, 1, Integer::sum);
          }
        }
      }
    }
    return reasons;
  }

  /** Returns the policies in a file: its documents, and objects inside them at any depth. */
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

  /**
   * Returns a policy in a document that cannot be parsed, for example because of a duplicate field.
   * It is sent as it is.
   */
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
