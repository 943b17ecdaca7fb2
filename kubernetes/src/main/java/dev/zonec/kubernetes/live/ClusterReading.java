package dev.zonec.kubernetes.live;

import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.DetailKind;
import dev.zonec.kubernetes.world.Coverage;
import java.util.List;
import java.util.Map;

/** The outcome of reading a cluster. */
public sealed interface ClusterReading {
  /**
   * The cluster could not be read.
   *
   * @param problems at least one problem
   */
  record Unusable(List<Diagnostic> problems) implements ClusterReading {
    /** Copies the problems. */
    public Unusable {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The cluster was read.
   *
   * @param texts the objects as YAML, with the fields that zonec reads
   * @param unread a problem for everything that should have been read but could not be
   * @param coverage the namespaces whose policies are in {@code texts}, if {@code unread} is empty
   * @param absent the kinds of details that were wanted but not read, each with the reason
   */
  record Read(
      List<SourceText> texts,
      List<Diagnostic> unread,
      Coverage coverage,
      Map<DetailKind, String> absent)
      implements ClusterReading {
    /** Copies the lists. */
    public Read {
      texts = List.copyOf(texts);
      unread = List.copyOf(unread);
      absent = Map.copyOf(absent);
    }
  }
}
