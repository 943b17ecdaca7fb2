package dev.zonec.tests.apiserver;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;
import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.world.WorldReader;
import dev.zonec.kubernetes.world.WorldReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Whether an API server and zonec accept a policy, with their reasons.
 *
 * @param text the policy
 * @param server the server's answer to a dry run with strict validation
 * @param read whether zonec reads one object from the text
 * @param problems the reasons why zonec does not accept the policy
 */
record Acceptance(
    PolicyText text, ApiServer.Answer server, boolean read, List<Diagnostic> problems) {
  /** Returns the result for each text, in the same order. */
  static List<Acceptance> all(List<PolicyText> texts, ApiServer server) throws Exception {
    List<Acceptance> judgements = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Acceptance>> all =
          texts.stream().map(text -> threads.submit(() -> of(text, server))).toList();
      for (Future<Acceptance> element : all) {
        judgements.add(element.get());
      }
    }
    return judgements;
  }

  private static Acceptance of(PolicyText text, ApiServer server)
      throws IOException, InterruptedException {
    Manifests manifests = ManifestReader.read(List.of(new SourceText("policy.yaml", text.text())));
    List<Diagnostic> problems = new ArrayList<>(manifests.unreadable());
    WorldReading reading = new WorldReader().read(manifests);
    problems.addAll(reading.problems());
    // Zonec reads such a policy, but reports that a server rejects it.
    reading.warnings().stream()
        .filter(element -> element.code() == Code.ZC0658)
        .forEach(problems::add);
    String path = text.kind().path(text.namespace()) + "?dryRun=All&fieldValidation=Strict";
    ApiServer.Answer answer = server.send("POST", path, text.text());
    if (answer.status() == 429 || answer.status() >= 500) {
      throw new IOException(answer.body() + "\n" + text.text());
    }
    return new Acceptance(text, answer, manifests.objects().size() == 1, problems);
  }

  /** Whether zonec accepts the policy, or only reports that its effect is unknown. */
  boolean acceptedByZonec() {
    return problems.stream().allMatch(element -> element.code() == Code.ZC0659) && read;
  }

  boolean equal() {
    return server.accepted() == acceptedByZonec();
  }

  String reasons() {
    StringBuilder out = new StringBuilder("--- " + text.kind() + ", " + text.origin() + "\n");
    out.append("server: ").append(server.accepted() ? "accepted" : server.message()).append('\n');
    out.append("zonec:  ").append(acceptedByZonec() ? "accepted\n" : "");
    problems.forEach(
        element -> out.append(element.code()).append(' ').append(element.message()).append('\n'));
    return out.append(text.text()).toString();
  }
}
