package dev.zonec.compiler.reference;

import dev.zonec.compiler.reference.Declaration.Kind;
import dev.zonec.compiler.resolve.Prelude;
import dev.zonec.grammar.parser.ZoneParsing;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names of the prelude.
 *
 * @param parties the zones and externals by name
 * @param services the services by name
 */
public record BuiltIns(Map<String, Declaration> parties, Map<String, Declaration> services) {
  /** Copies the maps. */
  public BuiltIns {
    parties = Collections.unmodifiableMap(new TreeMap<>(parties));
    services = Collections.unmodifiableMap(new TreeMap<>(services));
  }

  /** Reads the prelude. */
  static BuiltIns read() {
    Map<String, Declaration> parties = new TreeMap<>();
    Map<String, Declaration> services = new TreeMap<>();
    for (Statement statement : ZoneParsing.partial(Prelude.source()).file().statements()) {
      switch (statement) {
        case Statement.External s -> add(parties, Kind.EXTERNAL, s.name(), s);
        case Statement.Zone s -> add(parties, Kind.ZONE, s.name(), s);
        case Statement.Service s -> add(services, Kind.SERVICE, s.name(), s);
        default -> {}
      }
    }
    return new BuiltIns(parties, services);
  }

  private static void add(
      Map<String, Declaration> names, Kind kind, Word name, Statement statement) {
    names.put(name.text(), new Declaration(kind, name.text(), name.span(), statement, true));
  }
}
