package dev.zonec.response.quarantine;

import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.Loading;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.world.Coverage;
import dev.zonec.kubernetes.world.World;
import dev.zonec.model.program.Cluster;
import dev.zonec.model.program.ZoneProgram;
import dev.zonec.response.change.Change;
import dev.zonec.response.plugin.PluginDenials;
import dev.zonec.response.plugin.PluginPolicies;
import dev.zonec.verifier.proof.Claim;
import dev.zonec.verifier.proof.ClaimVerdict;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.proof.Verdict;
import dev.zonec.verifier.proof.Verification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Finds a change that isolates pods from the network, and proves it for every pod that could carry
 * the labels of the isolated ones.
 *
 * @param world the content of the manifests or the cluster
 * @param cluster the address ranges of the cluster
 * @param may the permissive reading, with the knobs that the user settled
 * @param gaps inputs that were not read; with gaps, nothing is proved
 * @param coverage the namespaces whose policies are in {@code world}
 * @param plugins the objects of network plugins in the inputs
 */
public record Quarantine(
    World world,
    Cluster cluster,
    Reading may,
    List<Gap> gaps,
    Coverage coverage,
    PluginPolicies plugins) {
  /** The key of the label of isolated pods. */
  public static final String LABEL = "zonec.dev/quarantine";

  /** Copies the gaps. */
  public Quarantine {
    gaps = List.copyOf(gaps);
  }

  /**
   * A change and its proof.
   *
   * @param change the change
   * @param program the text of the program whose assertion was proved
   * @param isolated the verdict: whether nothing but the allowed connections is possible
   * @param allowed the verdict on the allowed connections; empty if there are none
   */
  public record Attempt(
      Change change, String program, Verdict isolated, Optional<Verdict> allowed) {}

  /**
   * Returns the attempts, in the order in which they were made. The last one is the one to use: it
   * isolates the pods, or no change does, or this is not known.
   */
  public List<Attempt> attempts(Isolation isolation, Deadline deadline) {
    List<Attempt> attempts = new ArrayList<>();
    Candidates all = new Candidates(world, isolation, plugins, gaps);
    Iterator<Candidate> candidates = all.all().iterator();
    do {
      attempts.add(attempt(candidates.next(), isolation, deadline));
    } while (attempts.getLast().isolated() instanceof Verdict.Refuted && candidates.hasNext());
    Iterator<Candidate> more = all.withOtherLabels().iterator();
    Attempt last = attempts.getLast();
    int tried = attempts.size();
    while (attempts.getLast().isolated() instanceof Verdict.Refuted && more.hasNext()) {
      attempts.add(attempt(more.next(), isolation, deadline));
    }
    if (attempts.size() > tried && attempts.getLast().isolated() instanceof Verdict.Refuted) {
      // The labels that avoid most policies are easiest to understand.
      attempts.add(last);
    }
    Optional<String> absence =
        all.absence()
            .or(
                () ->
                    all.triesAllLabels()
                        ? Optional.empty()
                        : Optional.of("there are too many combinations of labels to try all"));
    if (absence.isPresent()
        && attempts.getLast().isolated() instanceof Verdict.Refuted(var counterexamples)) {
      attempts.removeLast();
      attempts.add(
          new Attempt(
              last.change(),
              last.program(),
              new Verdict.Inconclusive(absence.get(), counterexamples),
              last.allowed()));
    }
    return attempts;
  }

  /** Returns the gaps that the isolation of {@code attempt} does not cover. */
  public List<Gap> gapsOf(Attempt attempt) {
    return attempt.isolated().holds() ? plugins.gapsOf(attempt.change(), gaps) : gaps;
  }

  /** Returns what the proof of {@code attempt} rests on besides the inputs, as clauses. */
  public List<String> assumptions(Attempt attempt) {
    return attempt.isolated().holds()
        ? new PluginDenials(world, plugins).assumptions(attempt.change(), Optional.of(LABEL), false)
        : List.of();
  }

  private Attempt attempt(Candidate candidate, Isolation isolation, Deadline deadline) {
    String text = new ProgramText(isolation.id(), candidate.pods(), isolation.allowed()).text();
    Change change = candidate.change();
    ZoneProgram program = program(text);
    List<ClaimVerdict> verdicts = verdicts(change, program, plugins.gapsOf(change, gaps), deadline);
    // Other policies, also those that a plugin's denial overrules, can deny the allowed pods.
    List<ClaimVerdict> ofAllowed =
        change.meanings().isEmpty() || isolation.allowed().isEmpty()
            ? verdicts
            : verdicts(change.withoutMeanings(), program, gaps, deadline);
    return new Attempt(
        change,
        text,
        verdict(verdicts, ProgramText.ISOLATED).orElseThrow(),
        verdict(ofAllowed, ProgramText.ALLOWED));
  }

  private List<ClaimVerdict> verdicts(
      Change change, ZoneProgram program, List<Gap> left, Deadline deadline) {
    return new Verification(change.in(world), program, may, deadline, left, coverage)
        .ofAssertions()
        .verdicts();
  }

  private ZoneProgram program(String text) {
    ProgramSources sources = ProgramSources.of(List.of(Source.of("quarantine.zone", text)));
    return switch (Compiler.load(sources, new CompileOptions(LocalDate.EPOCH, List.of()))) {
      case Loading.Rejected(var problems) ->
          throw new IllegalStateException("the program is not valid: " + problems + "\n" + text);
      case Loading.Loaded(var variants, var warnings, var suppressed) ->
          variants.getFirst().program().withCluster(cluster);
    };
  }

  private static Optional<Verdict> verdict(List<ClaimVerdict> verdicts, String assertion) {
    return verdicts.stream()
        .filter(
            each ->
                each.claim() instanceof Claim.Asserted(var asserted)
                    && asserted.name().equals(assertion))
        .map(ClaimVerdict::verdict)
        .findFirst();
  }
}
