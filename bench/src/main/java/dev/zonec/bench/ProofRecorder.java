package dev.zonec.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.zonec.compiler.Compilation;
import dev.zonec.compiler.CompileOptions;
import dev.zonec.compiler.Compiler;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.policy.CidrForm;
import dev.zonec.kubernetes.reading.Reading;
import dev.zonec.kubernetes.rules.PolicyOwner;
import dev.zonec.kubernetes.world.MetadataForm;
import dev.zonec.kubernetes.world.World;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.verifier.proof.CertifiedClaim;
import dev.zonec.verifier.proof.CertifiedRun;
import dev.zonec.verifier.proof.Recomputed;
import dev.zonec.verifier.proof.Verification;
import dev.zonec.verifier.proof.VerificationResult;
import dev.zonec.verifier.quotient.Vocabulary;
import dev.zonec.verifier.smt.Formula;
import dev.zonec.verifier.smt.ImpossibleQuestions;
import dev.zonec.verifier.smt.ObligationScript;
import dev.zonec.verifier.smt.Outcome;
import dev.zonec.verifier.smt.QuestionKey;
import dev.zonec.verifier.smt.Z3Checker;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proves a program with the policies that are compiled for it, and measures each obligation. */
final class ProofRecorder {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  /** Each obligation is proved so often, and the middle time counts. */
  private static final int PASSES = 3;

  private final String text;
  private final String policies;

  /**
   * Creates a recorder.
   *
   * @param text the program
   * @param policies manifests by hand beside the compiled policies; may be empty
   */
  ProofRecorder(String text, String policies) {
    this.text = text;
    this.policies = policies;
  }

  /** Work that is measured. */
  private interface Work<T> {
    T done();
  }

  /** A result, with the processor time of this thread that it took. */
  private record Timed<T>(T result, long nanos) {
    static <T> Timed<T> of(Work<T> work) {
      long start = now();
      T result = work.done();
      return new Timed<>(result, now() - start);
    }

    private static long now() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    long millis() {
      return nanos / 1_000_000;
    }

    long micros() {
      return nanos / 1_000;
    }
  }

  private record Inputs(Compilation.Compiled compiled, World world) {}

  /**
   * Returns the recording.
   *
   * @param cluster the name of the cluster
   * @throws IllegalStateException if a claim is not proved
   */
  ProofRecording recording(String cluster) {
    Timed<Inputs> read = Timed.of(this::read);
    Inputs inputs = read.result();
    Verification verification = verification(inputs);
    long verified = processMillis(() -> proved(verification.run()));
    CertifiedRun run = proved(verification.certified().run()).certified().getFirst();
    Answers answers = new Answers();
    long[][] times = times(run, answers);
    answers.complete();
    Verification answered = verification.knowing(answers);
    long searched = processMillis(() -> proved(answered.ofAssertions()));
    long confirmed = processMillis(() -> proved(answered.run()));
    if (answers.hits() < times.length / 2) {
      throw new IllegalStateException("the answers are not those of the questions");
    }
    long loaded = Timed.of(() -> loaded(run)).millis();
    Texts texts = new Texts(run);
    List<RecordedObligation> obligations = new ArrayList<>();
    int at = 0;
    for (CertifiedClaim claim : run.claims()) {
      for (CertifiedClaim.Chosen each : claim.obligations()) {
        Set<PolicyOwner> owners = new Owners().in(each.formula());
        Timed<Long> written = texts.of(each);
        obligations.add(
            new RecordedObligation(
                group(owners, claim),
                !each.sufficient(),
                median(times[at]) / 1_000,
                owners.stream().mapToLong(owner -> bytes(owner.span())).sum(),
                written.result(),
                written.micros()));
        at++;
      }
    }
    return new ProofRecording(
        cluster
            + ": "
            + run.vocabulary().namespaces().size()
            + " namespaces, "
            + inputs.compiled().program().zones().size()
            + " zones, "
            + inputs.compiled().program().flows().size()
            + " flows, "
            + inputs.world().policies().size()
            + " policies",
        new ProofRecording.Stages(
            verified,
            read.millis(),
            searched,
            confirmed,
            loaded,
            bytes(text),
            bytes(vocabulary(run.vocabulary())),
            inputs.world().policies().stream().mapToLong(policy -> bytes(policy.span())).sum(),
            texts.preamble()),
        obligations);
  }

