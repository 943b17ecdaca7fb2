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
 * What the server and zonec say of a text.
 *
 * @param text the policy
 * @param server the server's answer to a dry run with strict validation
 * @param read whether zonec sees one object in it
 * @param problems why zonec does not take it
 */
record Judgement(
    PolicyText text, ApiServer.Answer server, boolean read, List<Diagnostic> problems) {
  /** Of each text, in their order. */
  static List<Judgement> all(List<PolicyText> texts, ApiServer server) throws Exception {
    List<Judgement> judgements = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Judgement>> all =
          texts.stream().map(text -> threads.submit(() -> of(text, server))).toList();
      for (Future<Judgement> each : all) {
        judgements.add(each.get());
      }
    }
    return judgements;
  }

  private static Judgement of(PolicyText text, ApiServer server)
      throws IOException, InterruptedException {
    Manifests manifests = ManifestReader.read(List.of(new SourceText("policy.yaml", text.text())));
    List<Diagnostic> problems = new ArrayList<>(manifests.unreadable());
    WorldReading reading = new WorldReader().read(manifests);
    problems.addAll(reading.problems());
    // Read all the same, and said that a server refuses it.
    reading.warnings().stream().filter(each -> each.code() == Code.ZC0658).forEach(problems::add);
    String path = text.kind().path(text.namespace()) + "?dryRun=All&fieldValidation=Strict";
    ApiServer.Answer answer = server.send("POST", path, text.text());
    if (answer.status() == 429 || answer.status() >= 500) {
      throw new IOException(answer.body() + "\n" + text.text());
    }
    return new Judgement(text, answer, manifests.objects().size() == 1, problems);
  }

  /** Whether zonec says that a server takes it, even if nobody can say what it does. */
  boolean acceptedHere() {
    return problems.stream().allMatch(each -> each.code() == Code.ZC0659) && read;
  }

  boolean equal() {
    return server.accepted() == acceptedHere();
  }

  String reasons() {
    StringBuilder out = new StringBuilder("--- " + text.kind() + ", " + text.origin() + "\n");
    out.append("server: ").append(server.accepted() ? "accepted" : server.message()).append('\n');
    out.append("zonec:  ").append(acceptedHere() ? "accepted\n" : "");
    problems.forEach(
        each -> out.append(each.code()).append(' ').append(each.message()).append('\n'));
    return out.append(text.text()).toString();
  }
}
