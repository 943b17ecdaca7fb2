package dev.zonec.checker.open;

import dev.zonec.checker.claim.CheckedRun;
import dev.zonec.checker.claim.ClaimKey;
import dev.zonec.checker.claim.Result;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.document.PathPart;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.model.program.Assertion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the claims of a run again, for every pod that could exist. */
public final class OpenCheck {
  private final CheckedRun run;
  private final Encoding encoding;

  /**
   * @param run the run
   * @param deadline the time limit; claims that are not decided then are undecided
   */
  public OpenCheck(CheckedRun run, Deadline deadline) {
    this.run = run;
    this.encoding = Encoding.of(run, deadline);
  }

  /**
   * Returns the result for each claim, in the order of {@code claims}. A claim that follows from
   * another one is confirmed only if the other one is among {@code claims}.
   */
  public List<Result> check(List<ClaimDocument> claims) {
    Map<ClaimKey, Result> results = new LinkedHashMap<>();
    for (ClaimDocument claim : claims) {
      if (claim.follows().isEmpty()) {
        Result result = ofOne(claim);
        results.merge(
            claim.key(), result, (one, other) -> new Result.Refused("the claim is listed twice"));
      }
    }
    List<Result> all = new ArrayList<>();
    for (ClaimDocument claim : claims) {
      all.add(
          claim.follows().isPresent()
              ? following(claim.key(), claim.follows().get(), results)
              : results.getOrDefault(claim.key(), new Result.Undecided("not checked")));
    }
    return List.copyOf(all);
  }

  /** The claim about paths is about those of connections, which are all declared. */
  private static Result following(ClaimKey claim, ClaimKey other, Map<ClaimKey, Result> results) {
    if (!(claim instanceof ClaimKey.NoUndeclaredPath)
        || !(other instanceof ClaimKey.NoUndeclaredConnection)) {
      return new Result.Refused(claim + " does not follow from " + other);
    }
    return switch (results.get(other)) {
      case null -> new Result.Refused("the claim " + other + " is missing");
      case Result.Confirmed confirmed -> new Result.Confirmed(0);
      case Result.Refused refused -> new Result.Refused("the claim " + other + " is not confirmed");
      case Result.Undecided(String reason) -> new Result.Undecided(reason);
    };
  }

  private Result ofOne(ClaimDocument claim) {
    return switch (claim.key()) {
      case ClaimKey.NoUndeclaredConnection connection ->
          withoutParts(claim, new UndeclaredConnections(encoding).obligations());
      case ClaimKey.NoBlockedFlow flow ->
          withoutParts(claim, new BlockedFlows(encoding).obligations());
      case ClaimKey.NoUndeclaredPath path ->
          new Result.Refused("the claim does not say from which claim it follows");
      case ClaimKey.Asserted(String name, int instance) ->
          run.assertion(name, instance)
              .map(assertion -> asserted(claim, assertion))
              .orElseGet(() -> new Result.Refused("the program has no " + claim.key()));
    };
  }

  private Result asserted(ClaimDocument claim, Assertion assertion) {
    return assertion instanceof Assertion.NoPath path
        ? ofPaths(claim, path)
        : withoutParts(claim, new BrokenAssertions(encoding).obligations(assertion));
  }

  private Result withoutParts(ClaimDocument claim, List<Obligation> obligations) {
    return claim.parts().isEmpty()
        ? encoding.refutation().of(obligations)
        : new Result.Refused("paths is for claims about paths");
  }

  private Result ofPaths(ClaimDocument claim, Assertion.NoPath path) {
    PathPartsCheck check =
        new PathPartsCheck(
            path,
            run.waivers(path).size(),
            new InvariantCheck(encoding.ends().mentions(), run.standIns()));
    Optional<String> problem = check.problem(claim.parts());
    if (problem.isPresent()) {
      return new Result.Refused(problem.get());
    }
    List<Obligation> all = new ArrayList<>();
    for (PathPart part : claim.parts()) {
      all.addAll(new PathObligations(encoding, path, part).obligations());
    }
    return encoding.refutation().of(all);
  }
}
