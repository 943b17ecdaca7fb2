package dev.zonec.kubernetes.policy;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.model.label.LabelSyntax;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A label selector, checked as the API server does (apimachinery, ValidateLabelSelector): {@code
 * matchLabels} and {@code matchExpressions} are one conjunction.
 */
public final class SelectorReader {
  private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

  private SelectorReader() {}

  /** The selector; what is wrong with it goes to {@code site}. */
  public static Selector read(LabelSelector selector, Site site) {
    List<Requirement> requirements = new ArrayList<>();
    @Nullable Map<String, String> labels = selector.getMatchLabels();
    if (labels != null) {
      labels.forEach(
          (key, value) -> {
            Site label = site.at("matchLabels", key);
            if (!LabelSyntax.isKey(key)) {
              label.problemAtKey(Code.ZC0618, "`" + key + "` is not a valid label key");
            }
            checkValue(value, label);
            requirements.add(new Requirement.In(key, new TreeSet<>(List.of(value))));
          });
    }
    @Nullable List<LabelSelectorRequirement> expressions = selector.getMatchExpressions();
    if (expressions != null) {
      for (int i = 0; i < expressions.size(); i++) {
        readExpression(expressions.get(i), site.at("matchExpressions", i))
            .ifPresent(requirements::add);
      }
    }
    return new Selector(requirements);
  }

  private static Optional<Requirement> readExpression(
      LabelSelectorRequirement expression, Site site) {
    String key = Absent.orEmpty(expression.getKey());
    if (key.isEmpty()) {
      site.at("key").problem(Code.ZC0618, "an expression needs a `key`");
    } else if (!LabelSyntax.isKey(key)) {
      site.at("key").problem(Code.ZC0618, "`" + key + "` is not a valid label key");
    }
    SortedSet<String> values = new TreeSet<>(Absent.orEmpty(expression.getValues()));
    readValues(expression, site);
    return switch (Absent.orEmpty(expression.getOperator())) {
      case "In" -> {
        needValues("In", values, site);
        yield Optional.of(new Requirement.In(key, values));
      }
      case "NotIn" -> {
        needValues("NotIn", values, site);
        yield Optional.of(new Requirement.NotIn(key, values));
      }
      case "Exists" -> {
        forbidValues("Exists", values, site);
        yield Optional.of(new Requirement.Exists(key));
      }
      case "DoesNotExist" -> {
        forbidValues("DoesNotExist", values, site);
        yield Optional.of(new Requirement.DoesNotExist(key));
      }
      default -> {
        unknownOperator(Absent.orEmpty(expression.getOperator()), site.at("operator"));
        yield Optional.empty();
      }
    };
  }

  private static void readValues(LabelSelectorRequirement expression, Site site) {
    List<String> values = Absent.orEmpty(expression.getValues());
    for (int i = 0; i < values.size(); i++) {
      checkValue(values.get(i), site.at("values", i));
    }
  }

  private static void checkValue(String value, Site site) {
    if (!LabelSyntax.isValue(value)) {
      site.problem(Code.ZC0618, "`" + value + "` is not a valid label value");
    }
  }

  private static void needValues(String operator, SortedSet<String> values, Site site) {
    if (values.isEmpty()) {
      site.at("values").problem(Code.ZC0618, "`" + operator + "` needs at least one value");
    }
  }

  private static void forbidValues(String operator, SortedSet<String> values, Site site) {
    if (!values.isEmpty()) {
      site.at("values").problem(Code.ZC0618, "`" + operator + "` takes no values");
    }
  }

  private static void unknownOperator(String operator, Site site) {
    if (operator.isEmpty()) {
      site.problem(Code.ZC0618, "an expression needs an `operator`");
      return;
    }
    String help =
        NearestName.to(operator, OPERATORS)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("write one of " + String.join(", ", OPERATORS));
    site.problem(Code.ZC0618, "there is no operator `" + operator + "`", help);
  }
}
