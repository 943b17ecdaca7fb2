package dev.zonec.kubernetes.kustomize;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.diagnostics.ShortList;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.Document;
import dev.zonec.kubernetes.manifest.ParsedTexts;
import dev.zonec.kubernetes.manifest.ReadFields;
import dev.zonec.kubernetes.manifest.Tree;
import dev.zonec.kubernetes.manifest.TreeDocuments;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports files beside a kustomization that no kustomization lists. If such a file contains a
 * policy, it may be applied in another way or may have been forgotten. Both are possible, so this
 * is an error.
 */
final class UnlistedFiles {
  private static final int MOST_NAMED = 3;

  private UnlistedFiles() {}

  /** Returns the problems of {@code files}, all of one folder. */
  static List<Diagnostic> in(List<SourceText> files) {
    List<SourceText> policies = files.stream().filter(file -> holds(file, true)).toList();
    List<SourceText> others =
        files.stream().filter(file -> !policies.contains(file) && holds(file, false)).toList();
    List<Diagnostic> said = new ArrayList<>();
    if (!policies.isEmpty()) {
      said.add(of(policies, Severity.ERROR, "a policy"));
    }
    if (!others.isEmpty()) {
      said.add(of(others, Severity.WARNING, "objects"));
    }
    return said;
  }

  private static Diagnostic of(List<SourceText> files, Severity severity, String what) {
    List<String> names = files.stream().map(SourceText::name).toList();
    boolean one = names.size() == 1;
    return new Diagnostic(
            severity,
            Code.ZC0653,
            (one ? "a file with " : names.size() + " files with ")
                + what
                + (one ? " is" : " are")
                + " in the folder of a kustomization that does not list "
                + (one ? "it" : "them"),
            new Place.InFile(ShortList.of(names, MOST_NAMED)),
            "",
            List.of())
        .note(
            "kustomize does not apply "
                + (one ? "it" : "them")
                + ", so zonec does not read "
                + (one ? "it" : "them"))
        .help(
            "list "
                + (one ? "it" : "them")
                + " under `resources`, or name "
                + (one ? "it" : "each")
                + " with -m "
                + names.getFirst());
  }

  private static boolean holds(SourceText file, boolean policy) {
    return ParsedTexts.whole(file).documents().stream().anyMatch(each -> holds(each, policy));
  }

  private static boolean holds(Document document, boolean policy) {
    if (!(TreeDocuments.tree(document) instanceof Tree.Mapping object)) {
      return false;
    }
    String apiVersion = object.text("apiVersion").orElse("");
    String kind = object.text("kind").orElse("");
    return policy
        ? kind.endsWith("NetworkPolicy")
            || ReadFields.of(apiVersion, kind).filter(fields -> !fields.modelled()).isPresent()
        : ReadFields.counts(apiVersion, kind);
  }
}
