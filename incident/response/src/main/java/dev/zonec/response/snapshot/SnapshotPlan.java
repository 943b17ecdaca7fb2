package dev.zonec.response.snapshot;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Conclusion;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.OrderedMap;
import dev.zonec.kubernetes.storage.Claim;
import dev.zonec.kubernetes.storage.MountedVolume;
import dev.zonec.response.change.NewObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of the volumes of pods.
 *
 * @param id the value of the labels of the new objects
 * @param snapshots the snapshots, by namespace and claim
 * @param problems an error for each claim that cannot be snapshotted, and a warning for each volume
 *     that is no claim
 */
public record SnapshotPlan(String id, List<PlannedSnapshot> snapshots, List<Diagnostic> problems) {
  /** The key of the label of VolumeSnapshots. */
  public static final String EVIDENCE_LABEL = "zonec.dev/evidence";

  /** The key of the label of the claims that restore them. */
  public static final String RESTORED_LABEL = "zonec.dev/restored-from";

  /** The greatest length of a name. */
  private static final int LONGEST_NAME = 253;

  /** Copies the lists. */
  public SnapshotPlan {
    snapshots = List.copyOf(snapshots);
    problems = List.copyOf(problems);
  }

  /** Returns whether every volume is snapshotted, except for those that are no claims. */
  public Conclusion conclusion() {
    return Conclusion.of(problems.stream().anyMatch(Diagnostic::isError), true);
  }

  /** Plans the snapshots. */
  public static SnapshotPlan of(SnapshotRequest request) {
    List<PlannedSnapshot> snapshots = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    request
        .volumes()
        .forEach(
            (namespace, volumes) -> {
              Map<String, List<MountedVolume>> claims = new TreeMap<>();
              Map<MountedVolume, List<String>> direct = new LinkedHashMap<>();
              for (MountedVolume volume : volumes) {
                switch (volume.source()) {
                  case MountedVolume.Source.OfClaim(String claim, var template) ->
                      claims.computeIfAbsent(claim, name -> new ArrayList<>()).add(volume);
                  case MountedVolume.Source.OfEachPod() -> problems.add(ofEachPod(volume, request));
                  case MountedVolume.Source.Direct unclaimed ->
                      direct
                          .computeIfAbsent(
                              new MountedVolume("", volume.name(), volume.source()),
                              alike -> new ArrayList<>())
                          .add(volume.pods());
                }
              }
              direct.forEach(
                  (volume, pods) -> problems.add(direct(namespace, volume, pods, request)));
              claims.forEach(
                  (claim, mounts) -> add(namespace, claim, mounts, request, snapshots, problems));
            });
    return new SnapshotPlan(request.id(), snapshots, problems);
  }

  private static void add(
      String namespace,
      String claim,
      List<MountedVolume> mounts,
      SnapshotRequest request,
      List<PlannedSnapshot> snapshots,
      List<Diagnostic> problems) {
    @Nullable Claim listed = request.storage().claims().get(namespace + "/" + claim);
    Optional<Claim> declared = listed == null ? template(mounts) : Optional.of(listed);
    ClaimDriver driver =
        declared
            .map(found -> ClaimDriver.of(found, request.storage()))
            .orElse(new ClaimDriver.Unknown("no manifest declares the claim"));
    List<String> pods = mounts.stream().map(MountedVolume::pods).distinct().toList();
    switch (ClassChoice.of(driver, request.storage().snapshotClasses(), request.snapshotClass())) {
      case ClassChoice.Refused(String reason, String help) ->
          problems.add(
              Diagnostic.error(
                      Code.ZC1420,
                      declared.map(Claim::span).orElse(request.end()),
                      "the claim " + namespace + "/" + claim + " cannot be snapshotted")
                  .note(reason)
                  .note("mounted by " + String.join(", ", pods))
                  .help(help));
      case ClassChoice.Chosen(String name, boolean deletes) -> {
        NewObject snapshot = snapshot(namespace, claim, name, request.id());
        Optional<NewObject> restoring =
            declared.flatMap(found -> restoring(found, snapshot, request.id()));
        snapshots.add(
            new PlannedSnapshot(
                claim,
                pods,
                name,
                driver instanceof ClaimDriver.Known(String known)
                    ? Optional.of(known)
                    : Optional.empty(),
                deletes,
                snapshot,
                restoring));
      }
    }
  }

