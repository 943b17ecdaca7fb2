package dev.zonec.kubernetes.live;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.world.Coverage;
import java.util.List;

/** What came of reading a cluster. */
public sealed interface ClusterReading {
  /**
   * Nothing can be said of the cluster.
   *
   * @param problems why; at least one
   */
  record Unusable(List<Diagnostic> problems) implements ClusterReading {
    /** Copies the problems. */
    public Unusable {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The cluster answered.
   *
   * @param texts an object each, as YAML with the fields that count
   * @param unread what should have been read and could not be, each with its reason
   * @param coverage whose policies are in {@code texts} if {@code unread} is empty
   */
  record Read(List<SourceText> texts, List<Diagnostic> unread, Coverage coverage)
      implements ClusterReading {
    /** Copies the lists. */
    public Read {
      texts = List.copyOf(texts);
      unread = List.copyOf(unread);
    }
  }
}
