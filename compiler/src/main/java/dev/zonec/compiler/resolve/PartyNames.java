package dev.zonec.compiler.resolve;

import dev.zonec.compiler.familiar.FamiliarEnds;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the names of zones and externals stand for. */
final class PartyNames {
  static final NameTable.Kind KIND =
      new NameTable.Kind(
          "zone or external",
          Code.ZC0203,
          "not a zone or external",
          "zone NAME { namespace …  pods … }",
          FamiliarEnds::help);

  private final NameTable<?> table;
  private final Map<String, PartyDeclaration> parties;
  private final String module;
  private final ImportedNames imports;
  private final ClusterEnds clusterEnds;
  private final Problems problems;

  /**
   * @param table which names there are
   * @param parties what they stand for, as far as that is known: zones that lie in each other are
   *     in the table only
   */
  PartyNames(
      NameTable<?> table,
      Map<String, PartyDeclaration> parties,
      String module,
      ImportedNames imports,
      ClusterEnds clusterEnds,
      Problems problems) {
    this.clusterEnds = clusterEnds;
    this.table = table;
    this.parties = parties;
    this.module = module;
    this.imports = imports;
    this.problems = problems;
  }

  /** What {@code names} stand for; reported and left out where that is nothing. */
  List<PartyUse> uses(List<Word> names) {
    return names.stream().map(this::use).flatMap(Optional::stream).toList();
  }

  /** The same without where they are named, each once. */
  List<PartyDeclaration> parties(List<Word> names) {
    Map<String, PartyDeclaration> byName = new LinkedHashMap<>();
    uses(names).forEach(use -> byName.put(use.party().name(), use.party()));
    return List.copyOf(byName.values());
  }

  /**
   * The zones that {@code names} stand for; what is no zone is reported with {@code why} and left
   * out.
   */
  List<PartyUse> zones(List<Word> names, String why) {
    List<PartyUse> uses = uses(names);
    for (PartyUse use : uses) {
      if (!(use.party() instanceof PartyDeclaration.Zone)) {
        problems.add(notAZone(use.where(), use.party(), why));
      }
    }
    return uses.stream().filter(use -> use.party() instanceof PartyDeclaration.Zone).toList();
  }

  static Diagnostic notAZone(Span where, PartyDeclaration party, String why) {
    return party instanceof PartyDeclaration.Imported
        ? Diagnostic.error(
                Code.ZC0208, where, "`" + party.name() + "` is a zone of another program")
            .help("what holds within it is for its own program to say")
        : Diagnostic.error(Code.ZC0208, where, "`" + party.name() + "` is an external, not a zone")
            .help(why);
  }

  private Optional<PartyUse> use(Word name) {
    if (ImportedNames.isQualified(name)) {
      return imports.party(name).map(party -> new PartyUse(party, name.span()));
    }
    Optional<String> elsewhere =
        table.find(name.text()).isPresent() ? Optional.empty() : imports.nameOf(name.text());
    if (elsewhere.isPresent()) {
      problems.add(
          Diagnostic.error(
                  KIND.unknown(), name.span(), "unknown " + KIND.noun() + " `" + name + "`")
              .labelled(KIND.label() + " in " + module)
              .help("did you mean `" + elsewhere.get() + "`?"));
      return Optional.empty();
    }
    return table
        .resolve(name, module, problems)
        .flatMap(known -> Optional.ofNullable(parties.get(name.text())))
        .map(party -> used(party, name));
  }

  private PartyUse used(PartyDeclaration party, Word name) {
    if (party instanceof PartyDeclaration.Addresses end && clusterEnds.contains(end)) {
      clusterEnds.use(end, name).ifPresent(problems::add);
    }
    return new PartyUse(party, name.span());
  }
}
