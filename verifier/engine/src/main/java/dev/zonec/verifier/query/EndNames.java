package dev.zonec.verifier.query;

import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.verifier.closed.bits.BitRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Names sets of ends in answers.
 *
 * @param ends the ends of the answer; the first numbers are those of the workloads
 * @param patterns names sets of workloads
 * @param addresses the number of ranges of addresses
 */
record EndNames(AnswerEnds ends, WorkloadPatterns patterns, int addresses) {
  /** The greatest number of workloads for which no pattern includes the opposite end. */
  private static final int FEW = 5;

  /** Names ends of a world with {@code workloads}. */
  static EndNames of(AnswerEnds ends, List<Workload> workloads) {
    return new EndNames(ends, new WorkloadPatterns(workloads), ends.outside().size());
  }

  /**
   * Returns the ends with the numbers {@code set}, which are all of one kind.
   *
   * @param others the opposite ends of the row. A row says nothing of an end and itself, so if
   *     there is only one, the pattern of more than a few ends may include it as well.
   */
  Answer.Ends of(BitRow set, BitRow others) {
    Endpoint first = ends.get(set.next(0)).endpoint();
    if (first instanceof Endpoint.Pod) {
      return new Answer.Ends(workloads(set, others), set.count(), Answer.Ends.Kind.WORKLOADS);
    }
    List<String> names = new ArrayList<>();
    for (int end = set.next(0); end >= 0; end = set.next(end + 1)) {
      names.add(ends.get(end).label());
    }
    boolean every = first instanceof Endpoint.External && names.size() == addresses;
    return new Answer.Ends(
        names, names.size(), every ? Answer.Ends.Kind.EVERY_ADDRESS : Answer.Ends.Kind.ADDRESSES);
  }

  private List<String> workloads(BitRow set, BitRow others) {
    if (set.count() > FEW && others.count() == 1) {
      AnswerEnd other = ends.get(others.next(0));
      if (other.endpoint() instanceof Endpoint.Pod) {
        BitRow both = set.copy();
        both.or(others);
        List<String> names = patterns.of(both, Workload::label);
        if (!names.contains(other.label())) {
          return names;
        }
      }
    }
    return patterns.of(set, Workload::label);
  }

  /**
   * Returns what kind of end an end is. The sources of a row are of one kind, and so are its
   * destinations.
   */
  Object kind(int end) {
    return ends.get(end).endpoint().getClass();
  }
}
