package dev.zonec.compiler.resolve;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.DisjointDeclaration.ZoneUse;
import dev.zonec.compiler.resolve.PartyDeclaration.Nesting;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.grammar.tree.DisjointTree;
import dev.zonec.grammar.tree.Statement;
import dev.zonec.grammar.tree.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves {@code disjoint} statements. */
final class DisjointResolution {
  private static final String WHY = "name zones: only zones can be declared disjoint";

  private final PartyNames parties;
  private final List<PartyDeclaration.Zone> zones;
  private final Problems problems;

  DisjointResolution(PartyNames parties, List<PartyDeclaration.Zone> zones, Problems problems) {
    this.parties = parties;
    this.zones = zones;
    this.problems = problems;
  }

  /** Resolves the statement; empty if fewer than two zones are valid. */
  Optional<DisjointDeclaration> resolve(Statement.Disjoint statement) {
    Span span = statement.span();
    List<ZoneUse> found =
        switch (statement.zones()) {
          case DisjointTree.Listed(List<Word> names) -> listed(names);
          case DisjointTree.ChildrenOf(Word parent) -> children(parent);
        };
    return found.size() < 2 ? Optional.empty() : Optional.of(new DisjointDeclaration(found, span));
  }

  private List<ZoneUse> listed(List<Word> names) {
    if (names.size() == 1) {
      String name = names.getFirst().text();
      problems.add(
          tooFew(names.getFirst(), "`" + name + "` is the only zone of the statement")
              .help("list two zones or more, or `disjoint children of " + name + "`"));
    }
    Set<String> seen = new HashSet<>();
    List<ZoneUse> uses = new ArrayList<>();
    for (PartyUse use : parties.zones(names, WHY)) {
      PartyDeclaration.Zone zone = (PartyDeclaration.Zone) use.party();
      if (seen.add(zone.name())) {
        uses.add(new ZoneUse(zone, use.span()));
      } else {
        problems.add(
            Diagnostic.error(Code.ZC0222, use.span(), "`" + zone + "` is listed twice")
                .labelled("a zone cannot be disjoint with itself"));
      }
    }
    return uses;
  }

  private List<ZoneUse> children(Word parent) {
    List<ZoneUse> uses = new ArrayList<>();
    for (PartyUse use : parties.zones(List.of(parent), WHY)) {
      for (PartyDeclaration.Zone zone : zones) {
        boolean inside =
            zone.nesting() instanceof Nesting.Inside(var outer)
                && outer.name().equals(use.party().name());
        if (inside) {
          uses.add(new ZoneUse(zone, use.span()));
        }
      }
      if (uses.size() < 2) {
        String count = uses.isEmpty() ? "no zone is nested" : "only one zone is nested";
        problems.add(tooFew(parent, count + " directly in `" + parent + "`"));
      }
    }
    return uses;
  }

  private static Diagnostic tooFew(Word word, String message) {
    return Diagnostic.error(Code.ZC0222, word.span(), message);
  }
}
