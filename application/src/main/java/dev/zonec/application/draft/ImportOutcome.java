package dev.zonec.application.draft;

import dev.zonec.application.input.ReadManifests;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.importer.Draft;
import java.util.List;
import java.util.stream.Stream;

/** The outcome of an import. */
public sealed interface ImportOutcome {
  /**
   * The manifests cannot be used.
   *
   * @param problems the reasons; at least one
   */
  record Unusable(List<Diagnostic> problems) implements ImportOutcome {}

  /** The manifests contain no valid policy. */
  record NoPolicies(ReadManifests read) implements ImportOutcome {
    /** Returns the problems of the manifests, and that they contain no policy. */
    public List<Diagnostic> problems() {
      return Stream.concat(
              read.problems().stream(),
              Stream.of(Diagnostic.error(Code.ZC0703, "the manifests hold no valid NetworkPolicy")))
          .toList();
    }
  }

  /**
   * The policies are drafted as a program.
   *
   * @param text the text of the draft, with comments that suppress findings of lint
   */
  record Drafted(ReadManifests read, Draft draft, String text, ImportRequest request)
      implements ImportOutcome {
    /** Writes the draft to its file, if there is one. Returns the problem if this fails. */
    public List<Diagnostic> write() {
      return request.target().write(text);
    }

    /** Returns the proof of the draft, which runs when its outcome is requested. */
    public DraftProof proof() {
      return new DraftProof(this);
    }
  }
}
