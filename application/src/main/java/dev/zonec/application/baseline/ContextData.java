package dev.zonec.application.baseline;

import dev.zonec.verifier.accepted.AcceptedContext;
import dev.zonec.verifier.accepted.Restriction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes contexts as maps for YAML. {@link ContextReader} reads them. */
final class ContextData {
  static final String PARTIES = "parties";
  static final String RESTRICTIONS = "restrictions";
  static final String DIRECTION = "direction";
  static final String NAMESPACE = "namespace";
  static final String BY = "by";
  static final String KIND = "kind";

  private ContextData() {}

  /** Returns the contexts. Variants that have the same context share it. */
  static List<Map<String, Object>> of(Map<String, AcceptedContext> contexts) {
    Map<AcceptedContext, List<String>> variants = new LinkedHashMap<>();
    new TreeMap<>(contexts)
        .forEach(
            (variant, context) ->
                variants.computeIfAbsent(context, c -> new ArrayList<>()).add(variant));
    List<Map<String, Object>> out = new ArrayList<>();
    variants.forEach((context, all) -> out.add(of(context, all)));
    return out;
  }

  private static Map<String, Object> of(AcceptedContext context, List<String> variants) {
    Map<String, Object> out = new LinkedHashMap<>();
    if (!variants.equals(List.of(""))) {
      out.put(EntryData.VARIANTS, variants);
    }
    out.put(PARTIES, context.parties());
    out.put(RESTRICTIONS, context.restrictions().stream().map(ContextData::of).toList());
    return out;
  }

  private static Map<String, Object> of(Restriction restriction) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(KIND, word(restriction.kind()));
    out.put(DIRECTION, restriction.direction().word());
    restriction.namespace().ifPresent(name -> out.put(NAMESPACE, name));
    out.put(BY, restriction.by());
    return out;
  }

  static String word(Restriction.Kind kind) {
    return switch (kind) {
      case ISOLATES -> "isolates";
      case DENIES -> "denies";
      case PASSES -> "passes";
    };
  }
}
