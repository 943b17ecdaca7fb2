package dev.zonec.kubernetes.live;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A cluster and the credentials to read it.
 *
 * @param kubeconfig the file with the credentials
 * @param context the context in this file
 * @param requestTimeout the greatest time for an answer to a request
 */
public record ClusterSource(Kubeconfig kubeconfig, Context context, Duration requestTimeout) {
  /** Rejects a timeout that is not positive. */
  public ClusterSource {
    if (requestTimeout.isZero() || requestTimeout.isNegative()) {
      throw new IllegalArgumentException(
          "the timeout of a request must be positive: " + requestTimeout);
    }
  }

  /** The location of the credentials. */
  public sealed interface Kubeconfig {
    /** A file. */
    record InFile(Path path) implements Kubeconfig {}

    /**
     * The location that kubectl uses: the files of {@code KUBECONFIG}, or else {@code
     * ~/.kube/config}, or else the service account of the pod.
     */
    record Default() implements Kubeconfig {}
  }

  /** A context of a kubeconfig. */
  public sealed interface Context {
    /** The context called {@code name}. */
    record Named(String name) implements Context {}

    /** The {@code current-context}. */
    record Current() implements Context {}
  }
}
