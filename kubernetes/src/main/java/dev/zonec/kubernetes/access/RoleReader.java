package dev.zonec.kubernetes.access;

import static dev.zonec.kubernetes.access.ObjectFields.map;
import static dev.zonec.kubernetes.access.ObjectFields.maps;
import static dev.zonec.kubernetes.access.ObjectFields.text;
import static dev.zonec.kubernetes.access.ObjectFields.texts;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads a Role or a ClusterRole. */
final class RoleReader {
  private final ObjectFields object;
  private final List<Diagnostic> problems = new ArrayList<>();

  RoleReader(ObjectFields object) {
    this.object = object;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  Role read(Role.Id id) {
    List<AccessRule> rules = new ArrayList<>();
    List<? extends Map<?, ?>> written = maps(object.values(), "rules");
    for (int i = 0; i < written.size(); i++) {
      Map<?, ?> rule = written.get(i);
      Span span = object.span("rules", i);
      AccessRule read =
          new AccessRule(
              texts(rule, "apiGroups"),
              texts(rule, "resources"),
              texts(rule, "verbs"),
              texts(rule, "resourceNames"),
              texts(rule, "nonResourceURLs"),
              span);
      check(read, id);
      rules.add(read);
    }
    return new Role(id, object.labels(), rules, aggregated(id), object.span());
  }

  private void check(AccessRule rule, Role.Id id) {
    if (rule.verbs().isEmpty()) {
      problem(rule.span(), "a rule needs at least one verb");
    }
    if (rule.paths().isEmpty()) {
      if (rule.groups().isEmpty()) {
        problem(rule.span(), "a rule about resources needs `apiGroups`; \"\" is the core group");
      }
      if (rule.resources().isEmpty()) {
        problem(rule.span(), "a rule needs `resources` or `nonResourceURLs`");
      }
      return;
    }
    if (!id.clusterScoped()) {
      problem(rule.span(), "a Role has no rules about paths; only a ClusterRole can have them");
    }
    if (!rule.groups().isEmpty() || !rule.resources().isEmpty() || !rule.names().isEmpty()) {
      problem(rule.span(), "a rule is about resources or about `nonResourceURLs`, not both");
    }
  }

  private List<Selector> aggregated(Role.Id id) {
    if (!id.clusterScoped() || !object.values().containsKey("aggregationRule")) {
      return List.of();
    }
    List<? extends Map<?, ?>> written =
        maps(map(object.values(), "aggregationRule"), "clusterRoleSelectors");
    if (written.isEmpty()) {
      problem(
          object.span("aggregationRule"), "an aggregation needs at least one selector of roles");
    }
    List<Selector> selectors = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      selectors.add(
          selector(written.get(i), object.span("aggregationRule", "clusterRoleSelectors", i)));
    }
    return selectors;
  }

  private Selector selector(Map<?, ?> written, Span span) {
    List<Requirement> requirements = new ArrayList<>();
    map(written, "matchLabels")
        .forEach(
            (key, value) ->
                requirements.add(
                    new Requirement.In(
                        checkedKey(String.valueOf(key), span),
                        new TreeSet<>(List.of(checkedValue(String.valueOf(value), span))))));
    for (Map<?, ?> expression : maps(written, "matchExpressions")) {
      requirement(expression, span).ifPresent(requirements::add);
    }
    return new Selector(requirements);
  }

  private Optional<Requirement> requirement(Map<?, ?> expression, Span span) {
    String key = checkedKey(text(expression, "key"), span);
    SortedSet<String> values = new TreeSet<>(texts(expression, "values"));
    values.forEach(value -> checkedValue(value, span));
    String operator = text(expression, "operator");
    boolean needsValues = operator.equals("In") || operator.equals("NotIn");
    if (needsValues == values.isEmpty()) {
      problem(
          span,
          "`" + operator + "` " + (needsValues ? "needs at least one value" : "takes no values"));
    }
    return switch (operator) {
      case "In" -> Optional.of(new Requirement.In(key, values));
      case "NotIn" -> Optional.of(new Requirement.NotIn(key, values));
      case "Exists" -> Optional.of(new Requirement.Exists(key));
      case "DoesNotExist" -> Optional.of(new Requirement.DoesNotExist(key));
      default -> {
        problem(span, "there is no operator `" + operator + "`");
        yield Optional.empty();
      }
    };
  }

  private String checkedKey(String key, Span span) {
    if (!LabelSyntax.isKey(key)) {
      problem(span, "`" + key + "` is not a valid label key");
    }
    return key;
  }

  private String checkedValue(String value, Span span) {
    if (!LabelSyntax.isValue(value)) {
      problem(span, "`" + value + "` is not a valid label value");
    }
    return value;
  }

  private void problem(Span span, String message) {
    problems.add(Diagnostic.error(Code.ZC1101, span, message));
  }
}
