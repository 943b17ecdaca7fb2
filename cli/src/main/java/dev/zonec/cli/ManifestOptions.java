package dev.zonec.cli;

import dev.zonec.cli.help.OptionGroup;
import dev.zonec.cli.help.OptionGroup.Subject;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.model.label.Selector;
import dev.zonec.verifier.live.ClusterReading;
import dev.zonec.verifier.live.ReadingProgress;
import dev.zonec.verifier.live.Wanted;
import dev.zonec.verifier.manifest.ManifestFiles;
import dev.zonec.verifier.manifest.ManifestReader;
import dev.zonec.verifier.manifest.Sources;
import dev.zonec.verifier.world.Coverage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which manifests a command reads, and what it accepts not to cover. */
@OptionGroup(Subject.MANIFESTS)
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
      description =
          "accept that objects of this kind are not covered, KIND or KIND.GROUP; repeatable")
  private List<String> ignored = new ArrayList<>();

  @Option(names = "--skip-unreadable", description = "accept that what cannot be read is left out")
  private boolean skipUnreadable;

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

  /** Loads everything that the command names. */
  LoadedManifests load(ReadingProgress progress) {
    return load(Wanted.ALL_OBJECTS, progress);
  }

  /** Loads all manifests, and what is {@code wanted} of a cluster. */
  LoadedManifests load(Wanted wanted, ReadingProgress progress) {
    Sources sources = ManifestFiles.collect(paths, System.in);
    if (!cluster.given()) {
      return LoadedManifests.of(paths, sources.texts(), sources.problems(), new Coverage.Whole());
    }
    List<SourceText> texts = new ArrayList<>(sources.texts());
    List<Diagnostic> unreadable = new ArrayList<>(sources.problems());
    return switch (cluster.read(wanted, progress)) {
      case ClusterReading.Unusable(var problems) ->
          new LoadedManifests(
              ManifestReader.read(texts), texts.size(), unreadable, new Coverage.Whole(), problems);
      case ClusterReading.Read(var found, var unread, var coverage) -> {
        texts.addAll(found);
        unreadable.addAll(unread);
        yield LoadedManifests.of(paths, texts, unreadable, coverage);
      }
    };
  }

  /**
   * The world of what was loaded.
   *
   * @param asked what pods are selected by, beside policies and Services
   */
  ReadManifests read(LoadedManifests loaded, Collection<Selector> asked) {
    return new ManifestReading(skipUnreadable, ignored).of(loaded, asked);
  }
}
