package dev.zonec.kubernetes.live;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Which cluster is read, and as whom.
 *
 * @param kubeconfig where the credentials are
 * @param context which of them are used
 * @param requestTimeout how long an answer to one request may take
 */
public record ClusterSource(Kubeconfig kubeconfig, Context context, Duration requestTimeout) {
  /** Refuses a time that is none. */
  public ClusterSource {
    if (requestTimeout.isZero() || requestTimeout.isNegative()) {
      throw new IllegalArgumentException("no time for a request: " + requestTimeout);
    }
  }

  /** Where credentials are. */
  public sealed interface Kubeconfig {
    /** A file. */
    record InFile(Path path) implements Kubeconfig {}

    /**
     * Where kubectl looks: the files of {@code KUBECONFIG}, else {@code ~/.kube/config}, else the
     * service account of the pod.
     */
    record Default() implements Kubeconfig {}
  }

  /** Which of the contexts of a kubeconfig. */
  public sealed interface Context {
    /** The one with a name. */
    record Named(String name) implements Context {}

    /** Its {@code current-context}. */
    record Current() implements Context {}
  }
}