  private static Optional<Claim> template(List<MountedVolume> mounts) {
    return mounts.stream()
        .map(MountedVolume::source)
        .flatMap(
            source ->
                source instanceof MountedVolume.Source.OfClaim(var claim, var template)
                    ? template.stream()
                    : Optional.<Claim>empty().stream())
        .findFirst();
  }

  private static NewObject snapshot(
      String namespace, String claim, String snapshotClass, String id) {
    String name = name(claim, id);
    return new NewObject(
        "volumesnapshot",
        namespace,
        name,
        OrderedMap.of(
            "apiVersion",
            "snapshot.storage.k8s.io/v1",
            "kind",
            "VolumeSnapshot",
            "metadata",
            OrderedMap.of(
                "name", name, "namespace", namespace, "labels", Map.of(EVIDENCE_LABEL, id)),
            "spec",
            OrderedMap.of(
                "volumeSnapshotClassName",
                snapshotClass,
                "source",
                Map.of("persistentVolumeClaimName", claim))));
  }

  private static Optional<NewObject> restoring(Claim claim, NewObject snapshot, String id) {
    if (claim.size().isEmpty() || claim.accessModes().isEmpty()) {
      return Optional.empty();
    }
    String name = name(snapshot.name(), "restored");
    Map<String, Object> spec = new LinkedHashMap<>();
    claim.storageClass().ifPresent(found -> spec.put("storageClassName", found));
    spec.put("accessModes", claim.accessModes());
    claim.volumeMode().ifPresent(mode -> spec.put("volumeMode", mode));
    spec.put("resources", Map.of("requests", Map.of("storage", claim.size().get())));
    spec.put(
        "dataSource",
        OrderedMap.of(
            "apiGroup",
            "snapshot.storage.k8s.io",
            "kind",
            "VolumeSnapshot",
            "name",
            snapshot.name()));
    return Optional.of(
        new NewObject(
            "persistentvolumeclaim",
            snapshot.namespace(),
            name,
            OrderedMap.of(
                "apiVersion",
                "v1",
                "kind",
                "PersistentVolumeClaim",
                "metadata",
                OrderedMap.of(
                    "name",
                    name,
                    "namespace",
                    snapshot.namespace(),
                    "labels",
                    Map.of(RESTORED_LABEL, id)),
                "spec",
                spec)));
  }

  /** Returns {@code name} with a suffix; a long name is cut, with a hash so that it is unique. */
  private static String name(String name, String suffix) {
    String whole = name + "-" + suffix;
    if (whole.length() <= LONGEST_NAME) {
      return whole;
    }
    String hash = "-" + Integer.toHexString(name.hashCode()) + "-" + suffix;
    return name.substring(0, LONGEST_NAME - hash.length()).replaceAll("[-.]+$", "") + hash;
  }

  private static Diagnostic ofEachPod(MountedVolume volume, SnapshotRequest request) {
    return Diagnostic.error(
            Code.ZC1420,
            request.end(),
            "the claims of the volume `" + volume.name() + "` cannot be snapshotted")
        .note("each pod of " + volume.pods() + " has its own claim, named after the pod")
        .note("the manifests name no pods")
        .help("read the cluster with -k, or name a pod");
  }

  private static Diagnostic direct(
      String namespace, MountedVolume volume, List<String> pods, SnapshotRequest request) {
    String type =
        volume.source() instanceof MountedVolume.Source.Direct(String written) ? written : "";
    return Diagnostic.warning(
            Code.ZC1421,
            request.end(),
            "the volume `" + volume.name() + "` in " + namespace + " is in no snapshot")
        .note("it is of the type " + type + ", not a claim")
        .note("mounted by " + String.join(", ", pods))
        .help(instead(type));
  }

  private static String instead(String type) {
    return switch (type) {
      case "emptyDir" ->
          "its data are deleted with the pod: keep the pod, as `zonec incident quarantine` does,"
              + " and copy them with `kubectl cp`";
      case "hostPath" ->
          "its data are on the node: keep new pods off the node with `kubectl cordon`, and copy the"
              + " folder or take an image of the node's disk";
      case "csi" ->
          "a CSI volume without a claim is deleted with the pod: keep the pod, and copy the data"
              + " with `kubectl cp`";
      default -> "take a snapshot with the storage system itself, or copy the data";
    };
  }
}
