package dev.zonec.verifier.core;

import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.Verdict;
import java.util.List;

/** What a claim rests on. */
public sealed interface Core {
  /** Returns the claim. */
  Claim claim();

  /**
   * The claim does not hold, or it is not known whether it holds. There is nothing to explain.
   *
   * @param verdict the verdict on it
   */
  record NotProved(Claim claim, Verdict verdict) implements Core {}

  /**
   * It was not found out what the claim rests on.
   *
   * @param reason why, as a clause
   */
  record Undecided(Claim claim, String reason) implements Core {}

  /**
   * The claim is proved from these elements, whichever of the others are left out.
   *
   * @param elements the elements, in the order of reports
   * @param extent how the set compares with other sets from which the claim is proved
   */
  record Found(Claim claim, List<Needed> elements, Extent extent) implements Core {
    /** Copies the elements. */
    public Found {
      elements = List.copyOf(elements);
    }

    /** Whether it was shown of every element that it cannot be left out. */
    public boolean complete() {
      return elements.stream().noneMatch(needed -> needed.evidence() instanceof Evidence.Unknown);
    }
  }

  /** How a set of elements compares with other sets from which the claim is proved. */
  enum Extent {
    /** Every other such set contains it. */
    ONLY,
    /** No other such set has fewer elements. */
    SMALLEST,
    /** No element can be left out; another such set may have fewer elements. */
    MINIMAL
  }

  /** An element and why it cannot be left out. */
  record Needed(Element element, Evidence evidence) {}

  /** What shows that an element cannot be left out. */
  sealed interface Evidence {
    /**
     * The claim fails if the element alone is left out.
     *
     * @param verdict the refutation
     */
    record Alone(Verdict.Refuted verdict) implements Evidence {}

    /**
     * The claim holds if the element alone is left out, because other elements do the same. It
     * fails if all elements outside of the set are left out too.
     *
     * @param verdict the refutation without all of these
     */
    record WithOthers(Verdict.Refuted verdict) implements Evidence {}

    /**
     * It is not known whether the element can be left out.
     *
     * @param reason why, as a clause
     */
    record Unknown(String reason) implements Evidence {}
  }
}
