package dev.zonec.verifier.smt;

import dev.zonec.kubernetes.policy.Direction;
import dev.zonec.kubernetes.rules.Chain;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.Service;
import dev.zonec.model.program.Party;
import dev.zonec.verifier.reach.Box;
import dev.zonec.verifier.reach.Enforcement;
import java.util.Arrays;
import java.util.List;

/**
 * A statement about one connection between two different ends. {@link FormulaEncoding} translates
 * it to Z3.
 */
public sealed interface Formula {
  /** Every part is true. Without parts, the formula is true. */
  record All(List<Formula> parts) implements Formula {
    /** Copies the parts. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** Some part is true. Without parts, the formula is false. */
  record Any(List<Formula> parts) implements Formula {
    /** Copies the parts. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** The part is false. */
  record Not(Formula part) implements Formula {}

  /**
   * The same statement as {@code meaning}, which many questions of a run contain. The object is
   * encoded once, and a {@linkplain Definitions literal} stands for it in every question.
   */
  record Defined(Formula meaning) implements Formula {}

  /** The end belongs to the party. */
  record InParty(End end, Party party) implements Formula {}

  /**
   * The labels that policies see at the source are those of a member of the party. Without labels
   * that can be set, the source is a member.
   */
  record Wears(Party party) implements Formula {}

  /** The end is in one of the boxes. */
  record InBoxes(End end, List<Box> boxes) implements Formula {
    /** Copies the boxes. */
    public InBoxes {
      boxes = List.copyOf(boxes);
    }
  }

  /** The end is a pod. */
  record IsPod(End end) implements Formula {}

  /**
   * The end is in one of the regions, and the unknown labels have values that the region allows.
   */
  record InRegions(End end, List<Region> regions) implements Formula {
    /** Copies the regions. */
    public InRegions {
      regions = List.copyOf(regions);
    }
  }

  /** The end is a pod in the namespace with this number in the vocabulary. */
  record InNamespace(End end, int namespace) implements Formula {}

  /** The protocol and port of the connection belong to the service. */
  record InService(Service service) implements Formula {}

  /** The connection uses the family. */
  record OverFamily(Family family) implements Formula {}

  /**
   * The policies at the end of {@code direction} (the source for egress, the destination for
   * ingress) admit the connection. An end that is not a pod admits everything.
   */
  record Admitted(Direction direction, Enforcement enforcement) implements Formula {}

  /**
   * The end of the chain's direction is a subject of the chain, and a rule of the chain may match.
   *
   * @param chain the chain, which contains only the rules in question
   * @param enforcement the reading that resolves open points; its own rules are ignored
   */
  record ChainMatches(Chain chain, Enforcement enforcement) implements Formula {}

  /** One end of the connection. */
  enum End {
    SOURCE,
    DESTINATION;

    /** Returns the direction of policies at this end. */
    public Direction direction() {
      return switch (this) {
        case SOURCE -> Direction.EGRESS;
        case DESTINATION -> Direction.INGRESS;
      };
    }
  }

  /** Every part is true. */
  static Formula all(Formula... parts) {
    return new All(Arrays.asList(parts));
  }

  /** Some part is true. */
  static Formula any(Formula... parts) {
    return new Any(Arrays.asList(parts));
  }

  /** The part is false. */
  static Formula not(Formula part) {
    return new Not(part);
  }

  /** The end belongs to one of the parties. */
  static Formula in(End end, List<? extends Party> parties) {
    return new Any(parties.stream().map(party -> (Formula) new InParty(end, party)).toList());
  }
}
