package dev.zonec.risk.join;

import dev.zonec.risk.vulnerability.Scan;
import dev.zonec.risk.vulnerability.ScanTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports joined to the images of workloads. Each scan is either in {@link #joined} or in {@link
 * #unjoined}.
 *
 * @param joined the images with reports, in the order of the workloads
 * @param unjoined the scans of something that no workload runs
 * @param unscanned the images without a report
 */
public record Joining(
    List<JoinedImage> joined, List<Unjoined> unjoined, List<RunningImage> unscanned) {
  /** Copies the lists. */
  public Joining {
    joined = List.copyOf(joined);
    unjoined = List.copyOf(unjoined);
    unscanned = List.copyOf(unscanned);
  }

  /**
   * An image and its scans.
   *
   * @param way the least sure way in which one of the scans was joined
   */
  public record JoinedImage(RunningImage image, JoinWay way, List<Scan> scans) {
    /** Copies the scans. */
    public JoinedImage {
      scans = List.copyOf(scans);
    }
  }

  /**
   * A scan without a workload.
   *
   * @param reason why, such as {@code no workload runs the image}
   */
  public record Unjoined(Scan scan, String reason) {}

  /** The images by what reports can name. */
  private record Index(
      List<RunningImage> images,
      Map<String, List<RunningImage>> byDigest,
      Map<String, List<RunningImage>> byTag) {
    static Index of(List<RunningImage> images) {
      Index index = new Index(images, new HashMap<>(), new HashMap<>());
      for (RunningImage each : images) {
        each.digests()
            .forEach(
                digest -> index.byDigest.computeIfAbsent(digest, d -> new ArrayList<>()).add(each));
        each.reference()
            .filter(reference -> !reference.tag().isEmpty())
            .ifPresent(
                reference ->
                    index
                        .byTag
                        .computeIfAbsent(
                            reference.name() + ":" + reference.tag(), t -> new ArrayList<>())
                        .add(each));
      }
      return index;
    }

    Set<RunningImage> of(JoinWay way, ScanTarget target) {
      return new LinkedHashSet<>(
          switch (way) {
            case DIGEST ->
                target.digests().stream()
                    .flatMap(digest -> byDigest.getOrDefault(digest, List.of()).stream())
                    .toList();
            case REFERENCE ->
                target.references().stream()
                    .flatMap(
                        one -> byTag.getOrDefault(one.name() + ":" + one.tag(), List.of()).stream())
                    .toList();
            case WORKLOAD ->
                named(target).stream().filter(each -> each.canBe(target.references())).toList();
          });
    }

    /** Returns the images of the containers that the report names. */
    List<RunningImage> named(ScanTarget target) {
      return target.workload().stream()
          .flatMap(
              named -> images.stream().filter(each -> NamedWorkload.is(named, each.workload())))
          .filter(
              each ->
                  target.container().isEmpty() || each.containers().contains(target.container()))
          .toList();
    }

    /** Returns why {@code target} is joined to nothing. */
    String reason(ScanTarget target) {
      if (!target.notAnImage().isEmpty()) {
        return "it is " + target.notAnImage();
      }
      List<RunningImage> others = named(target);
      return others.isEmpty()
          ? "no workload of the manifests runs it"
          : others.getFirst().workload().label()
              + " runs "
              + others.stream()
                  .map(each -> each.image().image())
                  .distinct()
                  .collect(Collectors.joining(" and "))
              + " instead";
    }
  }

  /** Joins {@code scans} to {@code images}: by digest, else by name and tag, else by workload. */
  public static Joining of(List<RunningImage> images, List<Scan> scans) {
    Index index = Index.of(images);
    Map<RunningImage, List<Scan>> found = new LinkedHashMap<>();
    Map<RunningImage, JoinWay> ways = new HashMap<>();
    images.forEach(each -> found.put(each, new ArrayList<>()));
    List<Unjoined> unjoined = new ArrayList<>();
    for (Scan scan : scans) {
      ScanTarget target = scan.target();
      Optional<JoinWay> way =
          Stream.of(JoinWay.values())
              .filter(each -> target.notAnImage().isEmpty() && !index.of(each, target).isEmpty())
              .findFirst();
      Set<RunningImage> matching = way.map(each -> index.of(each, target)).orElse(Set.of());
      for (RunningImage each : matching) {
        found.computeIfAbsent(each, e -> new ArrayList<>()).add(scan);
        way.ifPresent(
            its -> ways.merge(each, its, (one, other) -> one.compareTo(other) > 0 ? one : other));
      }
      if (matching.isEmpty()) {
        unjoined.add(new Unjoined(scan, index.reason(target)));
      }
    }
    List<JoinedImage> joined = new ArrayList<>();
    List<RunningImage> unscanned = new ArrayList<>();
    found.forEach(
        (image, its) -> {
          if (its.isEmpty()) {
            unscanned.add(image);
          } else {
            joined.add(new JoinedImage(image, ways.getOrDefault(image, JoinWay.DIGEST), its));
          }
        });
    return new Joining(joined, unjoined, unscanned);
  }
}
