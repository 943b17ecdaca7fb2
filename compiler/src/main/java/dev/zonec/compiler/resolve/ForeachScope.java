package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.grammar.tree.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scope of a statement: the names of the program, and of the {@code foreach} that contains the
 * statement, if there is one.
 *
 * @param blocks all {@code foreach} statements of the program
 * @param around the one that contains the statement
 */
record ForeachScope(List<ForeachBlock> blocks, Optional<ForeachBlock> around) {
  private static final Set<String> OF_OTHERS =
      Set.of("others", "other-namespace", "other-namespaces", "other-tenants");
  private static final Set<String> OF_THE_SAME =
      Set.of("self", "same", "this", "tenant", "ns", "same-namespace", "own-namespace");

  /** Returns the scope outside of {@code blocks}. */
  static ForeachScope outside(List<ForeachBlock> blocks) {
    return new ForeachScope(blocks, Optional.empty());
  }

  ForeachScope inside(ForeachBlock block) {
    return new ForeachScope(blocks, Optional.of(block));
  }

  /** Returns the error for naming a zone of another {@code foreach}. */
  Optional<Diagnostic> outsideOf(Word name) {
    return isOwn(name.text())
        ? Optional.empty()
        : ForeachBlock.with(name.text(), blocks)
            .map(block -> ForeachResolution.outside(name, block));
  }

  /** Returns a help if {@code name} is {@code namespace} but nothing has this name. */
  Optional<String> namespaceHelp(Word name) {
    if (around.isPresent() && OF_OTHERS.contains(name.text())) {
      return around.map(
          block -> "write `other " + block.statement().alias().name() + "`, in an assertion");
    }
    if (!name.text().equals("namespace")
        && (around.isEmpty() || !OF_THE_SAME.contains(name.text()))) {
      return Optional.empty();
    }
    return Optional.of(
        around
            .map(
                block ->
                    "write `"
                        + block.statement().alias().name()
                        + "`: the `foreach` calls its namespace so")
            .orElse(
                "`namespace` is the namespace of a `foreach`: write the statement in `foreach"
                    + " namespace with LABEL { … }`"));
  }

  /** Resolves {@code other} before a name, and reports it where it has no meaning. */
  Optional<PartyUse> other(PartyUse use, Problems problems) {
    if (use.party() instanceof PartyDeclaration.Zone zone && isOwn(zone)) {
      return Optional.of(new PartyUse(new PartyDeclaration.Other(zone, use.span()), use.span()));
    }
    Diagnostic problem =
        Diagnostic.error(
            Code.ZC0238, use.span(), "`other " + use.party().name() + "` has no meaning here");
    problems.add(
        around.isEmpty()
            ? problem
                .labelled("this is no assertion of a `foreach`")
                .help("write the assertion inside of the `foreach`")
            : problem
                .labelled("this is no zone of the `foreach`: it is the same in every namespace")
                .help("leave `other` out"));
    return Optional.empty();
  }

  /**
   * Returns the errors for excluding {@code without} from {@code bases}, if one is a zone of the
   * {@code foreach} and the other is not.
   */
  List<Diagnostic> mixed(List<PartyUse> bases, List<PartyDeclaration> without, List<Word> written) {
    List<Diagnostic> problems = new ArrayList<>();
    for (PartyUse base : bases) {
      for (PartyDeclaration hole : without) {
        if (isOwn(base.party()) != isOwn(hole) && problems.isEmpty()) {
          String zone = (isOwn(hole) ? hole : base.party()).name();
          problems.add(
              Diagnostic.error(
                      Code.ZC0239,
                      written.stream()
                          .filter(word -> word.text().equals(hole.name()))
                          .map(Word::span)
                          .findFirst()
                          .orElse(base.span()),
                      "`" + hole.name() + "` is taken out of `" + base.party().name() + "`")
                  .labelled("only one of the two is a zone of `foreach`")
                  .help(
                      "take zones of the `foreach` out of each other only; `other "
                          + zone
                          + "` is the other namespaces"));
        }
      }
    }
    return problems;
  }

  private boolean isOwn(PartyDeclaration party) {
    return party instanceof PartyDeclaration.Zone zone && isOwn(zone.name());
  }

  private boolean isOwn(String zone) {
    return around.filter(block -> block.names().contains(zone)).isPresent();
  }
}
