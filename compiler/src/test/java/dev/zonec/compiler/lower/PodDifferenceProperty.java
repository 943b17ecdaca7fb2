package dev.zonec.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.Requirement;
import dev.zonec.model.label.Selector;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.IpBlock;
import dev.zonec.model.program.PodSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is left of a set is what an exception does not hold, pod by pod and address by address. */
class PodDifferenceProperty {
  @Property(tries = 1000)
  void isSetDifference(@ForAll("podSets") PodSet base, @ForAll("podSets") PodSet without) {
    PodSet rest = PodDifference.of(base, without).orElseThrow();
    for (Endpoint.Pod pod : pods()) {
      assertThat(rest.contains(pod))
          .as("%s of %s without %s", pod, base, without)
          .isEqualTo(base.contains(pod) && !without.contains(pod));
    }
  }

  @Property(tries = 500)
  void isDifferenceOfAddresses(
      @ForAll("blocks") List<IpBlock> base, @ForAll("blocks") List<IpBlock> without) {
    List<IpBlock> rest = IpBlockDifference.of(base, without);
    for (int i = 0; i < 32; i++) {
      IpAddress address = IpAddress.of("10.0.0." + i);
      assertThat(rest.stream().anyMatch(block -> block.contains(address)))
          .as("%s of %s without %s", address, base, without)
          .isEqualTo(
              base.stream().anyMatch(block -> block.contains(address))
                  && without.stream().noneMatch(block -> block.contains(address)));
    }
  }

  @Provide
  Arbitrary<PodSet> podSets() {
    Arbitrary<PodSet.NamespaceSet> named =
        Combinators.combine(
                Arbitraries.of("n1", "n2", "n3").set().ofMinSize(1).ofMaxSize(2), selector("env"))
            .as((names, labels) -> new PodSet.NamespaceSet.Named(new TreeSet<>(names), labels));
    Arbitrary<PodSet.NamespaceSet> selected =
        Arbitraries.oneOf(selector("env"), selector(Namespace.NAME_LABEL))
            .map(PodSet.NamespaceSet.Selected::new);
    Arbitrary<Selector> pods =
        Combinators.combine(selector("app"), selector("tier"), selector("app"))
            .as((a, b, c) -> a.and(b).and(c));
    return Combinators.combine(Arbitraries.oneOf(named, selected), pods)
        .as(PodSet.Term::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(PodSet::new);
  }

  private static Arbitrary<Selector> selector(String key) {
    Arbitrary<TreeSet<String>> values =
        Arbitraries.of("a", "b", "n1", "n2").set().ofMinSize(1).ofMaxSize(2).map(TreeSet::new);
    Arbitrary<Requirement> one =
        Arbitraries.oneOf(
            values.map(some -> new Requirement.In(key, some)),
            values.map(some -> new Requirement.NotIn(key, some)),
            Arbitraries.just(new Requirement.Exists(key)),
            Arbitraries.just(new Requirement.DoesNotExist(key)));
    return one.list().ofMaxSize(1).map(Selector::new);
  }

  @Provide
  Arbitrary<List<IpBlock>> blocks() {
    Arbitrary<Cidr> cidr =
        Combinators.combine(
                Arbitraries.integers().between(0, 31), Arbitraries.integers().between(27, 32))
            .as(
                (last, length) ->
                    Cidr.of("10.0.0." + (last & (-1 << (32 - length))) + "/" + length));
    return Combinators.combine(cidr, cidr.list().ofMaxSize(2))
        .as(
            (block, except) ->
                new IpBlock(
                    block,
                    except.stream().filter(e -> block.contains(e) && !e.equals(block)).toList()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static List<Endpoint.Pod> pods() {
    List<Endpoint.Pod> all = new ArrayList<>();
    for (String name : List.of("n1", "n2", "n3", "n4")) {
      for (String env : List.of("", "a", "b", "zz")) {
        Namespace namespace =
            Namespace.declared(name, env.isEmpty() ? Map.of() : Map.of("env", env));
        for (String app : List.of("", "a", "b", "n1", "zz")) {
          for (String tier : List.of("", "a", "n2", "zz")) {
            Map<String, String> labels = new TreeMap<>();
            if (!app.isEmpty()) {
              labels.put("app", app);
            }
            if (!tier.isEmpty()) {
              labels.put("tier", tier);
            }
            all.add(new Endpoint.Pod(namespace, "p", labels, List.of(), false, "", List.of()));
          }
        }
      }
    }
    return all;
  }
}
