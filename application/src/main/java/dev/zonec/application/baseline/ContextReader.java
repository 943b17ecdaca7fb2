package dev.zonec.application.baseline;

import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.verifier.accepted.AcceptedContext;
import dev.zonec.verifier.accepted.Restriction;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the contexts of a baseline file.
 *
 * @param values reads values, and reports problems
 */
record ContextReader(BaselineValues values) {
  /** Reads the value of {@code contexts}: a context for each variant. */
  Map<String, AcceptedContext> contexts(Tree tree) {
    Map<String, AcceptedContext> contexts = new LinkedHashMap<>();
    for (Tree item : values.items(tree, "`contexts` is a list")) {
      if (item instanceof Tree.Mapping mapping) {
        values.checkKeys(
            mapping, Set.of(Variants.KEY, EntryData.PARTIES, ContextData.RESTRICTIONS));
        AcceptedContext context = new AcceptedContext(parties(mapping), restrictions(mapping));
        values.variants(mapping).forEach(variant -> contexts.put(variant, context));
      } else {
        values.problem(item, "a context is a mapping");
      }
    }
    return contexts;
  }

  private SortedMap<String, String> parties(Tree.Mapping context) {
    SortedMap<String, String> parties = new TreeMap<>();
    Optional<Tree.Mapping> all = context.mapping(EntryData.PARTIES);
    if (all.isEmpty()) {
      values.problem(context, "`parties` is a mapping from names to hashes");
      return parties;
    }
    for (String name : all.get().fields().keySet()) {
      values.text(all.get(), name).ifPresent(hash -> parties.put(name, hash));
    }
    return parties;
  }

  private Set<Restriction> restrictions(Tree.Mapping context) {
    Set<Restriction> restrictions = new LinkedHashSet<>();
    Optional<Tree> all = context.value(ContextData.RESTRICTIONS);
    for (Tree item : values.items(all.orElse(context), "`restrictions` is a list")) {
      if (item instanceof Tree.Mapping mapping) {
        restriction(mapping).ifPresent(restrictions::add);
      } else {
        values.problem(item, "a restriction is a mapping");
      }
    }
    return restrictions;
  }

  private Optional<Restriction> restriction(Tree.Mapping mapping) {
    values.checkKeys(
        mapping,
        Set.of(ContextData.KIND, ContextData.DIRECTION, EntryData.NAMESPACE, ContextData.BY));
    Optional<Restriction.Kind> kind =
        values.word(
            mapping, ContextData.KIND, List.of(Restriction.Kind.values()), ContextData::word);
    Optional<Direction> direction =
        values.word(mapping, ContextData.DIRECTION, List.of(Direction.values()), Direction::word);
    Optional<String> by = values.text(mapping, ContextData.BY);
    Optional<String> namespace = values.optional(mapping, EntryData.NAMESPACE);
    return kind.isPresent() && direction.isPresent() && by.isPresent()
        ? Optional.of(new Restriction(kind.get(), direction.get(), namespace, by.get()))
        : Optional.empty();
  }
}
