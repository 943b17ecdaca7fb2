package dev.zonec.verifier.cut;

import dev.zonec.model.program.Flow;
import java.util.List;

/** Which rules have to be removed so that no path leads from one party to another. */
public sealed interface PathCut {
  /** There is no path, so nothing has to be removed. */
  record NoPath() implements PathCut {}

  /**
   * The removal of rules cannot close a path.
   *
   * @param path a path of which no side needs a rule
   */
  record NoCut(CutPath path) implements PathCut {}

  /**
   * There are parties without members.
   *
   * @param party the name of one
   */
  record EmptyParty(String party) implements PathCut {}

  /**
   * It was not found out which rules have to be removed.
   *
   * @param reason why, as a clause
   */
  record Undecided(String reason) implements PathCut {}

  /**
   * Without these rules, it is proved that there is no path. None of them can be left out.
   *
   * @param rules the rules, in the order in which paths need them
   * @param size how the number of rules compares with other cuts
   * @param flows the declared flows that are blocked without the rules, and were not before
   */
  record Found(List<CutRule> rules, Size size, BlockedFlows flows) implements PathCut {
    /** Copies the rules. */
    public Found {
      rules = List.copyOf(rules);
    }
  }

  /** How a cut compares with others. */
  sealed interface Size {
    /**
     * There is no cut with fewer rules, because each has a rule on each of these paths.
     *
     * @param paths paths that no set with fewer rules closes
     * @param disjoint whether the rules of any two of the paths differ; otherwise all smaller sets
     *     of rules were tried
     */
    record Smallest(List<CutPath> paths, boolean disjoint) implements Size {
      /** Copies the paths. */
      public Smallest {
        paths = List.copyOf(paths);
      }
    }

    /** No rule can be left out; there may be another cut with fewer rules. */
    record Minimal() implements Size {}
  }

  /** The flows that a cut blocks. */
  sealed interface BlockedFlows {
    /** The flows, in the order of the program. */
    record Known(List<Flow> flows) implements BlockedFlows {
      /** Copies the flows. */
      public Known {
        flows = List.copyOf(flows);
      }
    }

    /**
     * It is not known which flows are blocked.
     *
     * @param reason why, as a clause
     */
    record Unknown(String reason) implements BlockedFlows {}
  }
}