  private static long median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private Compilation.Compiled compiled() {
    ProgramSources sources = ProgramSources.of(List.of(Source.of("spread.zone", text)));
    Compilation compilation = Compiler.compile(sources, new CompileOptions(DAY, List.of()));
    if (!(compilation instanceof Compilation.Compiled compiled)) {
      throw new IllegalStateException("the program is wrong: " + compilation);
    }
    return compiled;
  }

  private Inputs read() {
    Compilation.Compiled compiled = compiled();
    List<SourceText> texts = new ArrayList<>();
    compiled.policies().forEach(file -> texts.add(new SourceText(file.path(), file.text())));
    if (!policies.isEmpty()) {
      texts.add(new SourceText("by-hand.yaml", policies));
    }
    World world =
        new WorldReader(WorldReader.DEFAULT_NAMESPACE, CidrForm.CANONICAL, MetadataForm.ANY)
            .read(ManifestReader.read(texts), compiled.program().podSelectors())
            .world();
    return new Inputs(compiled, world);
  }

  private static Verification verification(Inputs inputs) {
    return new Verification(
        inputs.world(),
        inputs.compiled().program(),
        Reading.MAY,
        Deadline.in(Duration.ofMinutes(30)),
        List.of());
  }

  private static VerificationResult proved(VerificationResult result) {
    if (!result.allProved()) {
      throw new IllegalStateException("not proved: " + result.verdicts());
    }
    return result;
  }

  /** What one worker does before its first obligation. */
  private boolean loaded(CertifiedRun run) {
    Inputs alone =
        new Inputs(compiled(), new World(List.of(), List.of(), List.of(), List.of(), List.of()));
    boolean ready =
        verification(alone).recomputation(run.addresses(), run.disjoint())
            instanceof Recomputed.Part<?>;
    try (Z3Checker checker = checker(run, ImpossibleQuestions.none())) {
      return ready && checker.questions() == 0;
    }
  }

  private static Z3Checker checker(CertifiedRun run, ImpossibleQuestions known) {
    Z3Checker checker =
        new Z3Checker(run.vocabulary(), List.of(), Deadline.in(Duration.ofMinutes(30)), known);
    checker.assume(run.assumed());
    return checker;
  }

  /**
   * Returns the time of each obligation in each pass, in nanoseconds.
   *
   * @param answers the obligations with few policies are added
   */
  private static long[][] times(CertifiedRun run, Answers answers) {
    int count = run.claims().stream().mapToInt(claim -> claim.obligations().size()).sum();
    long[][] times = new long[count][PASSES];
    for (int pass = 0; pass <= PASSES; pass++) {
      // The last pass is for the keys, which take time.
      boolean last = pass == PASSES;
      try (Z3Checker checker = checker(run, last ? answers : ImpossibleQuestions.none())) {
        int at = 0;
        for (CertifiedClaim claim : run.claims()) {
          for (CertifiedClaim.Chosen each : claim.obligations()) {
            if (last && !each.sufficient()) {
              continue;
            }
            Timed<Outcome> answer =
                Timed.of(
                    () ->
                        each.sufficient()
                            ? checker.checkSeparately(each.formula())
                            : checker.check(each.formula()));
            if (!(answer.result() instanceof Outcome.Impossible)) {
              throw new IllegalStateException("not proved again: " + each.says());
            }
            if (!last) {
              times[at][pass] = answer.nanos();
              at++;
            }
          }
        }
      }
    }
    return times;
  }

