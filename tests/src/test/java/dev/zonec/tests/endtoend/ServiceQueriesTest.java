package dev.zonec.tests.endtoend;

import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about Services, and about connections through Ingresses and routes. */
final class ServiceQueriesTest {
  @TempDir private static Path dir;

  private static final String SHOP =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop}
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: edge, labels: {role: edge}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {namespace: shop, name: web}
      spec:
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {namespace: shop, name: cart}
      spec:
        template:
          metadata: {labels: {app: cart}}
          spec: {containers: [{name: cart, ports: [{name: rpc, containerPort: 7070}]}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {namespace: shop, name: batch}
      spec: {template: {metadata: {labels: {app: batch}}}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {namespace: shop, name: cart}
      spec:
        selector: {app: cart}
        ports:
          - {name: rpc, port: 80, targetPort: rpc}
          - {name: admin, port: 81, targetPort: 7071}
      ---
      apiVersion: v1
      kind: Service
      metadata: {namespace: shop, name: cart-pods}
      spec: {clusterIP: None, selector: {app: cart}, ports: [{port: 7070}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {namespace: shop, name: bank}
      spec: {type: ExternalName, externalName: bank.example.org}
      ---
      apiVersion: v1
      kind: Service
      metadata: {namespace: shop, name: web}
      spec: {type: LoadBalancer, selector: {app: web}, ports: [{name: http, port: 443, targetPort: http}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {namespace: shop, name: web-local}
      spec:
        type: NodePort
        externalTrafficPolicy: Local
        selector: {app: web}
        ports: [{port: 443, targetPort: http, nodePort: 30443}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {namespace: shop, name: shop}
      spec:
        rules:
          - http:
              paths:
                - {path: /, pathType: Prefix, backend: {service: {name: web, port: {name: http}}}}
                - {path: /c, pathType: Prefix, backend: {service: {name: cart, port: {number: 80}}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {namespace: shop, name: cart}
      spec:
        podSelector: {matchLabels: {app: cart}}
        ingress:
          - from: [{podSelector: {matchLabels: {app: web}}}]
            ports: [{port: 7070}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {namespace: shop, name: web}
      spec:
        podSelector: {matchLabels: {app: web}}
        ingress:
          - from: [{namespaceSelector: {matchLabels: {role: edge}}}, {ipBlock: {cidr: 203.0.113.0/24}}]
            ports: [{port: 8080}]
      """;

  @BeforeAll
  static void writes() throws IOException {
    Files.writeString(dir.resolve("shop.yaml"), SHOP);
  }

  private static List<String> ask(String question, String... more) {
    String[] args = new String[4 + more.length];
    args[0] = "query";
    args[1] = question;
    args[2] = "-m";
    args[3] = dir.resolve("shop.yaml").toString();
    System.arraycopy(more, 0, args, 4, more.length);
    Run run = zonec(args);
    assertThat(run.exit()).as(run.err()).isZero();
    return run.out().lines().toList();
  }

  /** Policies see the port of the pod, 7070, and not the port of the Service. */
  @Test
  void throughAService() {
    assertThat(ask("shop/web -> svc/shop/cart"))
        .containsExactly(
            "shop/web (Deployment) -> svc/shop/cart : tcp/80 at shop/cart (Deployment) tcp/7070");
    assertThat(ask("shop/web -> svc/shop/cart : tcp/80")).hasSize(1);
    assertThat(ask("shop/web -> svc/shop/cart : tcp/7070"))
        .containsExactly("no connection: shop/web -> svc/shop/cart : tcp/7070");
    assertThat(ask("shop/batch -> svc/shop/cart"))
        .containsExactly("no connection: shop/batch -> svc/shop/cart");
  }

  @Test
  void aHeadlessServiceIsItsPods() {
    assertThat(ask("shop/web -> svc/shop/cart-pods"))
        .containsExactly(
            "shop/web (Deployment) -> svc/shop/cart-pods : tcp/7070 at shop/cart (Deployment)"
                + " tcp/7070");
  }

  /** A pod's own Service can lead back to the pod; implementations treat this differently. */
  @Test
  void aPodsOwnService() {
    assertThat(ask("shop/cart -> svc/shop/cart : tcp/81"))
        .hasSize(1)
        .first()
        .asString()
        .contains("tcp/7071");
    assertThat(ask("shop/cart -> svc/shop/cart : tcp/81", "--semantics", "must"))
        .containsExactly("no connection: shop/cart -> svc/shop/cart : tcp/81");
    assertThat(ask("shop/cart -> svc/shop/cart", "--assume", "service-hairpin=no"))
        .containsExactly("no connection: shop/cart -> svc/shop/cart");
  }

  /** Policies can see the address of the caller, of the load balancer or of a node. */
  @Test
  void fromOutside() {
    String in = "203.0.113.9 -> svc/shop/web";
    String out = "198.51.100.9 -> svc/shop/web";
    assertThat(ask(in).getFirst()).contains("tcp/443 at shop/web (Deployment) tcp/8080");
    assertThat(ask(in, "--semantics", "must")).containsExactly("no connection: " + in);
    assertThat(ask(in, "--semantics", "must", "--assume", "snat-source=client"))
        .hasSize(1)
        .doesNotContain("no connection: " + in);
    assertThat(ask(out).getFirst()).contains("tcp/443");
    assertThat(ask(out, "--assume", "snat-source=client")).containsExactly("no connection: " + out);
    assertThat(ask(out, "--assume", "snat-source=node").getFirst()).contains("tcp/443");
    // The result is only certain behind a node that preserves clients' addresses.
    assertThat(ask("203.0.113.9 -> svc/shop/web-local : tcp/30443", "--semantics", "must"))
        .hasSize(1)
        .first()
        .asString()
        .contains("tcp/443 at");
    assertThat(ask("198.51.100.9 -> svc/shop/web-local"))
        .containsExactly("no connection: 198.51.100.9 -> svc/shop/web-local");
    // A Service that is not published has no external address.
    assertThat(ask("203.0.113.9 -> svc/shop/cart"))
        .containsExactly("no connection: 203.0.113.9 -> svc/shop/cart");
  }

  /** The controller can be in the selected namespace, but it is not one of the declared pods. */
  @Test
  void connectionsThroughEntrances() {
    assertThat(ask("ingress -> *")).containsExactly("ingress -> shop/web (Deployment) : tcp/8080");
    assertThat(ask("ingress -> *", "--semantics", "must", "--assume", "ipblock-matches-pods=no"))
        .containsExactly("no connection: ingress -> *");
    assertThat(ask("ingress -> shop/cart")).containsExactly("no connection: ingress -> shop/cart");
    assertThat(ask("ingress -> shop/web : udp/8080"))
        .containsExactly("no connection: ingress -> shop/web : udp/8080");
  }

  @Test
  void anEntranceToAnUndeclaredService() throws IOException {
    Path file = dir.resolve("route.txt");
    Files.writeString(
        file,
        """
        apiVersion: route.openshift.io/v1
        kind: Route
        metadata: {namespace: shop, name: r}
        spec:
          to: {kind: Service, name: nowhere}
        """);
    Run run =
        zonec("query", "ingress -> *", "-m", dir.resolve("shop.yaml").toString(), "-m", file + "");
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("ZC0522", "route.txt:5", "`shop/nowhere`");
    assertThat(run.out()).contains("ingress -> shop/web");
  }

  @Test
  void asJson() {
    assertThat(String.join("", ask("shop/web -> svc/shop/cart", "-f", "json")).replace(" ", ""))
        .contains(
            "\"src\":\"shop/web(Deployment)\",\"dst\":\"shop/cart(Deployment)\"",
            "\"ports\":{\"TCP\":[[7070,7070]]}",
            "\"service\":\"shop/cart\"",
            "\"servicePorts\":{\"TCP\":[[80,80]]}");
  }

  @Test
  void invalidQuestions() {
    for (String question :
        List.of(
            "svc/shop/cart -> shop/web",
            "shop/web -> ingress",
            "shop/web -> svc/shop/card",
            "shop/web -> svc/shop/bank",
            "shop/web ~> svc/shop/cart",
            "ingress ~> shop/cart")) {
      Run run = zonec("query", question, "-m", dir.resolve("shop.yaml").toString());
      assertThat(run.exit()).as(question + "\n" + run.out() + run.err()).isEqualTo(2);
      assertThat(run.err()).contains("ZC052");
    }
    assertThat(zonec("query", "shop/web -> svc/shop/card", "-m", dir + "/shop.yaml").err())
        .contains("did you mean `svc/shop/cart`?");
  }

  /** The numbers of objects are printed on request, or if some could not be read. */
  @Test
  void numbersOfObjects() throws IOException {
    String shop = dir.resolve("shop.yaml").toString();
    assertThat(zonec("query", "shop/web -> shop/cart", "-m", shop).err()).isEmpty();
    assertThat(zonec("query", "shop/web -> shop/cart", "-m", shop, "-v").err())
        .isEqualTo(
            "manifests: 1 file; read 3 Deployment, 1 Ingress, 2 Namespace, 2 NetworkPolicy,"
                + " 5 Service\n");
    Path broken = dir.resolve("broken.txt");
    Files.writeString(broken, "{apiVersion: v1, kind: ConfigMap}\n---\nkind: {{ x }}y\n");
    Run run = zonec("query", "shop/web -> shop/cart", "-m", shop, "-m", broken.toString());
    assertThat(run.exit()).isEqualTo(4);
    assertThat(run.err()).contains("2 files;", "skipped 1 ConfigMap; 1 problem");
    assertThat(run.out()).contains("tcp/7070");
  }
}
