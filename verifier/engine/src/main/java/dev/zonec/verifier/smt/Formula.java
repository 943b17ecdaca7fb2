package dev.zonec.verifier.smt;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.Enforcement;
import java.util.Arrays;
import java.util.List;

/** A statement about one connection between two different endpoints. */
public sealed interface Formula {
  /** Every part is true; true without parts. */
  record All(List<Formula> parts) implements Formula {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Some part is true; false without parts. */
  record Any(List<Formula> parts) implements Formula {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The part is false. */
  record Not(Formula part) implements Formula {}

  /**
   * The same as {@code meaning}, which many questions of one run ask for: the object is encoded
   * once, and a literal stands for it from then on.
   */
  record Defined(Formula meaning) implements Formula {}

  /** The end belongs to the party. */
  record InParty(End end, Party party) implements Formula {}

  /** The end lies in one of the boxes. */
  record InBoxes(End end, List<Box> boxes) implements Formula {
    /** Copies the boxes. */
    public InBoxes {
      boxes = List.copyOf(boxes);
    }
  }

  /** The end is a pod. */
  record IsPod(End end) implements Formula {}

  /** The end lies in one of the regions. */
  record InRegions(End end, List<Region> regions) implements Formula {
    /** Copies the regions. */
    public InRegions {
      regions = List.copyOf(regions);
    }
  }

  /** The end is a pod in the namespace with that number in the vocabulary. */
  record InNamespace(End end, int namespace) implements Formula {}

  /** The service includes the connection. */
  record InService(Service service) implements Formula {}

  /**
   * The end that {@code direction} speaks for is no pod, or the tiers of its policies let the
   * connection through.
   */
  record Admitted(Direction direction, Enforcement enforcement) implements Formula {}

  /**
   * The end that the direction of {@code chain} speaks for is a subject of the chain, and one of
   * the chain's rules may match.
   *
   * @param chain the chain, with the rules that are asked about
   * @param enforcement how open points are resolved; its rules do not matter
   */
  record ChainMatches(Chain chain, Enforcement enforcement) implements Formula {}

  /** One end of the connection. */
  enum End {
    SOURCE,
    DESTINATION
  }

  /** Every part. */
  static Formula all(Formula... parts) {
    return new All(Arrays.asList(parts));
  }

  /** Some part. */
  static Formula any(Formula... parts) {
    return new Any(Arrays.asList(parts));
  }

  /** Not the part. */
  static Formula not(Formula part) {
    return new Not(part);
  }

  /** The end belongs to one of the parties. */
  static Formula in(End end, List<? extends Party> parties) {
    return new Any(parties.stream().map(party -> (Formula) new InParty(end, party)).toList());
  }
}
