package dev.zonec.verifier.kustomize;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Place;
import dev.zonec.diagnostics.Severity;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.verifier.manifest.Document;
import dev.zonec.verifier.manifest.ParsedTexts;
import dev.zonec.verifier.manifest.ReadFields;
import dev.zonec.verifier.manifest.Tree;
import dev.zonec.verifier.manifest.TreeDocuments;
import java.util.List;
import java.util.Optional;

/** Says which files beside a kustomization are applied by nobody. */
final class Unlisted {
  private static final int MOST_NAMED = 3;

  private Unlisted() {}

  /** A warning about those of {@code files}, all of one folder, that hold objects that count. */
  static Optional<Diagnostic> in(List<SourceText> files) {
    List<String> names = files.stream().filter(Unlisted::counts).map(SourceText::name).toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String listed = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)));
    String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
    boolean one = names.size() == 1;
    return Optional.of(
        new Diagnostic(
                Severity.WARNING,
                Code.ZC0653,
                (one ? "this file is" : names.size() + " files are")
                    + " in the folder of a kustomization that does not list "
                    + (one ? "it" : "them"),
                new Place.InFile(listed + more),
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
                    + names.getFirst()));
  }

  private static boolean counts(SourceText file) {
    return ParsedTexts.whole(file).documents().stream().anyMatch(Unlisted::counts);
  }

  private static boolean counts(Document document) {
    return TreeDocuments.tree(document) instanceof Tree.Mapping object
        && ReadFields.counts(object.text("apiVersion").orElse(""), object.text("kind").orElse(""));
  }
}
