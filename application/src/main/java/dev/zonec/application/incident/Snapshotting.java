package dev.zonec.application.incident;

import dev.zonec.application.question.AnsweredManifests;
import dev.zonec.application.question.Question;
import dev.zonec.application.question.QuestionInputs;
import dev.zonec.application.question.QuestionOutcome;
import dev.zonec.application.question.QuestionRequest;
import dev.zonec.application.question.QuestionSteps;
import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.live.ReadExtent;
import dev.zonec.kubernetes.storage.MountedVolume;
import dev.zonec.kubernetes.storage.MountedVolumes;
import dev.zonec.kubernetes.storage.StorageReader;
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
      implements QuestionSteps<SnapshotPlan> {
    @Override
    public Question.Resolution parse(String text, QuestionInputs.Ready inputs) {
      return Question.parseEnd(text, inputs.variant(), inputs::workloadNames);
    }

    @Override
    public ReadExtent extent() {
      return ReadExtent.WITH_STORAGE;
    }

    @Override
    public Optional<String> unsuitable(Question question) {
      return Optional.empty();
    }

    @Override
    public QuestionOutcome.Answered<SnapshotPlan> answer(
        Question question,
        QueryEngine engine,
        AnsweredManifests about,
        QuestionInputs.Ready inputs) {
      Query.End asked = InspectedEnd.of(question);
      SortedMap<String, List<MountedVolume>> volumes = new TreeMap<>();
      MountedVolumes mounted =
          new MountedVolumes(inputs.loaded().manifests(), inputs.loaded().defaultNamespace());
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
          found.isEmpty() ? List.of(nobody(asked.span())) : List.of());
    }

    private static Diagnostic nobody(Span end) {
      return Diagnostic.error(Code.ZC0520, end, "no declared workload is in this end");
    }
  }
}
