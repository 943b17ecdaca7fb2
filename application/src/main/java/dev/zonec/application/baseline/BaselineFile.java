package dev.zonec.application.baseline;

import dev.zonec.application.report.WholeFile;
import dev.zonec.compiler.emit.QuotedYaml;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.inputs.ReadPaths;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.manifest.TreeDocuments;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and writes baseline files. */
public final class BaselineFile {
  /** The version of the format. */
  static final int VERSION = 1;

  private static final String VERSION_KEY = "version";
  private static final String FINDINGS = "findings";
  private static final String CONTEXTS = "contexts";

  private static final String HEAD =
      """
      # Findings that `zonec verify` accepts. `zonec baseline` writes this file and keeps no other
      # comments. You can edit reasons and dates, and delete findings. `contexts` is what they rely on.
      """;

  private BaselineFile() {}

  /** The outcome of reading a file. */
  public sealed interface Reading {
    /** Returns the problems of the file; none if it is valid. */
    default List<Diagnostic> problems() {
      return switch (this) {
        case Read read -> List.of();
        case Invalid(List<Diagnostic> problems) -> problems;
      };
    }

    /** The file is valid. */
    record Read(Baseline baseline) implements Reading {}

    /** The file is not valid, or cannot be read. */
    record Invalid(List<Diagnostic> problems) implements Reading {}
  }

  /**
   * Reads {@code file}.
   *
   * @param name its name in messages
   */
  public static Reading read(Path file, String name) {
    ReadPaths.file(file);
    try {
      return read(SourceText.decoded(name, Files.readAllBytes(file)));
    } catch (CharacterCodingException e) {
      return invalid(Diagnostic.errorIn(Code.ZC0814, name, "the baseline is not UTF-8 text"));
    } catch (IOException e) {
      return invalid(
          Files.exists(file)
              ? Diagnostic.errorIn(Code.ZC0814, name, "the baseline cannot be read")
              : Diagnostic.errorIn(Code.ZC0814, name, "there is no such baseline")
                  .help("`zonec baseline` writes one"));
    }
  }

  private static Reading invalid(Diagnostic problem) {
    return new Reading.Invalid(List.of(problem));
  }

  /** Reads the text of a file. */
  static Reading read(SourceText text) {
    ParsedTexts parsed = ParsedTexts.whole(text);
    if (!parsed.unreadable().isEmpty()) {
      return new Reading.Invalid(
          parsed.unreadable().stream().map(problem -> problem.as(Code.ZC0814)).toList());
    }
    List<Document> documents = parsed.documents();
    if (documents.size() != 1) {
      return invalid(
          Diagnostic.errorIn(Code.ZC0814, text.name(), "a baseline contains one YAML document"));
    }
    List<Diagnostic> problems = new ArrayList<>();
    BaselineValues values = new BaselineValues(problems);
    Baseline read = baseline(text.name(), TreeDocuments.tree(documents.getFirst()), values);
    return problems.isEmpty() ? new Reading.Read(read) : new Reading.Invalid(problems);
  }

  private static Baseline baseline(String name, Tree tree, BaselineValues values) {
    if (!(tree instanceof Tree.Mapping root)) {
      values.problem(tree, "a baseline is a mapping with `version`, `contexts` and `findings`");
      return Baseline.NONE;
    }
    Optional<Tree> version = root.value(VERSION_KEY);
    if (version.isEmpty()
        || !(version.get() instanceof Tree.Leaf leaf && leaf.whole().orElse(0) == VERSION)) {
      values.problem(
          version.orElse(root), "`version` is " + VERSION + " in baselines that this zonec reads");
      return Baseline.NONE;
    }
    values.checkKeys(root, Set.of(VERSION_KEY, CONTEXTS, FINDINGS));
    return new Baseline(
        name,
        root.value(CONTEXTS).map(new ContextReader(values)::contexts).orElse(Map.of()),
        root.value(FINDINGS).map(new EntryReader(values)::entries).orElse(List.of()));
  }

  /** Returns the text of a file with the content of {@code baseline}. */
  public static String text(Baseline baseline) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put(VERSION_KEY, VERSION);
    root.put(FINDINGS, EntryData.of(baseline.entries()));
    root.put(CONTEXTS, ContextData.of(baseline.contexts()));
    return HEAD + QuotedYaml.write(root);
  }

  /**
   * Writes {@code text} to {@code file}: the whole text or nothing. Returns the problem if this
   * fails.
   *
   * @param name the name of the file in messages
   */
  public static Optional<Diagnostic> write(Path file, String name, String text) {
    try {
      WholeFile.write(file, text);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          Diagnostic.errorIn(Code.ZC0410, name, "the baseline cannot be written")
              .note(e.getClass().getSimpleName() + ": " + e.getMessage()));
    }
  }
}
