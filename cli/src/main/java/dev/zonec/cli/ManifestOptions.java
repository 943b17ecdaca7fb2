package dev.zonec.cli;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Severity;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.verifier.live.ClusterReading;
import dev.zonec.verifier.live.ReadingProgress;
import dev.zonec.verifier.live.Wanted;
import dev.zonec.verifier.manifest.ManifestFiles;
import dev.zonec.verifier.manifest.ManifestReader;
import dev.zonec.verifier.manifest.Manifests;
import dev.zonec.verifier.manifest.Sources;
import dev.zonec.verifier.manifest.UnmodelledPolicy;
import dev.zonec.verifier.proof.Gap;
import dev.zonec.verifier.world.Coverage;
import dev.zonec.verifier.world.Inventory;
import dev.zonec.verifier.world.InventoryReader;
import dev.zonec.verifier.world.World;
import dev.zonec.verifier.world.WorldReader;
import dev.zonec.verifier.world.WorldReading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
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
   * @param skipped kinds that say nothing about connections, counted
   * @param coverage whose policies are in the world
   * @param unusable why nothing of the cluster could be read; each is among the gaps
   * @param inventory what they declare beyond that
   */
  record Read(
      World world,
      List<Gap> gaps,
      List<Diagnostic> accepted,
      SortedMap<String, Integer> skipped,
      Coverage coverage,
      List<Diagnostic> unusable,
      Inventory inventory) {
    List<Namespace> catalog() {
      return world.namespaces().stream().filter(Namespace::declared).toList();
    }
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

  /** Reads everything that the command names. */
  Read read(ReadingProgress progress) {
    return read(Wanted.ALL_OBJECTS, progress);
  }

  /** Reads all manifests, and what is {@code wanted} of a cluster. */
  Read read(Wanted wanted, ReadingProgress progress) {
    Sources sources = ManifestFiles.collect(paths, System.in);
    if (!cluster.given()) {
      return read(sources.texts(), sources.problems());
    }
    List<SourceText> texts = new ArrayList<>(sources.texts());
    List<Diagnostic> unreadable = new ArrayList<>(sources.problems());
    return switch (cluster.read(wanted, progress)) {
      case ClusterReading.Unusable(var problems) -> {
        Read read = read(texts, unreadable);
        List<Gap> gaps = new ArrayList<>(read.gaps());
        problems.forEach(problem -> gaps.add(new Gap(problem)));
        yield new Read(
            read.world(),
            gaps,
            read.accepted(),
            read.skipped(),
            read.coverage(),
            problems,
            read.inventory());
      }
      case ClusterReading.Read(var found, var unread, var coverage) -> {
        texts.addAll(found);
        unreadable.addAll(unread);
        Read read = read(texts, unreadable);
        yield new Read(
            read.world(),
            read.gaps(),
            read.accepted(),
            read.skipped(),
            coverage,
            List.of(),
            read.inventory());
      }
    };
  }

  Read read(List<SourceText> texts, List<Diagnostic> unreadableFiles) {
    Manifests manifests = ManifestReader.read(texts);
    WorldReading reading = new WorldReader().read(manifests);
    List<Diagnostic> unreadable = new ArrayList<>(unreadableFiles);
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
    return new Read(
        reading.world(),
        gaps,
        accepted,
        manifests.skippedKinds(),
        new Coverage.Whole(),
        List.of(),
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
