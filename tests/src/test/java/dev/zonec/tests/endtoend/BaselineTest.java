package dev.zonec.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings of every kind are accepted, in a file that the schema describes. */
final class BaselineTest {
  private static final Path SCHEMA = Run.ROOT.resolve("spec/schema/zonec-baseline.schema.json");

  private static final String PROGRAM =
      """
      module shop
      zone web  { namespace shop  pods app=web }
      zone cart { namespace shop  pods app=cart }
      zone old  { namespace shop  pods tier=old }
      zone db   { namespace shop  pods app=db }
      disjoint cart, old
      allow web -> cart : tcp/7070
      allow cart -> db : tcp/5432
      assert closed: never cart -> db
      assert deep: no path web ~> db
      assert needed: reachable db -> web : tcp/80
      """;

  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: cart, namespace: shop, labels: {app: cart, tier: old}}
      spec: {containers: [{name: c, image: c}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: web, namespace: shop}
      spec:
        podSelector: {matchLabels: {app: web}}
        policyTypes: [Ingress]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: cart, namespace: shop}
      spec:
        podSelector: {matchLabels: {app: cart}}
        policyTypes: [Ingress]
        ingress:
        - from: [{podSelector: {matchLabels: {app: web}}}]
          ports: [{port: 7071}]
      """;

  @TempDir private Path folder;

  @BeforeEach
  void repository() throws IOException {
    Files.writeString(folder.resolve("shop.zone"), PROGRAM);
    Files.writeString(folder.resolve("k8s.yaml"), MANIFESTS);
    Files.writeString(
        folder.resolve("zonec.yaml"),
        """
        program: shop.zone
        manifests: k8s.yaml
        baseline: accepted.yaml
        """);
  }

  private Run run(String... args) {
    return Run.zonecIn(folder, args);
  }

  @Test
  void findingsOfEveryKindAreAccepted() throws IOException {
    Run before = run("verify", "--as-written", "--no-baseline");
    assertThat(before.exit()).isEqualTo(1);
    Run accepted = run("baseline", "--as-written", "--reason", "it's \"old\": # yes");
    assertThat(accepted.exit()).as(accepted.err()).isZero();
    String file = Files.readString(folder.resolve("accepted.yaml"));
    for (String kind :
        List.of("connections", "blocked-connections", "blocked-flow", "paths", "shared-pod")) {
      assertThat(file).contains("accepts: " + kind + "\n");
    }
    assertThat(file).contains("egress: unrestricted");
    assertThat(schema().validate(file, InputFormat.YAML)).as(file).isEmpty();
    Run after = run("verify", "--as-written");
    assertThat(after.exit()).as(after.err()).isZero();
    assertThat(after.err()).doesNotContain("ZC08");
    assertThat(run("verify", "--as-written", "--no-baseline").err()).isEqualTo(before.err());
  }

  /** The policies of the program itself break an assertion, so the flow is what is accepted. */
  @Test
  void aFlowOfTheProgramIsAccepted() throws IOException {
    Files.writeString(folder.resolve("k8s.yaml"), MANIFESTS.split("---\n")[0]);
    Run accepted = run("baseline", "--plan", "--reason", "old");
    assertThat(accepted.exit()).as(accepted.err()).isZero();
    String file = Files.readString(folder.resolve("accepted.yaml"));
    assertThat(file).contains("flow: 'cart -> db : tcp/5432'");
    assertThat(schema().validate(file, InputFormat.YAML)).as(file).isEmpty();
    assertThat(run("verify", "--plan").exit()).isZero();
    Files.writeString(
        folder.resolve("shop.zone"), PROGRAM.replace("db : tcp/5432", "db : tcp/5432, tcp/22"));
    assertThat(run("verify", "--plan").exit()).isEqualTo(1);
  }

  @Test
  void aSecondRunWritesTheSameFile() throws IOException {
    run("baseline", "--as-written", "--reason", "old");
    String first = Files.readString(folder.resolve("accepted.yaml"));
    Run again = run("baseline", "--as-written", "--reason", "new");
    assertThat(again.out()).contains("unchanged");
    assertThat(folder.resolve("accepted.yaml")).hasContent(first);
    Run pruned = run("baseline", "--as-written", "--prune");
    assertThat(pruned.exit()).isZero();
    assertThat(folder.resolve("accepted.yaml")).hasContent(first);
  }

  /** A file without one of its lines accepts less, or is not valid; it never accepts more. */
  @Test
  void everyLineMatters() throws IOException {
    run("baseline", "--as-written", "--reason", "old");
    Path file = folder.resolve("accepted.yaml");
    List<String> lines = Files.readAllLines(file);
    int refused = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean told = line.startsWith("#") || line.contains("id:") || line.contains("reason:");
      boolean extent = line.contains("gress:") || line.contains("hops:") || line.contains("flow:");
      if (told || !extent) {
        continue;
      }
      Files.writeString(
          file,
          String.join("\n", lines.subList(0, i))
              + "\n"
              + String.join("\n", lines.subList(i + 1, lines.size()))
              + "\n");
      assertThat(run("verify", "--as-written", "-q").exit()).as("without %s", line).isEqualTo(3);
      if (++refused == 12) {
        break;
      }
    }
    assertThat(refused).isEqualTo(12);
  }

  @Test
  void theBaselineOfASourceIsAnnotatedInSarif() throws IOException {
    run("baseline", "--as-written", "--reason", "old");
    Run sarif = run("verify", "--as-written", "-f", "sarif");
    assertThat(sarif.exit()).isZero();
    assertThat(sarif.out()).contains("\"kind\" : \"external\"").contains("old, until ");
    Run junit = run("verify", "--as-written", "-f", "junit");
    assertThat(junit.out()).contains("<skipped message=\"accepted: old, until ");
  }

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
  }
}
