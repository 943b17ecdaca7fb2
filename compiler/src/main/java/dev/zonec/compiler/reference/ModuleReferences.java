package dev.zonec.compiler.reference;

import dev.zonec.compiler.source.Source;
import dev.zonec.grammar.parser.PartialSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of a module.
 *
 * @param sources the sources, each with what can be read of it
 * @param parties its zones and externals by name
 * @param services its services by name
 * @param assertions its assertions by name
 * @param params its parameters by name
 * @param tiers its tiers by name
 * @param aliases its imports by alias
 * @param imported the names of the imported modules by alias; an import that cannot be read is
 *     missing
 * @param occurrences the places that name something known
 */
public record ModuleReferences(
    Map<Source, PartialSource> sources,
    Map<String, Declaration> parties,
    Map<String, Declaration> services,
    Map<String, Declaration> assertions,
    Map<String, Declaration> params,
    Map<String, Declaration> tiers,
    Map<String, Declaration> aliases,
    Map<String, ModuleReferences> imported,
    List<Occurrence> occurrences) {
  /** Copies the collections. */
  public ModuleReferences {
    sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    parties = Collections.unmodifiableMap(new LinkedHashMap<>(parties));
    services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
    assertions = Collections.unmodifiableMap(new LinkedHashMap<>(assertions));
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    tiers = Collections.unmodifiableMap(new LinkedHashMap<>(tiers));
    aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
    imported = Collections.unmodifiableMap(new LinkedHashMap<>(imported));
    occurrences = List.copyOf(occurrences);
  }

  /** Returns all declarations, those of one kind after the other. */
  public List<Declaration> declarations() {
    return List.of(params, aliases, parties, services, assertions, tiers).stream()
        .map(Map::values)
        .flatMap(Collection::stream)
        .toList();
  }

  /** Returns the source with the text of {@code file}. */
  public Optional<Map.Entry<Source, PartialSource>> source(java.nio.file.Path file) {
    return sources.entrySet().stream()
        .filter(
            entry ->
                entry.getKey().location() instanceof Source.Location.OnDisk(var path)
                    && path.equals(file))
        .findFirst();
  }
}
