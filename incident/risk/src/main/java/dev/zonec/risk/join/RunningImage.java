package dev.zonec.risk.join;

import dev.zonec.kubernetes.world.ContainerImage;
import dev.zonec.kubernetes.world.Inventory;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.risk.image.ImageReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An image that containers of a workload run.
 *
 * @param workload the workload
 * @param image the image as the manifest names it, with its place; of several containers, the first
 * @param containers the names of the containers, in the order of the manifest
 * @param reference the reference that {@code image} means; empty if it is none
 * @param digests the known digests of the image
 */
public record RunningImage(
    Workload workload,
    ContainerImage image,
    List<String> containers,
    Optional<ImageReference> reference,
    SortedSet<String> digests) {
  /** Copies the collections. */
  public RunningImage {
    containers = List.copyOf(containers);
    digests = Collections.unmodifiableSortedSet(new TreeSet<>(digests));
  }

  /** Returns the images of all workloads, one for each workload and name of an image. */
  public static List<RunningImage> of(Inventory inventory) {
    List<RunningImage> all = new ArrayList<>();
    for (Inventory.WorkloadImages each : inventory.images()) {
      Map<String, List<ContainerImage>> byName = new LinkedHashMap<>();
      for (ContainerImage image : each.images()) {
        byName.computeIfAbsent(image.image(), name -> new ArrayList<>()).add(image);
      }
      byName.values().forEach(same -> all.add(of(each.workload(), same)));
    }
    return all;
  }

  /**
   * Whether the image can have one of {@code references}: not if the names or the tags differ.
   * Nothing is known without references, or if the manifest names the image in another form.
   */
  boolean canBe(Set<ImageReference> references) {
    return references.isEmpty()
        || reference.map(own -> references.stream().anyMatch(each -> own.canBe(each))).orElse(true);
  }

  private static RunningImage of(Workload workload, List<ContainerImage> same) {
    Optional<ImageReference> reference = ImageReference.parse(same.getFirst().image());
    SortedSet<String> digests = new TreeSet<>();
    reference
        .map(ImageReference::digest)
        .filter(text -> !text.isEmpty())
        .ifPresent(digest -> digests.add(digest));
    for (ContainerImage image : same) {
      image
          .ids()
          .forEach(id -> ImageReference.digestIn(id).ifPresent(digest -> digests.add(digest)));
    }
    return new RunningImage(
        workload,
        same.getFirst(),
        same.stream().map(ContainerImage::container).distinct().toList(),
        reference,
        digests);
  }
}
