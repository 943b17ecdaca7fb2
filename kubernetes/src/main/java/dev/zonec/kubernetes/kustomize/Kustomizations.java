package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.Sources;
import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.manifest.TreeDocuments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the kustomizations among manifest files. It builds each kustomization that no other one
 * includes. Files that belong to a kustomization are not read separately. A file beside a
 * kustomization that does not mention it is not read at all. This is a gap if the file contains a
 * policy, and a warning if it contains other objects that affect connections.
 */
public final class Kustomizations {
  private final Sources sources;
  private final DiskFiles files;
  private final Builder builder;
  private final Map<Path, Kustomization> found = new LinkedHashMap<>();
  private final List<Diagnostic> unreadable = new ArrayList<>();
  private final Set<Path> mentioned = new HashSet<>();
  private final Set<Path> included = new HashSet<>();

  private Kustomizations(Sources sources, Builder builder) {
    this.sources = sources;
    this.files = new DiskFiles(sources);
    this.builder = builder;
  }

  /** Builds a kustomization. */
  interface Builder {
    Build.Built build(Kustomization root, ProjectFiles files);
  }

  /**
   * The content of manifest files.
   *
   * @param parsed the documents of plain files and of builds
   * @param warnings warnings about the kustomizations
   */
  public record Result(ParsedTexts parsed, List<Diagnostic> warnings) {
    /** Copies the list. */
    public Result {
      warnings = List.copyOf(warnings);
    }
  }

  /** Reads {@code sources}; zonec builds the kustomizations itself. */
  public static Result of(Sources sources) {
    return new Kustomizations(sources, Build::of).result();
  }

  /** Reads {@code sources}; {@code command} builds the kustomizations. */
  public static Result builtBy(BuildCommand command, Sources sources) {
    return new Kustomizations(sources, command::build).result();
  }

  private Result result() {
    sources.files().forEach(this::find);
    if (found.isEmpty() && unreadable.isEmpty()) {
      return new Result(ParsedTexts.of(sources.texts()), List.of());
    }
    found.values().forEach(this::register);
    List<Diagnostic> warnings = new ArrayList<>();
    ParsedTexts plain = ParsedTexts.of(plain(warnings));
    Environments environments = new Environments();
    for (Kustomization each : found.values()) {
      Deadline.check();
      if (!each.isComponent() && !included.contains(each.folder())) {
        environments.add(each, builder.build(each, files));
      }
    }
    environments.report(unreadable, warnings);
    List<Document> documents = new ArrayList<>(plain.documents());
    for (Tree.Mapping object : environments.objects()) {
      documents.add(TreeDocuments.document(object));
    }
    unreadable.addAll(plain.unreadable());
    return new Result(plain.with(documents, unreadable.stream().distinct().toList()), warnings);
  }

  private void find(Sources.File file) {
    if (!isKustomization(file)) {
      return;
    }
    Path folder = file.path().map(Path::getParent).orElseThrow();
    switch (Kustomization.read(folder, file.text())) {
      case Kustomization.Outcome.Unreadable(var problems) -> unreadable.addAll(problems);
      case Kustomization.Outcome.Read(Kustomization read) -> {
        if (!read.isForeign()) {
          found.put(folder, read);
        }
      }
    }
  }

  private static boolean isKustomization(Sources.File file) {
    return file.path().map(Path::getFileName).filter(name -> isName(name.toString())).isPresent();
  }

  /** Whether kustomize reads a file of this name in a folder as the folder's kustomization. */
  public static boolean isName(String fileName) {
    return Kustomization.NAMES.contains(fileName);
  }

  private void register(Kustomization each) {
    Set<Path> paths = Mentioned.by(each);
    mentioned.addAll(paths);
    for (String field : List.of("resources", "bases", "components")) {
      for (Tree item : each.tree().items(field)) {
        if (item instanceof Tree.Leaf leaf) {
          Path path = each.folder().resolve(leaf.asText().replace('\0', ' ')).normalize();
          included.add(path);
        }
      }
    }
  }

  /** Returns the texts that belong to no kustomization. */
  private List<SourceText> plain(List<Diagnostic> warnings) {
    Set<Path> managed = new HashSet<>(found.keySet());
    for (Sources.File file : sources.files()) {
      file.path()
          .filter(mentioned::contains)
          .flatMap(path -> Optional.ofNullable(path.getParent()))
          .ifPresent(managed::add);
    }
    List<SourceText> plain = new ArrayList<>();
    Map<Path, List<SourceText>> beside = new HashMap<>();
    for (Sources.File file : sources.files()) {
      Optional<Path> path = file.path();
      boolean kustomization =
          isKustomization(file) && path.map(Path::getParent).filter(found::containsKey).isPresent();
      if (kustomization || (isKustomization(file) && !isForeign(file))) {
        continue;
      }
      if (file.named() || path.isEmpty()) {
        plain.add(file.text());
      } else if (!isMentioned(path.get()) && managed.contains(path.get().getParent())) {
        beside
            .computeIfAbsent(path.get().getParent(), folder -> new ArrayList<>())
            .add(file.text());
      } else if (!isMentioned(path.get())) {
        plain.add(file.text());
      }
    }
    beside.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(each -> UnlistedFiles.in(each.getValue()).stream())
        .forEach(said -> (said.isError() ? unreadable : warnings).add(said));
    return plain;
  }

  private static boolean isForeign(Sources.File file) {
    return file.path()
        .map(Path::getParent)
        .filter(
            folder ->
                Kustomization.read(folder, file.text())
                        instanceof Kustomization.Outcome.Read(Kustomization read)
                    && read.isForeign())
        .isPresent();
  }

  private boolean isMentioned(Path path) {
    if (mentioned.contains(path)) {
      return true;
    }
    // A folder of transformers or generators is mentioned as a whole.
    for (Path around = path.getParent(); around != null; around = around.getParent()) {
      if (found.containsKey(around)) {
        return false;
      }
      if (mentioned.contains(around)) {
        return true;
      }
    }
    return false;
  }
}
