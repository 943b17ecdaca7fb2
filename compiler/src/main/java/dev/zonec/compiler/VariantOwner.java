package dev.zonec.compiler;

import dev.zonec.compiler.emit.Owner;
import dev.zonec.compiler.param.ParamDeclaration;
import dev.zonec.compiler.param.ParamDeclaration.Default;
import dev.zonec.compiler.param.ParamType;
import dev.zonec.compiler.param.ParamValue;
import dev.zonec.compiler.param.ProgramParams;
import dev.zonec.compiler.variant.Variant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Determines the owner of a variant's policies. Values of type {@code enum} and {@code string}
 * identify the policies of a variant, because they can be part of a namespace's name. Blocks and
 * ports do not, because they only change the content of policies.
 */
final class VariantOwner {
  private VariantOwner() {}

  static Owner of(String module, Variant variant, ProgramParams params) {
    SortedMap<String, String> other = new TreeMap<>();
    boolean any = false;
    for (ParamDeclaration param : params.all().values()) {
      if (variant.used().contains(param.name()) && tellsApart(param.type())) {
        any = true;
        Optional<String> value = value(param, variant, params);
        if (!value.equals(standard(param))) {
          value.ifPresent(text -> other.put(param.name(), text));
        }
      }
    }
    return any ? Owner.of(module, other) : Owner.of(module);
  }

  private static boolean tellsApart(ParamType type) {
    return switch (type) {
      case ParamType.Choice choice -> true;
      case ParamType.Text text -> true;
      case ParamType.Blocks blocks -> false;
      case ParamType.Port port -> false;
    };
  }

  /** Returns the value; empty if the parameter has none and the policies do not depend on it. */
  private static Optional<String> value(
      ParamDeclaration param, Variant variant, ProgramParams params) {
    String chosen = variant.choices().get(param.name());
    return chosen != null && !variant.standard()
        ? Optional.of(chosen)
        : params.value(param.name()).flatMap(VariantOwner::text);
  }

  private static Optional<String> standard(ParamDeclaration param) {
    return switch (param.standard()) {
      case Default.None() -> Optional.empty();
      case Default.Of(ParamValue value) -> text(value);
    };
  }

  private static Optional<String> text(ParamValue value) {
    return switch (value) {
      case ParamValue.Text(String text) -> Optional.of(text);
      case ParamValue.Blocks blocks -> Optional.empty();
    };
  }
}
