package dev.zonec.verifier.report;

import dev.zonec.model.program.ZoneProgram;
import dev.zonec.verifier.core.Core;
import dev.zonec.verifier.origin.PolicyOrigins;
import dev.zonec.verifier.proof.Counterexample;
import dev.zonec.verifier.proof.Hop;
import dev.zonec.verifier.proof.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what a claim rests on, for people. */
public final class CoreText {
  private final PolicyOrigins origins;
  private final ElementText elements;

  /**
   * @param program the program
   * @param origins the origins of the policies
   * @param standIns the names of the stand-ins for namespaces to come
   */
  public CoreText(ZoneProgram program, PolicyOrigins origins, Set<String> standIns) {
    this.origins = origins;
    this.elements = ElementText.of(program, origins, standIns);
  }

  /**
   * Returns the lines of an explanation.
   *
   * @param name the claim in the words of the report, such as {@code assertion `no_leak`}
   */
  public List<String> lines(String name, Core core) {
    return switch (core) {
      case Core.NotProved(var claim, Verdict verdict) -> List.of(name + " " + notProved(verdict));
      case Core.Undecided(var claim, String reason) ->
          List.of("what " + name + " rests on is not decided: " + reason);
      case Core.Found found -> found(name, found);
    };
  }

  private static String notProved(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refuted refuted -> "does not hold; the counterexample is above";
      case Verdict.Inconclusive(String reason, var provisional) -> "is inconclusive: " + reason;
      case Verdict.EmptyParty(String party) -> "says nothing: `" + party + "` can have no member";
      case Verdict.Accepted accepted -> "holds only because a baseline accepts violations";
      case Verdict.Proved proved -> throw new IllegalArgumentException("proved");
      case Verdict.Waived waived -> throw new IllegalArgumentException("proved");
    };
  }

  private List<String> found(String name, Core.Found found) {
    if (found.elements().isEmpty()) {
      return List.of(name + " holds without any policy or assumption");
    }
    int size = found.elements().size();
    List<String> lines = new ArrayList<>();
    lines.add(name + " rests on " + (size == 1 ? "1 element" : size + " elements"));
    lines.add("  " + extent(found.extent(), size));
    for (int i = 0; i < size; i++) {
      Core.Needed needed = found.elements().get(i);
      String number = "  " + (i + 1) + ". ";
      List<String> described = elements.lines(needed.element(), hop(needed.evidence()));
      lines.add(number + described.getFirst());
      String indent = " ".repeat(number.length());
      described.stream().skip(1).forEach(line -> lines.add(indent + line));
      evidence(needed.evidence()).forEach(line -> lines.add(indent + line));
    }
    return lines;
  }

  private static String extent(Core.Extent extent, int size) {
    return switch (extent) {
      case ONLY ->
          size == 1
              ? "proved from it alone, and not without it"
              : "proved from these alone, and not without any of them";
      case SMALLEST ->
          (size == 1 ? "proved from it alone" : "proved from these alone; no set is smaller")
              + ", but other sets prove it too";
      case MINIMAL ->
          size == 1
              ? "proved from it alone"
              : "proved from these alone, and not from fewer of them; a smaller set may exist";
    };
  }

  private List<String> evidence(Core.Evidence evidence) {
    return switch (evidence) {
      case Core.Evidence.Alone(Verdict.Refuted refuted) -> shown("without it:", refuted);
      case Core.Evidence.WithOthers(Verdict.Refuted refuted) ->
          shown("without it and all that is not listed:", refuted);
      case Core.Evidence.Unknown(String reason) ->
          List.of("not decided whether it is needed: " + reason);
    };
  }

  private List<String> shown(String words, Verdict.Refuted refuted) {
    List<String> lines = new ArrayList<>(List.of(words));
    shortest(refuted)
        .hops()
        .forEach(hop -> HopText.lines(hop, origins).forEach(line -> lines.add("  " + line)));
    return lines;
  }

  /** Returns the counterexample that reports show. */
  static Counterexample shortest(Verdict.Refuted refuted) {
    return refuted.counterexamples().stream()
        .min(Comparator.comparingInt(each -> each.hops().size()))
        .orElseThrow();
  }

  /** Returns the first connection of the counterexample that reports show. */
  static Optional<Hop> hop(Core.Evidence evidence) {
    return refutation(evidence).flatMap(refuted -> shortest(refuted).hops().stream().findFirst());
  }

  private static Optional<Verdict.Refuted> refutation(Core.Evidence evidence) {
    return switch (evidence) {
      case Core.Evidence.Alone(var refuted) -> Optional.of(refuted);
      case Core.Evidence.WithOthers(var refuted) -> Optional.of(refuted);
      case Core.Evidence.Unknown unknown -> Optional.empty();
    };
  }

  /** Returns the connections of the counterexample that reports show. */
  static List<Hop> hops(Core.Evidence evidence) {
    return refutation(evidence).map(refuted -> shortest(refuted).hops()).orElse(List.of());
  }
}
