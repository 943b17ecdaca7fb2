package dev.zonec.application.certificate;

import dev.zonec.checker.claim.Result;
import dev.zonec.checker.deployed.DeployedCheck;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.document.ClaimReader;
import dev.zonec.checker.document.ClaimReading;
import dev.zonec.checker.open.OpenCheck;
import dev.zonec.diagnostics.deadline.Deadline;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The claims of a run, shown again by the checker.
 *
 * @param run the run
 * @param claims the claims by their key, with the number of an instance that has one
 * @param malformed the results of claims that cannot be read
 */
record CheckedClaims(
    RecomputedRun run, Map<String, ClaimDocument> claims, Map<String, Result> malformed) {
  /** Reads the claims of a run. */
  static CheckedClaims of(RecomputedRun run) {
    Map<String, ClaimDocument> claims = new LinkedHashMap<>();
    Map<String, Result> malformed = new LinkedHashMap<>();
    for (JsonNode claim : run.document().path(RunDocument.CLAIMS)) {
      int instance = claim.path(RunDocument.INSTANCE).asInt(0);
      String name =
          claim.path(RunDocument.CLAIM).asString("")
              + (instance == 0 ? "" : " (instance " + (instance + 1) + ")");
      switch (ClaimReader.read(claim)) {
        case ClaimReading.Malformed(String problem) ->
            malformed.put(name, new Result.Refused(problem));
        case ClaimReading.Read(ClaimDocument read) -> claims.put(name, read);
      }
    }
    return new CheckedClaims(run, claims, malformed);
  }

  /** Returns the result of each claim for every pod that could exist. */
  Map<String, Result> open(Deadline deadline) {
    return results(new OpenCheck(run.checked(), deadline)::check);
  }

  /** Returns the result of each claim for the workloads of the manifests. */
  Map<String, Result> deployed(Deadline deadline) {
    return results(new DeployedCheck(run.checked(), deadline)::check);
  }

  private Map<String, Result> results(Function<List<ClaimDocument>, List<Result>> check) {
    Map<String, Result> results = new LinkedHashMap<>(malformed);
    Iterator<Result> checked = check.apply(List.copyOf(claims.values())).iterator();
    claims.keySet().forEach(name -> results.put(name, checked.next()));
    return results;
  }
}
