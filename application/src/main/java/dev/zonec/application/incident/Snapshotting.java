package dev.zonec.application.incident;

import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.storage.MountedVolume;
import dev.zonec.kubernetes.storage.MountedVolumes;
import dev.zonec.kubernetes.storage.StorageReader;
import dev.zonec.kubernetes.world.PodObjects;
import dev.zonec.model.query.Query;
import dev.zonec.response.snapshot.SnapshotPlan;
import dev.zonec.response.snapshot.SnapshotRequest;
import dev.zonec.verifier.query.QueryEngine;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Plans snapshots of the volumes that the pods of an end mount.
 *
 * @param end the end, such as {@code shop/db}
 * @param snapshotClass the VolumeSnapshotClass to use; empty to choose by driver
 * @param id the value of the label of the snapshots, and a part of their names
 */
public record Snapshotting(
    QuestionRequest request, String end, Optional<String> snapshotClass, String id) {
  /** Reads the inputs and plans the snapshots. */
  public QuestionOutcome<SnapshotPlan> outcome() {
    return new Planning(snapshotClass, id).ask(end, request);
  }

  private record Planning(Optional<String> snapshotClass, String id)
      implements EndSteps<SnapshotPlan> {
    @Override
    public ReadExtent extent() {
      return ReadExtent.WITH_STORAGE;
    }

    @Override
    public QuestionOutcome.Answered<SnapshotPlan> answer(
        Query.End asked, QueryEngine engine, AnsweredManifests about, QuestionInputs.Ready inputs) {
      SortedMap<String, List<MountedVolume>> volumes = new TreeMap<>();
      MountedVolumes mounted =
          new MountedVolumes(
              new PodObjects(inputs.loaded().manifests(), inputs.loaded().defaultNamespace()));
      List<EndPods> found = EndPods.of(asked, about, engine);
      for (EndPods each : found) {
        volumes.merge(
            each.workload().namespace(),
            mounted.of(each.workload(), each.only()),
            (some, more) -> Stream.concat(some.stream(), more.stream()).distinct().toList());
      }
      return new QuestionOutcome.Answered<>(
          about,
          SnapshotPlan.of(
              new SnapshotRequest(
                  volumes,
                  StorageReader.read(
                      inputs.loaded().manifests().details(), inputs.loaded().defaultNamespace()),
                  snapshotClass,
                  id,
                  asked.span())),
          found.isEmpty() ? List.of(EndPods.none(asked)) : List.of());
    }
  }
}
