package dev.zonec.compiler.resolve;

import dev.zonec.compiler.familiar.FamiliarEnds;
import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.Parties;
import dev.zonec.grammar.tree.Services;
import dev.zonec.grammar.tree.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Resolves names of zones and externals. */
final class PartyNames {
  static final NameTable.Kind KIND =
      new NameTable.Kind(
          "zone or external",
          NameSyntax::checkParty,
          Code.ZC0203,
          "not a zone or external",
          "zone NAME { namespace …  pods … }",
          FamiliarEnds::help,
          // Never proposed, because a typing error should not open everything.
          Set.of("any"));

  private final NameTable<?> table;
  private final Map<String, PartyDeclaration> parties;
  private final String module;
  private final ImportedNames imports;
  private final ClusterEnds clusterEnds;
  private final ForeachScope scope;
  private final Problems problems;

  /**
   * @param table the declared names
   * @param parties the parties by name, as far as they are resolved; zones in a nesting cycle are
   *     in the table only
   */
  PartyNames(
      NameTable<?> table,
      Map<String, PartyDeclaration> parties,
      String module,
      ImportedNames imports,
      ClusterEnds clusterEnds,
      ForeachScope scope,
      Problems problems) {
    this.clusterEnds = clusterEnds;
    this.scope = scope;
    this.table = table;
    this.parties = parties;
    this.module = module;
    this.imports = imports;
    this.problems = problems;
  }

  /** Returns the same names for a program with {@code blocks}, outside of them. */
  PartyNames outside(List<ForeachBlock> blocks) {
    return in(ForeachScope.outside(blocks));
  }

  /** Returns the same names inside {@code block}. */
  PartyNames inside(ForeachBlock block) {
    return in(scope.inside(block));
  }

  private PartyNames in(ForeachScope other) {
    return new PartyNames(table, parties, module, imports, clusterEnds, other, problems);
  }

  /** Resolves {@code names}. Unknown names are reported and left out. */
  List<PartyUse> uses(List<Word> names) {
    return names.stream().map(this::use).flatMap(Optional::stream).toList();
  }

  /** Resolves {@code some} with its exceptions, and reports ports, which are not allowed here. */
  List<PartyUse> uses(Parties some) {
    refuseOther(some, "only assertions are about two namespaces at once");
    return usesOf(some);
  }

  private List<PartyUse> usesOf(Parties some) {
    some.members().forEach(this::checkWithoutPorts);
    uses(some.except());
    return uses(some.names(), some.except(), some.names());
  }

  /** Reports members of {@code some} with {@code other}. */
  void refuseOther(Parties some, String why) {
    for (Parties.Member member : some.members()) {
      if (member.other()) {
        problems.add(
            Diagnostic.error(
                    Code.ZC0238,
                    member.name().span(),
                    "`" + member.written() + "` has no meaning here")
                .labelled(why)
                .help(
                    "for a flow between namespaces declare a zone outside of `foreach`, with"
                        + " `namespaces` and the labels, and name it"));
      }
    }
  }

  /**
   * Resolves some members of a set, which can have their own ports.
   *
   * @param except the exceptions; unknown names among them are not reported
   * @param bases all members of the set
   */
  List<PartyUse> uses(List<Word> names, List<Word> except, List<Word> bases) {
    List<PartyUse> uses = uses(names);
    if (except.isEmpty()) {
      return uses;
    }
    List<PartyDeclaration> without = known(except);
    List<PartyDeclaration> all = known(bases);
    problems.addAll(scope.mixed(uses, without, except));
    return uses.stream().map(use -> without(use, without, all)).toList();
  }

  private static PartyUse without(
      PartyUse use, List<PartyDeclaration> without, List<PartyDeclaration> bases) {
    if (without.isEmpty()) {
      return use;
    }
    String name =
        without.stream()
            .map(PartyDeclaration::name)
            .collect(Collectors.joining(", ", "{" + use.party().name() + " except ", "}"));
    return new PartyUse(
        new PartyDeclaration.Except(name, use.party(), without, bases, use.span()), use.span());
  }