  private static String group(Set<PolicyOwner> owners, CertifiedClaim claim) {
    return owners.stream()
        .map(PolicyOwner::namespace)
        .flatMap(Optional::stream)
        .min(Comparator.naturalOrder())
        .orElseGet(() -> claim.claim().key());
  }

  /** Returns everything that a vocabulary lists. */
  private static String vocabulary(Vocabulary vocabulary) {
    StringBuilder text = new StringBuilder();
    vocabulary
        .namespaces()
        .forEach(each -> text.append(each.namespace().name()).append(each.namespace().labels()));
    vocabulary.namespaceKeys().forEach(key -> text.append(key.key()).append(key.mentioned()));
    vocabulary.podKeys().forEach(key -> text.append(key.key()).append(key.mentioned()));
    text.append(vocabulary.v4().starts()).append(vocabulary.v6().starts());
    return text.append(vocabulary.cluster()).toString();
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static long bytes(Span span) {
    return bytes(span.text());
  }

  /** Returns the processor time of all threads, because a verification has its own. */
  private static long processMillis(Runnable work) {
    long start = SYSTEM.getProcessCpuTime();
    work.run();
    return (SYSTEM.getProcessCpuTime() - start) / 1_000_000;
  }

  /** The texts of obligations in SMT-LIB, each on its own. */
  private static final class Texts {
    private final CertifiedRun run;
    private final long preamble;

    Texts(CertifiedRun run) {
      this.run = run;
      this.preamble = bytes(script(List.of()));
    }

    /** Returns the bytes that every text contains. */
    long preamble() {
      return preamble;
    }

    /** Returns the bytes of the text of an obligation, without those of every text. */
    Timed<Long> of(CertifiedClaim.Chosen each) {
      Timed<String> script =
          Timed.of(
              () -> script(List.of(new ObligationScript.Question(each.says(), each.formula()))));
      return new Timed<>(Math.max(0, bytes(script.result()) - preamble), script.nanos());
    }

    private String script(List<ObligationScript.Question> questions) {
      return ObligationScript.of(run.vocabulary(), run.assumed(), questions);
    }
  }

  /** The policies in a formula. */
  private static final class Owners {
    private final Map<Span, PolicyOwner> found = new HashMap<>();

    Set<PolicyOwner> in(Formula formula) {
      add(formula);
      return new HashSet<>(found.values());
    }

    private void add(Formula formula) {
      switch (formula) {
        case Formula.All(List<Formula> parts) -> parts.forEach(this::add);
        case Formula.Any(List<Formula> parts) -> parts.forEach(this::add);
        case Formula.Not(Formula part) -> add(part);
        case Formula.Defined(Formula meaning) -> add(meaning);
        case Formula.Admitted admitted ->
            admitted
                .enforcement()
                .rules()
                .chains()
                .forEach(chain -> found.putIfAbsent(chain.owner().span(), chain.owner()));
        case Formula.ChainMatches matches ->
            found.putIfAbsent(matches.chain().owner().span(), matches.chain().owner());
        default -> {
          // The other formulas are about the program and the vocabulary.
        }
      }
    }
  }

  /** The answers of workers, by the digests of the questions. */
  private static final class Answers implements ImpossibleQuestions {
    private final Set<QuestionKey> keys = new HashSet<>();
    private boolean complete;
    private int hits;

    /** Returns how often an answer was used. */
    synchronized int hits() {
      return hits;
    }

    /** From now on, nothing is added. */
    synchronized void complete() {
      complete = true;
    }

    @Override
    public synchronized boolean contains(QuestionKey question) {
      boolean found = complete && keys.contains(question);
      if (found) {
        hits++;
      }
      return found;
    }

    @Override
    public synchronized void add(QuestionKey question) {
      if (!complete) {
        keys.add(question);
      }
    }
  }
}
