package dev.zonec.kubernetes.kustomize;

import dev.zonec.kubernetes.manifest.Tree;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses selectors of labels or annotations in the notation of a patch's target: {@code a=b,c in
 * (d, e),!f}.
 */
final class LabelExpression {
  private static final Pattern SET =
      Pattern.compile("\\s*([^\\s!=,()]+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*");
  private static final Pattern EQUALITY =
      Pattern.compile("\\s*([^\\s!=,()]+)\\s*(==|=|!=)\\s*([^\\s!=,()]*)\\s*");
  private static final Pattern PRESENCE = Pattern.compile("\\s*(!?)\\s*([^\\s!=,()]+)\\s*");

  private LabelExpression() {}

  /** Whether {@code labels} match; empty if {@code text} is not a selector. */
  static Optional<Boolean> matches(String text, Tree.Mapping labels) {
    if (text.isBlank()) {
      return Optional.of(true);
    }
    boolean all = true;
    for (String part : text.split(",(?![^(]*\\))", -1)) {
      Optional<Boolean> one = part(part, labels);
      if (one.isEmpty()) {
        return one;
      }
      all &= one.get();
    }
    return Optional.of(all);
  }

  private static Optional<Boolean> part(String part, Tree.Mapping labels) {
    Matcher set = SET.matcher(part);
    if (set.matches()) {
      boolean in =
          value(labels, set.group(1))
              .filter(
                  value ->
                      Arrays.stream(set.group(3).split(",")).anyMatch(v -> v.strip().equals(value)))
              .isPresent();
      return Optional.of(in == set.group(2).equals("in"));
    }
    Matcher equality = EQUALITY.matcher(part);
    if (equality.matches()) {
      boolean equal =
          value(labels, equality.group(1)).filter(equality.group(3)::equals).isPresent();
      return Optional.of(equal != equality.group(2).equals("!="));
    }
    Matcher presence = PRESENCE.matcher(part);
    return presence.matches()
        ? Optional.of(labels.fields().containsKey(presence.group(2)) == presence.group(1).isEmpty())
        : Optional.empty();
  }

  private static Optional<String> value(Tree.Mapping labels, String key) {
    return labels
        .value(key)
        .filter(Tree.Leaf.class::isInstance)
        .map(value -> ((Tree.Leaf) value).asText());
  }
}
