package dev.zonec.compiler.resolve;

import dev.zonec.compiler.familiar.FamiliarAddresses;
import dev.zonec.compiler.familiar.FamiliarEnds;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.NearestName;
import dev.zonec.grammar.tree.Word;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.PortClause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Resolves qualified names such as {@code base.web}: names of a module with the alias of its
 * import.
 */
final class ImportedNames {
  private static final Pattern ADDRESSES = Pattern.compile("\\d+(\\.\\d+){3}/\\d+");

  private final String module;
  private final SortedMap<String, ModuleNames> byAlias;
  private final SortedMap<String, PartyDeclaration> parties = new TreeMap<>();
  private final SortedMap<String, PartyDeclaration> used = new TreeMap<>();
  private final Problems problems;

  /**
   * @param module the name of the importing module
   * @param byAlias the imported names by alias
   */
  ImportedNames(String module, SortedMap<String, ModuleNames> byAlias, Problems problems) {
    this.module = module;
    this.byAlias = Collections.unmodifiableSortedMap(new TreeMap<>(byAlias));
    this.problems = problems;
    byAlias.forEach((alias, names) -> parties.putAll(names.partiesAs(alias)));
  }

  /** Whether {@code name} is qualified. */
  static boolean isQualified(Word name) {
    return name.text().indexOf('.') > 0;
  }

  /** Returns the zone or external called {@code name}, and reports an unknown name. */
  Optional<PartyDeclaration> party(Word name) {
    Optional<PartyDeclaration> party = checked(name);
    party.ifPresent(known -> used.put(name.text(), known));
    return party;
  }

  /** Does the same without recording that the party is used. */
  Optional<PartyDeclaration> checked(Word name) {
    Optional<PartyDeclaration> party = find(name);
    if (party.isEmpty()) {
      moduleOf(name)
          .ifPresent(
              names ->
                  problems.add(unknown(name, PartyNames.KIND, names, names.parties().keySet())));
    }
    return party;
  }

  /** Does the same without reporting. */
  Optional<PartyDeclaration> find(Word name) {
    return Optional.ofNullable(parties.get(name.text()));
  }

  /** Returns the qualified name of the imported zone or external called {@code name}. */
  Optional<String> nameOf(String name) {
    return byAlias.entrySet().stream()
        .filter(entry -> entry.getValue().parties().containsKey(name))
        .map(entry -> entry.getKey() + "." + name)
        .findFirst();
  }

  /** Returns the ports of the service {@code name}; empty, and reported, if it is unknown. */
  Collection<PortClause> service(Word name) {
    return moduleOf(name)
        .flatMap(
            names -> {
              Set<PortClause> clauses = names.services().get(rest(name));
              if (clauses == null) {
                problems.add(
                    unknown(name, ServiceResolution.KIND, names, names.services().keySet()));
              }
              return Optional.ofNullable(clauses);
            })
        .orElse(Set.of());
  }

  /** Returns the parties that flows and assertions name, by name. */
  List<PartyDeclaration> used() {
    return List.copyOf(used.values());
  }

  /** Returns the parties that nothing names, by name. */
  List<PartyDeclaration> unused() {
    List<PartyDeclaration> rest = new ArrayList<>();
    for (Map.Entry<String, PartyDeclaration> entry : parties.entrySet()) {
      if (!used.containsKey(entry.getKey())) {
        rest.add(entry.getValue());
      }
    }
    return rest;
  }

  /** Returns every imported service by its qualified name. */
  SortedMap<String, Set<PortClause>> services() {
    SortedMap<String, Set<PortClause>> all = new TreeMap<>();
    byAlias.forEach(
        (alias, names) ->
            names.services().forEach((name, clauses) -> all.put(alias + "." + name, clauses)));
    return all;
  }

  private Optional<ModuleNames> moduleOf(Word name) {
    String alias = name.text().substring(0, name.text().indexOf('.'));
    ModuleNames names = byAlias.get(alias);
    if (names == null) {
      problems.add(unknownAlias(name, alias));
    }
    return Optional.ofNullable(names);
  }

  private Diagnostic unknownAlias(Word name, String alias) {
    if (FamiliarAddresses.isHostName(name.text())) {
      return AddressResolution.hostName(name.text(), name.span());
    }
    boolean block = ADDRESSES.matcher(name.text()).matches();
    if (block || IpAddress.parse(name.text()).isPresent()) {
      Diagnostic address =
          Diagnostic.error(
              Code.ZC0203, name.span(), "an end is a name, not an address: `" + name + "`");
      return name.text().equals("0.0.0.0/0")
          ? address.help(
              "write `internet` for public addresses, or `any` for every pod and address")
          : address.help(
              "declare the addresses: `external NAME { cidr "
                  + name
                  + (block ? "" : "/32")
                  + " }`");
    }
    Diagnostic problem =
        Diagnostic.error(
                Code.ZC0108, name.part(0, alias.length()), "nothing is imported as `" + alias + "`")
            .labelled("not an import of " + module);
    return NearestName.to(alias, byAlias.keySet())
        .map(
            nearest ->
                problem.help(
                    "did you mean `" + nearest + "." + rest(name) + "`?",
                    name.part(0, alias.length()),
                    nearest))
        .or(
            () ->
                FamiliarEnds.builtIn(name.text())
                    .map(end -> problem.help("write `" + end + "`, which is built in")))
        .orElse(
            problem.help(
                "to use names of another module, write `import \"PATH\" as " + alias + "`"));
  }

  private static Diagnostic unknown(
      Word name, NameTable.Kind kind, ModuleNames names, Set<String> known) {
    Diagnostic problem =
        Diagnostic.error(kind.unknown(), name.span(), "unknown " + kind.noun() + " `" + name + "`")
            .labelled(kind.label() + " in " + names.module());
    String alias = name.text().substring(0, name.text().indexOf('.') + 1);
    return NearestName.to(rest(name), known)
        .map(
            nearest ->
                problem.help(
                    "did you mean `" + alias + nearest + "`?", name.span(), alias + nearest))
        .orElse(problem);
  }

  private static String rest(Word name) {
    return name.text().substring(name.text().indexOf('.') + 1);
  }
}
