package dev.zonec.application.certificate;

import dev.zonec.checker.claim.Result;
import dev.zonec.checker.deployed.DeployedCheck;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.document.ClaimReader;
import dev.zonec.checker.document.ClaimReading;
import dev.zonec.checker.open.OpenCheck;
import dev.zonec.diagnostics.deadline.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The claims of a run, shown again by the checker.
 *
 * @param run the run
 * @param deadline the time limit
 */
record CheckedClaims(RecomputedRun run, Deadline deadline) {
  /** Returns the result for every pod that could exist. */
  Map<String, Result> open() {
    return results(claims -> new OpenCheck(run.checked(), deadline).check(claims));
  }

  /** Returns the result for the workloads of the manifests. */
  Map<String, Result> deployed() {
    return results(claims -> new DeployedCheck(run.checked(), deadline).check(claims));
  }

  /** Returns the result for each claim, by its key; with the number of an instance that has one. */
  private Map<String, Result> results(Function<List<ClaimDocument>, List<Result>> check) {
    Map<String, Result> results = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    List<ClaimDocument> claims = new ArrayList<>();
    for (JsonNode claim : run.document().path(RunDocument.CLAIMS)) {
      int instance = claim.path(RunDocument.INSTANCE).asInt(0);
      String name =
          claim.path(RunDocument.CLAIM).asString("")
              + (instance == 0 ? "" : " (instance " + (instance + 1) + ")");
      switch (ClaimReader.read(claim)) {
        case ClaimReading.Malformed(String problem) ->
            results.put(name, new Result.Refused(problem));
        case ClaimReading.Read(ClaimDocument read) -> {
          names.add(name);
          claims.add(read);
        }
      }
    }
    List<Result> checked = check.apply(claims);
    for (int i = 0; i < names.size(); i++) {
      results.put(names.get(i), checked.get(i));
    }
    return results;
  }
}
