package dev.zonec.kubernetes.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.diagnostics.SourceText;
import dev.zonec.kubernetes.manifest.ManifestReader;
import dev.zonec.kubernetes.manifest.Manifests;
import dev.zonec.kubernetes.manifest.ReadFields;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is written of an object reads back as the object. */
final class ObjectTextTest {
  private static final ApiResource POD = new ApiResource("v1", "Pod", "pods", true);
  private static final ApiResource POLICY = BuiltinResources.OTHERS.getFirst();

  private static SourceText text(ApiResource resource, String json) {
    Map<?, ?> item = JsonMapper.builder().build().readValue(json, Map.class);
    return text(resource, item);
  }

  private static SourceText text(ApiResource resource, Map<?, ?> item) {
    ReadFields fields = ReadFields.of(resource.apiVersion(), resource.kind()).orElseThrow();
    return new ObjectText("cluster test").of(resource, fields, item);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "y",
            "N",
            "yes",
            "No",
            "on",
            "OFF",
            "true",
            "False",
            "null",
            "NULL",
            "~",
            "0",
            "080",
            "0x1f",
            "1_000",
            "1e3",
            ".5",
            "-1",
            "+1",
            "1:30",
            "2026-01-01",
            "<<",
            "=",
            "-",
            "- a",
            "a: b",
            "a #b",
            "#",
            "'",
            "\"",
            "{",
            "[",
            "&a",
            "*a",
            "!t",
            "|",
            ">",
            "%",
            "@",
            "`",
            "? a",
            "---",
            "...",
            " a",
            "a ",
            "a\nb",
            "a\n",
            "\t",
            "\r\n",
            "é",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\u0007",
            "\ud83d\ude00",
            "app.kubernetes.io/name",
            ".inf",
            ".NaN"),
        Arbitraries.strings().ofMaxLength(12).filter(ObjectTextTest::isText));
  }

  /** JSON text has whole characters only. */
  private static boolean isText(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)
        && text.codePoints().allMatch(c -> c < 0xfffe || c > 0xffff);
  }

  @Property(tries = 2000)
  void labels(@ForAll("labels") Map<String, String> labels) {
    Map<String, Object> pod =
        Map.of("metadata", Map.of("name", "a", "namespace", "n", "labels", labels));
    Manifests manifests = ManifestReader.read(List.of(text(POD, pod)));
    assertThat(manifests.unreadable()).isEmpty();
    Pod back = (Pod) manifests.objects().getFirst().object();
    Map<String, String> read = back.getMetadata().getLabels();
    assertThat(read == null ? Map.of() : read).isEqualTo(labels);
  }

  @Provide
  Arbitrary<Map<String, String>> labels() {
    return Arbitraries.maps(words(), words()).ofMaxSize(4);
  }

  @Test
  void onlyWhatCountsIsWritten() {
    String pod =
        """
        {"metadata": {"name": "a", "namespace": "shop", "uid": "1",
           "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{}"},
           "labels": {"app": "y", "version": "1"},
           "managedFields": [{"manager": "kubectl", "fieldsV1": {"f:metadata": {}}}],
           "ownerReferences": [{"kind": "ReplicaSet", "name": "r", "controller": true, "uid": "2"}]},
         "spec": {"hostNetwork": true, "nodeName": "n1",
           "containers": [{"name": "c", "image": "i", "env": [{"name": "PASSWORD", "value": "hunter2"}],
              "ports": [{"name": "http", "containerPort": 8080, "protocol": "TCP"}]}],
           "volumes": [{"name": "v", "secret": {"secretName": "s"}}]},
         "status": {"phase": "Running", "podIP": "10.0.0.1", "podIPs": [{"ip": "10.0.0.1"}],
            "conditions": [{"type": "Ready"}], "containerStatuses": [{"image": "i"}]}}
        """;
    assertThat(text(POD, pod).content())
        .isEqualTo(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: a
              namespace: shop
              labels:
                app: 'y'
                version: '1'
              ownerReferences:
              - kind: ReplicaSet
                name: r
                controller: true
            spec:
              hostNetwork: true
              nodeName: n1
              containers:
              - name: c
                image: i
                env:
                - {}
                ports:
                - name: http
                  containerPort: 8080
                  protocol: TCP
              volumes:
              - name: v
                secret:
                  secretName: s
            status:
              phase: Running
              podIP: 10.0.0.1
              podIPs:
              - ip: 10.0.0.1
              containerStatuses:
              - {}
            """
                .replace("10.0.0.1", "'10.0.0.1'"));
  }

  @Test
  void aPolicyIsWrittenWhole() {
    String policy =
        """
        {"metadata": {"name": "p", "namespace": "shop", "creationTimestamp": "2026-01-01T00:00:00Z",
            "annotations": {"zonec.dev/source": "a.zone:3", "kubectl.kubernetes.io/last-applied-configuration": "{}"}},
         "spec": {"podSelector": {}, "policyTypes": ["Ingress"],
            "ingress": [{"from": [{"ipBlock": {"cidr": "10.0.0.0/8"}}], "ports": [{"port": 80, "protocol": "TCP"}, {"port": "web"}]}],
            "later": true}}
        """;
    SourceText text = text(POLICY, policy);
    assertThat(text.content())
        .contains("  annotations:\n    zonec.dev/source: 'a.zone:3'\n", "podSelector: {}")
        .doesNotContain("creationTimestamp", "last-applied");
    Manifests manifests = ManifestReader.read(List.of(text));
    // A field of a newer API may narrow a rule: it is refused, as in a file.
    assertThat(manifests.unreadable()).hasSize(1);
    assertThat(manifests.unreadable().getFirst().message()).isEqualTo("unknown field `later`");
    NetworkPolicy back =
        (NetworkPolicy)
            ManifestReader.read(List.of(text(POLICY, policy.replace(",\n    \"later\": true", ""))))
                .objects()
                .getFirst()
                .object();
    assertThat(back.getSpec().getIngress().getFirst().getPorts())
        .extracting(port -> port.getPort().getValue())
        .containsExactly(80, "web");
  }

  @Test
  void whatIsWrongStaysWrong() {
    Map<String, Object> pod = new LinkedHashMap<>();
    pod.put("metadata", Map.of("name", "a", "namespace", "n", "labels", Map.of("a", 1)));
    pod.put("spec", Map.of("hostNetwork", "maybe", "containers", "none"));
    Manifests manifests = ManifestReader.read(List.of(text(POD, pod)));
    assertThat(manifests.objects()).isEmpty();
    assertThat(manifests.unreadable()).hasSize(3);
  }

  @Test
  void portsOfContainers() {
    String pod =
        """
        {"metadata": {"name": "a"}, "spec": {"containers": [{"name": "c"}, {"name": "d",
          "ports": [{"name": "on", "containerPort": 65535}]}]}}
        """;
    Pod back = (Pod) ManifestReader.read(List.of(text(POD, pod))).objects().getFirst().object();
    assertThat(back.getSpec().getContainers())
        .extracting(Container::getName)
        .containsExactly("c", "d");
    assertThat(back.getSpec().getContainers().getLast().getPorts().getFirst().getName())
        .isEqualTo("on");
  }
}
