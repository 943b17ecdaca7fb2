package dev.zonec.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.compiler.emit.PolicyFile;
import dev.zonec.compiler.source.ProgramSources;
import dev.zonec.compiler.source.Source;
import dev.zonec.model.endpoint.Namespace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

final class CompilerTest {
  private static Compilation.Compiled compiled(String source, Namespace... catalog) {
    Compilation compilation =
        Compiler.compile(
            ProgramSources.of(List.of(Source.of("test.zone", source))),
            new CompileOptions(LocalDate.of(2026, 11, 23), List.of(catalog)));
    assertThat(compilation).isInstanceOf(Compilation.Compiled.class);
    return (Compilation.Compiled) compilation;
  }

  private static Map<String, Object> spec(Compilation.Compiled compiled, String name) {
    PolicyFile file =
        compiled.policies().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    Map<String, Object> object = new Yaml().load(file.text());
    @SuppressWarnings("unchecked")
    Map<String, Object> spec = (Map<String, Object>) object.get("spec");
    return spec;
  }

  private static final String ABC =
      """
      module t
      defaults { dns deny }
      zone a { namespace n pods app=a }
      zone b { namespace n pods app=b }
      zone c { namespace n pods app=c }
      """;

  @Test
  void peersWithTheSamePortsShareARule() {
    Map<String, Object> spec = spec(compiled(ABC + "allow {a, b} -> c : tcp/80, tcp/81\n"), "t-c");
    assertThat(spec.get("ingress").toString())
        .contains("podSelector={matchLabels={app=a}}", "podSelector={matchLabels={app=b}}")
        .contains("port=80", "endPort=81");
    assertThat((List<?>) spec.get("ingress")).hasSize(1);
  }

  @Test
  void peersWithDifferentPortsDoNotShareARule() {
    Map<String, Object> spec =
        spec(compiled(ABC + "allow a -> c : tcp/80\nallow b -> c : tcp/81\n"), "t-c");
    assertThat((List<?>) spec.get("ingress")).hasSize(2);
  }

  @Test
  void flowsFromOnePeerShareARule() {
    Map<String, Object> spec =
        spec(compiled(ABC + "allow a -> c : tcp/80\nallow a -> c : udp/53\n"), "t-c");
    assertThat((List<?>) spec.get("ingress")).hasSize(1);
  }

  @Test
  void everyGovernedNamespaceDeniesByDefault() {
    Compilation.Compiled compiled = compiled("module t\nzone a { namespace n, m }\n");
    assertThat(compiled.policies())
        .filteredOn(p -> p.name().equals("t-default-deny"))
        .extracting(PolicyFile::namespace)
        .containsExactly("m", "n");
    Map<String, Object> spec = spec(compiled, "t-default-deny");
    assertThat(spec).doesNotContainKeys("ingress", "egress");
    assertThat(spec).containsEntry("policyTypes", List.of("Ingress", "Egress"));
  }

  @Test
  void laterPodLinesAreNumbered() {
    Compilation.Compiled compiled =
        compiled(
            "module a.b_c\nzone z_1 { namespace n pods app=x pods app=y }\n"
                + "allow within z_1 : tcp/1\n");
    assertThat(compiled.policies())
        .extracting(PolicyFile::name)
        .containsExactly("a-b-c-default-deny", "a-b-c-z-1", "a-b-c-z-1-2");
  }

  @Test
  void zonesSelectedByNamespaceLabelsGovernTheKnownNamespaces() {
    Compilation.Compiled compiled =
        compiled(
            "module t\nzone p { namespaces tier=pci }\nallow within p : tcp/1\n",
            Namespace.declared("vault", Map.of("tier", "pci")),
            Namespace.declared("shop", Map.of()));
    assertThat(compiled.policies()).extracting(PolicyFile::namespace).containsOnly("vault");
  }

  @Test
  void aDeclaredPodRangeIsTakenOutOfExternals() {
    Map<String, Object> spec =
        spec(
            compiled(
                "module t\ncluster { pods 10.244.0.0/16 }\n"
                    + "zone a { namespace n }\nexternal corp { cidr 10.0.0.0/8 }\n"
                    + "allow a -> corp : tcp/443\n"),
            "t-a");
    assertThat(spec.get("egress").toString()).contains("cidr=10.0.0.0/8, except=[10.244.0.0/16]");
  }
}
