package dev.zonec.kubernetes.world;

import dev.zonec.diagnostics.Span;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The image of a container of a workload.
 *
 * @param container the name of the container; empty if it has none
 * @param image the image as the manifest names it, such as {@code shop/web:1.2}
 * @param ids the images that nodes run, as the status of the pods names them, such as {@code
 *     docker.io/shop/web@sha256:4f…}; empty if no status is known
 * @param span the name of the image in its manifest
 */
public record ContainerImage(String container, String image, SortedSet<String> ids, Span span) {
  /** Copies the ids. */
  public ContainerImage {
    ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
  }

  /** Whether {@code other} is the same image of a container of the same name. */
  boolean isSame(ContainerImage other) {
    return container.equals(other.container) && image.equals(other.image);
  }

  /** Returns a copy with the ids of {@code other} in addition. */
  ContainerImage and(ContainerImage other) {
    SortedSet<String> all = new TreeSet<>(ids);
    all.addAll(other.ids);
    return new ContainerImage(container, image, all, span);
  }
}
