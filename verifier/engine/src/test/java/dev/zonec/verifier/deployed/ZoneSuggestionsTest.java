package dev.zonec.verifier.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.diagnostics.Span;
import dev.zonec.kubernetes.world.Workload;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.program.Party;
import dev.zonec.model.program.PodSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * In the texts, a zone is written {@code namespace | key=value,key=value}, and a workload {@code
 * namespace/name labels}.
 */
final class ZoneSuggestionsTest {
  private static final Span SPAN = new Span(new SourceText("a.zone", "zone"), 0, 4);

  @Test
  void suggestsTheMostSimilarValueOfTheKey() {
    assertThat(help("shop | app=wbe", "shop/web app=web", "shop/db app=db"))
        .isEqualTo("did you mean `app=web`, as shop/web (Deployment) has?");
  }

  @Test
  void suggestsAnotherKeyWithTheValue() {
    assertThat(help("shop | app=web", "shop/web app.kubernetes.io/name=web"))
        .isEqualTo("did you mean `app.kubernetes.io/name=web`, as shop/web (Deployment) has?");
  }

  @Test
  void suggestsALongerValueThatContainsTheValue() {
    assertThat(help("shop | app=cart", "shop/redis app=redis-cart"))
        .isEqualTo("did you mean `app=redis-cart`, as shop/redis (Deployment) has?");
  }

  @Test
  void theOtherRequirementsHaveToMatch() {
    assertThat(help("shop | app=wbe,tier=front", "shop/web app=web,tier=back")).isEmpty();
    assertThat(help("shop | app=wbe,tier=front", "shop/web app=web,tier=front"))
        .contains("`app=web`");
  }

  @Test
  void ignoresWorkloadsOfOtherNamespaces() {
    assertThat(help("shop | app=wbe", "lab/web app=web")).isEmpty();
  }

  @Test
  void suggestsANamespaceWithASimilarName() {
    assertThat(help("shpo | app=web", "shop/web app=web"))
        .isEqualTo("did you mean `namespace shop`?");
  }

  @Test
  void suggestsANamespaceWithMatchingPods() {
    assertThat(help("store | app=web", "frontend/web app=web", "frontend/db app=db"))
        .isEqualTo("did you mean `namespace frontend`?");
  }

  @Test
  void suggestsNothingIfNothingIsSimilar() {
    assertThat(help("shop | app=mail", "shop/web app=web")).isEmpty();
  }

  @Test
  void suggestsForTheFirstOfSeveralValues() {
    assertThat(help("shop | app=wbe", "shop/web app=web", "shop/wee app=wee")).contains("`app=we");
  }

  private static String help(String zone, String... workloads) {
    String[] parts = zone.split(" \\| ", 2);
    PodSet pods =
        new PodSet(
            List.of(
                new PodSet.Term(
                    new PodSet.NamespaceSet.Named(
                        new TreeSet<>(List.of(parts[0])), Selector.EVERYTHING),
                    selector(parts[1]))));
    Party.Zone asked = new Party.Zone("z", pods, false, Party.Denied.BOTH, SPAN);
    List<Workload> there = Arrays.stream(workloads).map(ZoneSuggestionsTest::workload).toList();
    TreeSet<String> foreign = new TreeSet<>();
    there.stream().map(Workload::namespace).filter(n -> !n.equals(parts[0])).forEach(foreign::add);
    // A namespace that has a zone is never suggested.
    foreign.remove("lab");
    return new ZoneSuggestions(there, foreign).of(asked).orElse("");
  }

  private static Selector selector(String labels) {
    List<Requirement> all = new ArrayList<>();
    labels(labels)
        .forEach((key, value) -> all.add(new Requirement.In(key, new TreeSet<>(List.of(value)))));
    return new Selector(all);
  }

  private static Workload workload(String text) {
    String[] parts = text.split("[/ ]", 3);
    Endpoint.Pod pod =
        new Endpoint.Pod(
            Namespace.declared(parts[0], Map.of()),
            parts[1],
            labels(parts[2]),
            List.of(),
            false,
            "",
            List.of());
    return new Workload(pod, "Deployment", parts[1], SPAN);
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new TreeMap<>();
    for (String label : text.split(",", -1)) {
      String[] parts = label.split("=", 2);
      labels.put(parts[0], parts[1]);
    }
    return labels;
  }
}
