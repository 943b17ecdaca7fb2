package dev.zonec.application.baseline;

import dev.zonec.verifier.accepted.AcceptedContext;
import dev.zonec.verifier.accepted.Restriction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes contexts as maps for YAML. {@link ContextReader} reads them. */
final class ContextData {
  static final String RESTRICTIONS = "restrictions";
  static final String DIRECTION = "direction";
  static final String BY = "by";
  static final String KIND = "kind";

  private ContextData() {}

  /** Returns the contexts. Variants that have the same context share it. */
  static List<Map<String, Object>> of(Map<String, AcceptedContext> contexts) {
    Variants<AcceptedContext> variants = new Variants<>();
    new TreeMap<>(contexts).forEach(variants::add);
    return variants.written(ContextData::of);
  }

  private static Map<String, Object> of(AcceptedContext context, List<String> variants) {
    Map<String, Object> out = new LinkedHashMap<>();
    Variants.put(out, variants);
    out.put(EntryData.PARTIES, context.parties());
    out.put(RESTRICTIONS, context.restrictions().stream().map(ContextData::of).toList());
    return out;
  }

  private static Map<String, Object> of(Restriction restriction) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(KIND, word(restriction.kind()));
    out.put(DIRECTION, restriction.direction().word());
    restriction.namespace().ifPresent(name -> out.put(EntryData.NAMESPACE, name));
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
