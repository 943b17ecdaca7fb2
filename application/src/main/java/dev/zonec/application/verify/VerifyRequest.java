package dev.zonec.application.verify;

import dev.zonec.application.input.ManifestRequest;
import dev.zonec.application.input.ProgramRequest;
import dev.zonec.diagnostics.InputPath;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.verifier.proof.WorldKind;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import java.util.Locale;
import java.util.Optional;

/**
 * A request to verify a program.
 *
 * @param may the permissive reading, with the knobs that the user has settled
 * @param baseline the file of accepted findings; empty if nothing is accepted
 * @param exhaustive whether to look for all violations; otherwise for the first few of each claim
 * @param known the questions to the solver that need not be asked again
 * @param certified whether the proofs of the claims that hold are wanted
 * @param world the pods that the claims are about
 * @param prover runs the verifications
 */
public record VerifyRequest(
    ProgramRequest program,
    ManifestRequest manifests,
    Policies policies,
    Reading may,
    Optional<InputPath> baseline,
    boolean exhaustive,
    ImpossibleQuestions known,
    boolean certified,
    World world,
    Prover prover) {
  /** Returns the same request with another prover. */
  public VerifyRequest provedBy(Prover other) {
    return new VerifyRequest(
        program, manifests, policies, may, baseline, exhaustive, known, certified, world, other);
  }

  /** Creates a request that accepts nothing and asks every question to the solver. */
  public VerifyRequest(
      ProgramRequest program, ManifestRequest manifests, Policies policies, Reading may) {
    this(program, manifests, policies, may, ImpossibleQuestions.none());
  }

  /** Creates a request about every pod that could exist, which asks for no proofs. */
  public VerifyRequest(
      ProgramRequest program,
      ManifestRequest manifests,
      Policies policies,
      Reading may,
      Optional<InputPath> baseline,
      boolean exhaustive,
      ImpossibleQuestions known) {
    this(
        program,
        manifests,
        policies,
        may,
        baseline,
        exhaustive,
        known,
        false,
        World.OPEN,
        Prover.FROM_THE_START);
  }

  /** Creates a request that accepts nothing, for the first few violations of each claim. */
  public VerifyRequest(
      ProgramRequest program,
      ManifestRequest manifests,
      Policies policies,
      Reading may,
      ImpossibleQuestions known) {
    this(program, manifests, policies, may, Optional.empty(), false, known);
  }

  /** The pods that claims are about. */
  public enum World {
    /** Every pod that could exist. */
    OPEN,
    /** The pods of the declared workloads only. */
    CLOSED;

    /** Returns the word for it, such as {@code open}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind of the world for the verifier. */
    WorldKind kind() {
      return switch (this) {
        case OPEN -> WorldKind.OPEN;
        case CLOSED -> WorldKind.CLOSED;
      };
    }
  }

  /** The policies to prove. */
  public enum Policies {
    /**
     * The planned policies if the manifests contain no policy of the program, and otherwise the
     * policies as written.
     */
    PLAN_IF_NOT_WRITTEN,
    /**
     * The compiled policies, together with all policies of the manifests that do not belong to the
     * program.
     */
    PLAN,
    /** The policies of the manifests only. */
    AS_WRITTEN
  }
}
