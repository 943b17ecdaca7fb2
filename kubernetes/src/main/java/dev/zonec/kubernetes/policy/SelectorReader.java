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
 * Reads a label selector with the checks of the API server (apimachinery, ValidateLabelSelector).
 * {@code matchLabels} and {@code matchExpressions} form one conjunction.
 */
public final class SelectorReader {
  private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

  private SelectorReader() {}

  /** Returns the selector. Problems are reported at {@code field}. */
  public static Selector read(LabelSelector selector, CheckedField field) {
    List<Requirement> requirements = new ArrayList<>();
    @Nullable Map<String, String> labels = selector.getMatchLabels();
    if (labels != null) {
      labels.forEach(
          (key, value) -> {
            CheckedField label = field.at("matchLabels", key);
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
        readExpression(expressions.get(i), field.at("matchExpressions", i))
            .ifPresent(requirements::add);
      }
    }
    return new Selector(requirements);
  }

  private static Optional<Requirement> readExpression(
      LabelSelectorRequirement expression, CheckedField field) {
    String key = Absent.orEmpty(expression.getKey());
    if (key.isEmpty()) {
      field.at("key").problem(Code.ZC0618, "an expression needs a `key`");
    } else if (!LabelSyntax.isKey(key)) {
      field.at("key").problem(Code.ZC0618, "`" + key + "` is not a valid label key");
    }
    SortedSet<String> values = new TreeSet<>(Absent.orEmpty(expression.getValues()));
    readValues(expression, field);
    return switch (Absent.orEmpty(expression.getOperator())) {
      case "In" -> {
        needValues("In", values, field);
        yield Optional.of(new Requirement.In(key, values));
      }
      case "NotIn" -> {
        needValues("NotIn", values, field);
        yield Optional.of(new Requirement.NotIn(key, values));
      }
      case "Exists" -> {
        forbidValues("Exists", values, field);
        yield Optional.of(new Requirement.Exists(key));
      }
      case "DoesNotExist" -> {
        forbidValues("DoesNotExist", values, field);
        yield Optional.of(new Requirement.DoesNotExist(key));
      }
      default -> {
        unknownOperator(Absent.orEmpty(expression.getOperator()), field.at("operator"));
        yield Optional.empty();
      }
    };
  }

  private static void readValues(LabelSelectorRequirement expression, CheckedField field) {
    List<String> values = Absent.orEmpty(expression.getValues());
    for (int i = 0; i < values.size(); i++) {
      checkValue(values.get(i), field.at("values", i));
    }
  }

  private static void checkValue(String value, CheckedField field) {
    if (!LabelSyntax.isValue(value)) {
      field.problem(Code.ZC0618, "`" + value + "` is not a valid label value");
    }
  }

  private static void needValues(String operator, SortedSet<String> values, CheckedField field) {
    if (values.isEmpty()) {
      field.at("values").problem(Code.ZC0618, "`" + operator + "` needs at least one value");
    }
  }

  private static void forbidValues(String operator, SortedSet<String> values, CheckedField field) {
    if (!values.isEmpty()) {
      field.at("values").problem(Code.ZC0618, "`" + operator + "` takes no values");
    }
  }

  private static void unknownOperator(String operator, CheckedField field) {
    if (operator.isEmpty()) {
      field.problem(Code.ZC0618, "an expression needs an `operator`");
      return;
    }
    String help =
        NearestName.to(operator, OPERATORS)
            .map(nearest -> "did you mean `" + nearest + "`?")
            .orElse("write one of " + String.join(", ", OPERATORS));
    field.problem(Code.ZC0618, "there is no operator `" + operator + "`", help);
  }
}
