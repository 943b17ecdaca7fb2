package dev.zonec.application.question;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.application.input.UnreadEntrances;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.model.query.Query;
import dev.zonec.verifier.deployed.EmptyEnds;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.query.QueryEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * The manifests that an answer is about.
 *
 * @param cluster the address ranges of the cluster, as the program declares them
 * @param gaps the inputs that the answer does not cover
 * @param partial whether only some namespaces were read and the user does not accept this
 */
public record AnsweredManifests(
    ReadManifests read, Cluster cluster, List<Diagnostic> gaps, boolean partial) {
  /** Returns the same manifests with only those gaps that an answer does not cover. */
  public AnsweredManifests withGaps(List<Gap> left) {
    return new AnsweredManifests(read, cluster, left.stream().map(Gap::problem).toList(), partial);
  }

  /** How much an answer covers of what could change it. */
  public enum Extent {
    /** Everything. */
    WHOLE,
    /** Only the namespaces that were read. */
    NAMESPACES,
    /** An input is missing that could change the answer. */
    INCOMPLETE
  }

  /**
   * Returns how much an answer covers.
   *
   * @param missing the problems of the answer, in addition to the gaps
   */
  public Extent extent(List<Diagnostic> missing) {
    if (!gaps.isEmpty() || missing.stream().anyMatch(Diagnostic::isError)) {
      return Extent.INCOMPLETE;
    }
    return partial ? Extent.NAMESPACES : Extent.WHOLE;
  }

  /**
   * Whether an answer covers everything that could change it.
   *
   * @param missing the problems of the answer, in addition to the gaps
   */
  public boolean covers(List<Diagnostic> missing) {
    return extent(missing) == Extent.WHOLE;
  }

  /**
   * Returns {@code missing} together with diagnostics about the entrances whose destinations are
   * not read.
   */
  public List<Diagnostic> withUnreadEntrances(
      List<Diagnostic> missing, UnreadEntrances.Result result) {
    List<Diagnostic> all = new ArrayList<>(missing);
    all.addAll(UnreadEntrances.report(read.entrances(), result));
    return all;
  }

  /** Returns a warning for each of {@code ends} at which no workload of the manifests is. */
  public List<Diagnostic> emptyEnds(ZoneProgram program, List<Query.End> ends) {
    return new EmptyEnds(program, read.world(), read.hidden(), read.coverage()).warnings(ends);
  }

  /**
   * Returns errors about connections that the answer to {@code query} lacks, in addition to the
   * gaps.
   */
  List<Diagnostic> missing(Query query, QueryEngine engine) {
    List<Diagnostic> missing = engine.missing(query);
    return query.from() instanceof Query.End.Entrances
        ? withUnreadEntrances(missing, UnreadEntrances.Result.CALLERS)
        : missing;
  }
}
