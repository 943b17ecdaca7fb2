package dev.zonec.kubernetes.policy.cluster;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.kubernetes.policy.Absent;
import dev.zonec.kubernetes.policy.CheckedField;
import dev.zonec.kubernetes.policy.SelectorReader;
import dev.zonec.model.label.Selector;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads parts of cluster-scoped policies that their schemas do not check. A server accepts such a
 * policy, and its effect depends on the network plugin. Verdicts cannot rely on it.
 */
final class UncheckedBySchema {
  private UncheckedBySchema() {}

  /** Applies {@code reading} to {@code field}. Its problems are ones that no server reports. */
  static <T> T of(CheckedField field, Function<CheckedField, T> reading) {
    List<Diagnostic> found = new ArrayList<>();
    T read = reading.apply(new CheckedField(field.document(), field.path(), found));
    found.forEach(each -> field.problems().add(open(each)));
    return read;
  }

  /** Reports at {@code field} that the meaning is unclear. */
  static void note(CheckedField field, String message) {
    of(
        field,
        s -> {
          s.problem(Code.ZC0659, message);
          return s;
        });
  }

  private static Diagnostic open(Diagnostic problem) {
    return new Diagnostic(
            problem.severity(),
            Code.ZC0659,
            problem.message(),
            problem.place(),
            problem.label(),
            problem.notes())
        .note("API servers accept the policy; its effect depends on the network plugin");
  }

  /** Reads a selector. A schema requires only the key and the operator of an expression. */
  static Selector selector(LabelSelector selector, CheckedField field) {
    List<LabelSelectorRequirement> expressions = Absent.orEmpty(selector.getMatchExpressions());
    boolean complete = true;
    for (int i = 0; i < expressions.size(); i++) {
      CheckedField expression = field.at("matchExpressions", i);
      if (isAbsent(expressions.get(i).getKey())) {
        expression.problem(Code.ZC0618, "an expression needs a `key`");
        complete = false;
      }
      if (isAbsent(expressions.get(i).getOperator())) {
        expression.problem(Code.ZC0618, "an expression needs an `operator`");
        complete = false;
      }
    }
    return complete ? of(field, s -> SelectorReader.read(selector, s)) : Selector.EVERYTHING;
  }

  private static boolean isAbsent(@Nullable String value) {
    return value == null;
  }
}
