package dev.zonec.cli;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Severity;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Selector;
import dev.zonec.verifier.live.ClusterReading;
import dev.zonec.verifier.live.ReadingProgress;
import dev.zonec.verifier.live.Wanted;
import dev.zonec.verifier.manifest.ManifestFiles;
import dev.zonec.verifier.manifest.ManifestReader;
import dev.zonec.verifier.manifest.Manifests;
import dev.zonec.verifier.manifest.Sources;
import dev.zonec.verifier.manifest.UnmodelledPolicy;
import dev.zonec.verifier.policy.CidrForm;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.report.ManifestSummary;
import dev.zonec.verifier.world.Coverage;
import dev.zonec.verifier.world.Inventory;
import dev.zonec.verifier.world.InventoryReader;
import dev.zonec.verifier.world.MetadataForm;
import dev.zonec.verifier.world.World;
import dev.zonec.verifier.world.WorldReader;
import dev.zonec.verifier.world.WorldReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which manifests a command reads, and what it accepts not to cover. */
final class ManifestOptions {
  @Option(
      names = {"-m", "--manifests"},
      paramLabel = "PATH",
      description = "manifests to read: a file, a folder, or - for standard input; repeatable")
  private List<String> paths = new ArrayList<>();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--ignore",
      paramLabel = "KIND",
      description = "accept that policies of this kind are not modelled; repeatable")
  private List<String> ignored = new ArrayList<>();

  @Option(names = "--skip-unreadable", description = "accept that what cannot be read is left out")
  private boolean skipUnreadable;

  /**
   * What was read.
   *
   * @param world what the manifests and the cluster declare
   * @param gaps what a verdict does not cover
   * @param accepted what was left out and the user accepts
   * @param guesses what answers about declared workloads do not cover, beside the gaps
   * @param summary how much it was
   * @param coverage whose policies are in the world
   * @param unusable why nothing of the cluster could be read; each is among the gaps
   * @param warnings what policies say to no effect
   * @param inventory what they declare beyond that
   */
  record Read(
      World world,
      List<Gap> gaps,
      List<Diagnostic> accepted,
      List<Gap> guesses,
      ManifestSummary summary,
      Coverage coverage,
      List<Diagnostic> unusable,
      List<Diagnostic> warnings,
      Inventory inventory) {
    /** Says what was left out with the user's leave, and how much was read where that matters. */
    void tell(Console console, OutputOptions options) {
      console.report(accepted);
      boolean missing = !gaps.isEmpty() || !accepted.isEmpty();
      if (options.verbose() || (missing && !options.quiet())) {
        console.remark(summary.line());
      }
    }

    List<Namespace> catalog() {
      return world.namespaces().stream().filter(Namespace::declared).toList();
    }
  }

  /** Reads these as well. */
  void add(List<String> more) {
    List<String> all = new ArrayList<>(paths);
    all.addAll(more);
    paths = all;
  }

  boolean given() {
    return !paths.isEmpty() || cluster.given();
  }

  /** Whether the user accepts that an answer leaves out what was not read. */
  boolean acceptsUnread() {
    return skipUnreadable;
  }

  /** Paths that are not there: a mistake in the command, not a gap. */
  List<Diagnostic> missing() {
    cluster.check();
    return paths.stream()
        .filter(path -> !path.equals("-") && !Files.exists(Path.of(path)))
        .map(path -> Diagnostic.errorIn(Code.ZC0601, path, "there is no such file or folder"))
        .toList();
  }

  /**
   * What the paths and the cluster hold, before it is known what is asked of it.
   *
   * @param manifests the objects
   * @param texts how many texts there are
   * @param unreadable what could not be read
   * @param coverage whose policies are among the objects
   * @param unusable why nothing of the cluster could be read
   */
  record Loaded(
      Manifests manifests,
      int texts,
      List<Diagnostic> unreadable,
      Coverage coverage,
      List<Diagnostic> unusable) {
    static Loaded of(List<SourceText> texts, List<Diagnostic> unreadable, Coverage coverage) {
      return new Loaded(ManifestReader.read(texts), texts.size(), unreadable, coverage, List.of());
    }
  }

  /** Loads everything that the command names. */
  Loaded load(ReadingProgress progress) {
    return load(Wanted.ALL_OBJECTS, progress);
  }

  /** Loads all manifests, and what is {@code wanted} of a cluster. */
  Loaded load(Wanted wanted, ReadingProgress progress) {
    Sources sources = ManifestFiles.collect(paths, System.in);
    if (!cluster.given()) {
      return Loaded.of(sources.texts(), sources.problems(), new Coverage.Whole());
    }
    List<SourceText> texts = new ArrayList<>(sources.texts());
    List<Diagnostic> unreadable = new ArrayList<>(sources.problems());
    return switch (cluster.read(wanted, progress)) {
      case ClusterReading.Unusable(var problems) ->
          new Loaded(
              ManifestReader.read(texts), texts.size(), unreadable, new Coverage.Whole(), problems);
      case ClusterReading.Read(var found, var unread, var coverage) -> {
        texts.addAll(found);
        unreadable.addAll(unread);
        yield Loaded.of(texts, unreadable, coverage);
      }
    };
  }

  /** The world of compiled policies. */
  Read read(List<SourceText> texts) {
    return read(Loaded.of(texts, List.of(), new Coverage.Whole()), List.of());
  }

  /**
   * The world of what was loaded.
   *
   * @param asked what pods are selected by, beside policies and Services
   */
  Read read(Loaded loaded, Collection<Selector> asked) {
    Manifests manifests = loaded.manifests();
    // Left out with the user's leave, or counted in and reported as a gap.
    MetadataForm metadata = skipUnreadable ? MetadataForm.VALID : MetadataForm.ANY;
    WorldReading reading =
        new WorldReader(WorldReader.DEFAULT_NAMESPACE, CidrForm.CANONICAL, metadata)
            .read(manifests, asked);
    List<Diagnostic> unreadable = new ArrayList<>(loaded.unreadable());
    unreadable.addAll(manifests.unreadable());
    unreadable.addAll(reading.problems());
    List<Gap> gaps = new ArrayList<>();
    List<Diagnostic> accepted = new ArrayList<>();
    for (Diagnostic problem : unreadable) {
      if (skipUnreadable) {
        accepted.add(asWarning(problem));
      } else {
        gaps.add(new Gap(problem));
      }
    }
    for (UnmodelledPolicy policy : manifests.unmodelled()) {
      Diagnostic problem = unmodelled(policy);
      if (ignored.contains(policy.kind())) {
        accepted.add(asWarning(problem));
      } else {
        gaps.add(
            new Gap(
                problem.help(
                    "accept that it is not covered with `--ignore " + policy.kind() + "`")));
      }
    }
    loaded.unusable().forEach(problem -> gaps.add(new Gap(problem)));
    ManifestSummary summary = new ManifestSummary(manifests, loaded.texts(), unreadable.size());
    return new Read(
        reading.world(),
        gaps,
        accepted,
        reading.guesses().stream().map(Gap::new).toList(),
        summary,
        loaded.coverage(),
        loaded.unusable(),
        reading.warnings(),
        InventoryReader.read(manifests, reading.world()));
  }

  private static Diagnostic unmodelled(UnmodelledPolicy policy) {
    return Diagnostic.error(
            Code.ZC0511,
            policy.site(),
            policy.kind() + " " + policy.name() + " is not modelled and could change what connects")
        .note("its API version is " + policy.apiVersion());
  }

  private static Diagnostic asWarning(Diagnostic problem) {
    return new Diagnostic(
        Severity.WARNING,
        problem.code(),
        problem.message(),
        problem.place(),
        problem.label(),
        problem.notes());
  }
}
