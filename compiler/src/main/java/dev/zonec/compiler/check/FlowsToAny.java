package dev.zonec.compiler.check;

import dev.zonec.compiler.problem.Problems;
import dev.zonec.compiler.resolve.FlowDeclaration;
import dev.zonec.compiler.resolve.FlowDeclaration.DeclaredEnds;
import dev.zonec.compiler.resolve.PartyDeclaration;
import dev.zonec.compiler.resolve.PartyUse;
import dev.zonec.compiler.resolve.ResolvedProgram;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import java.util.List;

/** Warns that a flow to {@code any} also opens the metadata service. */
final class FlowsToAny {
  private FlowsToAny() {}

  static void check(ResolvedProgram program, Problems problems) {
    for (FlowDeclaration flow : program.flows()) {
      for (PartyUse use : targets(flow.ends())) {
        if (leadsAnywhere(use.party())) {
          problems.add(
              Diagnostic.warning(
                      Code.ZC0408,
                      use.span(),
                      "the flow allows connections to every pod and every address")
                  .labelled("this includes the metadata service of cloud providers")
                  .help("write `internet` for public addresses, or `any-pod` for pods"));
        }
      }
    }
  }

  /**
   * Whether the party includes every address. If a program excludes addresses from {@code any}, its
   * author has considered them, and there is no warning.
   */
  private static boolean leadsAnywhere(PartyDeclaration party) {
    return party.whole() instanceof PartyDeclaration.Anyone anyone
        && anyone.addresses()
        && !(party instanceof PartyDeclaration.Except part
            && part.without().stream().anyMatch(PartyDeclaration.Addresses.class::isInstance));
  }

  private static List<PartyUse> targets(DeclaredEnds ends) {
    return switch (ends) {
      case DeclaredEnds.To(var from, var to) -> to;
      case DeclaredEnds.Both(var left, var right) ->
          java.util.stream.Stream.concat(left.stream(), right.stream()).toList();
      case DeclaredEnds.Within within -> List.of();
    };
  }
}
