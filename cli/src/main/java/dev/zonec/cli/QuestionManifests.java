package dev.zonec.cli;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Cluster;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.world.Coverage;
import dev.zonec.verifier.world.World;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The manifests that a question is about, and how far an answer covers them. */
final class QuestionManifests {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Mixin private ManifestOptions manifests = new ManifestOptions();
  @Mixin private PolicyLintOptions lint = new PolicyLintOptions();

  /** What became of reading them. */
  sealed interface Outcome {
    /** They were read, with what an answer does not cover. */
    record Ready(ReadManifests read, List<Gap> gaps) implements Outcome {
      /** Copies the list. */
      public Ready {
        gaps = List.copyOf(gaps);
      }

      World world() {
        return read.world();
      }
    }

    /** What is wrong has been reported. */
    record Failed(ExitCode exit) implements Outcome {}
  }

  /** Paths that are not there. */
  List<Diagnostic> missing() {
    return manifests.missing();
  }

  /** Loads them; nothing where none are given. */
  LoadedManifests load(OutputOptions options, Console console) {
    return manifests.load(options.progress(console));
  }

  /**
   * Reads them, and says what is wrong with them.
   *
   * @param loaded what they hold
   * @param asked what the question asks of pods' labels
   */
  Outcome read(
      LoadedManifests loaded,
      List<Selector> asked,
      Cluster cluster,
      OutputOptions options,
      Console console) {
    if (!manifests.given()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "a question is about manifests: give some with -m PATH, or a cluster with -k");
    }
    ReadManifests read = manifests.read(loaded, asked);
    read.tell(console, options);
    lint.report(read, cluster, options.quiet(), console);
    List<Gap> gaps = new ArrayList<>(read.gaps());
    gaps.addAll(read.guesses());
    console.report(gaps.stream().map(Gap::problem).toList());
    return new Outcome.Ready(read, gaps);
  }

  /**
   * The exit code of an answer; what it does not cover is said.
   *
   * @param missing what the answer lacks beside the gaps of the manifests
   */
  ExitCode covered(Outcome.Ready ready, List<Diagnostic> missing, Console console) {
    console.report(missing);
    if (!ready.gaps().isEmpty() || !missing.isEmpty()) {
      console.remark("the answer does not cover what is reported above");
      return ExitCode.INCONCLUSIVE;
    }
    if (!(ready.read().coverage() instanceof Coverage.Whole) && !manifests.acceptsUnread()) {
      console.remark(
          "the answer covers the namespaces that were read; accept that with --skip-unreadable");
      return ExitCode.INCONCLUSIVE;
    }
    return ExitCode.HOLDS;
  }
}