  private void checkWithoutPorts(Parties.Member member) {
    if (member.services() instanceof Services.Listed(var terms)) {
      Span span = terms.getFirst().span().to(terms.getLast().span());
      problems.add(
          Diagnostic.error(
                  Code.ZC0228,
                  span,
                  "`" + member.name() + "` has its own ports, and is not a destination")
              .labelled("only a destination of a flow can have its own ports")
              .help("for different ports write `allow A -> {B : tcp/80, C : tcp/443}`")
              .help("for the same ports write them after the braces: `A -> {B, C} : tcp/80`"));
    }
  }

  /** Resolves {@code some} to parties without duplicates. */
  List<PartyDeclaration> parties(Parties some) {
    Map<String, PartyDeclaration> byName = new LinkedHashMap<>();
    List<Parties.Member> others = some.members().stream().filter(Parties.Member::other).toList();
    if (others.isEmpty()) {
      usesOf(some).forEach(use -> byName.put(use.party().name(), use.party()));
      return List.copyOf(byName.values());
    }
    if (!some.except().isEmpty()) {
      refuseOther(some, "nothing can be taken out of it");
      return List.of();
    }
    for (Parties.Member member : some.members()) {
      checkWithoutPorts(member);
      use(member.name())
          .flatMap(use -> member.other() ? scope.other(use, problems) : Optional.of(use))
          .ifPresent(use -> byName.put(use.party().name(), use.party()));
    }
    return List.copyOf(byName.values());
  }

  /**
   * Resolves {@code some} to zones and parts of zones. Other parties are reported with {@code why}
   * and left out.
   */
  List<PartyUse> zones(Parties some, String why) {
    return checkedZones(uses(some), why);
  }

  /** Resolves {@code names} to zones. */
  List<PartyUse> zones(List<Word> names, String why) {
    return checkedZones(uses(names), why);
  }

  private List<PartyUse> checkedZones(List<PartyUse> uses, String why) {
    for (PartyUse use : uses) {
      if (!isZone(use)) {
        problems.add(notAZone(use.span(), use.party().whole(), why));
      }
    }
    return uses.stream().filter(PartyNames::isZone).toList();
  }

  private static boolean isZone(PartyUse use) {
    return use.party().whole() instanceof PartyDeclaration.Zone;
  }

  static Diagnostic notAZone(Span span, PartyDeclaration party, String why) {
    return party instanceof PartyDeclaration.Imported
        ? Diagnostic.error(Code.ZC0208, span, "`" + party.name() + "` is a zone of another program")
            .help("write the statement in the program that declares the zone")
        : Diagnostic.error(Code.ZC0208, span, "`" + party.name() + "` is an external, not a zone")
            .help(why);
  }

  /** Returns the known parties of {@code names}, without reporting. */
  private List<PartyDeclaration> known(List<Word> names) {
    return names.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  private Optional<PartyDeclaration> find(Word name) {
    return ImportedNames.isQualified(name)
        ? imports.find(name)
        : Optional.ofNullable(parties.get(name.text()));
  }

  /** Whether {@code name} is known. */
  boolean names(Word name) {
    return ImportedNames.isQualified(name)
        ? imports.find(name).isPresent()
        : table.find(name.text()).isPresent();
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
              .help("did you mean `" + elsewhere.get() + "`?", name.span(), elsewhere.get()));
      return Optional.empty();
    }
    Optional<String> here =
        table.find(name.text()).isPresent() ? Optional.empty() : scope.namespaceHelp(name);
    if (here.isPresent()) {
      problems.add(
          Diagnostic.error(
                  KIND.unknown(), name.span(), "unknown " + KIND.noun() + " `" + name + "`")
              .labelled(KIND.label() + " in " + module)
              .help(here.get()));
      return Optional.empty();
    }
    return table
        .resolve(name, module, problems)
        .flatMap(known -> Optional.ofNullable(parties.get(name.text())))
        .map(party -> used(party, name));
  }

  private PartyUse used(PartyDeclaration party, Word name) {
    scope.outsideOf(name).ifPresent(problems::add);
    if (party instanceof PartyDeclaration.Addresses end && clusterEnds.contains(end)) {
      clusterEnds.use(end, name).ifPresent(problems::add);
    }
    return new PartyUse(party, name.span());
  }
}
