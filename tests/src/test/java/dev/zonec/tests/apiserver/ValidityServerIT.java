package dev.zonec.tests.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.tests.endtoend.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with strict validation accepts a policy if and only if zonec does. The texts are those
 * of the project, those of the corpora, and {@code zonec.mutants} mutations of the project's texts.
 */
final class ValidityServerIT {
  private static final int MUTANTS = Integer.getInteger("zonec.mutants", 5000);
  private static final long SEED = Long.getLong("zonec.seed", 20_261_128);

  @TempDir private static Path folder;
  @AutoClose private static @Nullable ApiServer server;

  @BeforeAll
  static void start() throws Exception {
    server = ApiServer.start(folder, List.of());
    server.definePolicies();
  }

  @Test
  void texts() throws Exception {
    check("texts of the project", own());
  }

  @Test
  void corpora() throws Exception {
    Path shared = Path.of(System.getProperty("zonec.shared", ""));
    assumeTrue(Files.isDirectory(shared.resolve("corpus")), "the corpora are not there");
    List<PolicyText> texts = new ArrayList<>();
    for (String each : List.of("corpus", "inputs", "cases")) {
      texts.addAll(PolicyText.below(shared.resolve(each)));
      System.out.printf("%s: left out: %s%n", each, PolicyText.leftOut(shared.resolve(each)));
    }
    check("texts of the corpora", texts);
  }

  @Test
  void mutants() throws Exception {
    // Mutations repeat and remove lines. Two flow mappings would be two documents, and a request is
    // one.
    Map<ServedPolicy, List<PolicyText>> seeds =
        seeds().stream()
            .filter(seed -> seed.text().strip().contains("\n"))
            .collect(Collectors.groupingBy(PolicyText::kind));
    Random random = new Random(SEED);
    Map<String, PolicyText> mutants = new LinkedHashMap<>();
    while (mutants.size() < MUTANTS) {
      // Half of the mutants are NetworkPolicies.
      ServedPolicy kind =
          random.nextBoolean()
              ? ServedPolicy.NETWORK_POLICY
              : ServedPolicy.values()[random.nextInt(ServedPolicy.values().length)];
      List<PolicyText> ofKind = seeds.getOrDefault(kind, List.of());
      PolicyText seed = ofKind.get(random.nextInt(ofKind.size()));
      PolicyText mutant = PolicyMutations.of(seed, random);
      boolean other =
          PolicyTree.parse(mutant.text())
              .filter(
                  tree ->
                      ServedPolicy.of(tree.word("apiVersion"), tree.word("kind"))
                          .filter(kind::equals)
                          .isEmpty())
              .isPresent();
      if (!other && !mutant.text().equals(seed.text())) {
        mutants.putIfAbsent(mutant.text(), mutant);
      }
    }
    check("mutants", List.copyOf(mutants.values()));
  }

  private static List<PolicyText> own() throws IOException {
    List<PolicyText> texts = new ArrayList<>(PolicyText.below(Run.ROOT.resolve("spec")));
    texts.addAll(PolicyText.below(Run.ROOT.resolve("examples")));
    return texts;
  }

  private static List<PolicyText> seeds() throws IOException {
    List<PolicyText> seeds = new ArrayList<>(own());
    Path more = Run.ROOT.resolve("tests/src/test/resources/api-server/seeds.yaml");
    seeds.addAll(PolicyText.in(Files.readString(more), more.toString()));
    // The two versions of ClusterNetworkPolicy have the same fields.
    for (PolicyText each : List.copyOf(seeds)) {
      if (each.kind() == ServedPolicy.CLUSTER) {
        seeds.addAll(PolicyText.in(each.text().replace("v1alpha2", "v1beta1"), each.origin()));
      }
    }
    return seeds;
  }

  private static void check(String what, List<PolicyText> texts) throws Exception {
    List<Acceptance> judgements = Acceptance.all(texts, Objects.requireNonNull(server));
    for (ServedPolicy kind : ServedPolicy.values()) {
      List<Acceptance> of = judgements.stream().filter(j -> j.text().kind() == kind).toList();
      System.out.printf(
          "%s: %s: %d compared, %d accepted by the server, %d unequal%n",
          what,
          kind,
          of.size(),
          of.stream().filter(j -> j.server().accepted()).count(),
          of.stream().filter(j -> !j.equal()).count());
    }
    List<String> unequal =
        judgements.stream().filter(j -> !j.equal()).map(Acceptance::reasons).toList();
    assertThat(judgements).isNotEmpty();
    assertThat(unequal).isEmpty();
  }
}
