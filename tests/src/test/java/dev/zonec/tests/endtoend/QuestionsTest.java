package dev.zonec.tests.endtoend;

import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions about a shop in which web connects to api and cart, both connect to db, and db connects
 * to addresses outside.
 */
final class QuestionsTest {
  @TempDir private Path dir;

  @BeforeEach
  void writeManifests() throws IOException {
    StringBuilder text =
        new StringBuilder("kind: Namespace\napiVersion: v1\nmetadata: {name: shop}\n");
    for (String app : new String[] {"web", "api", "cart", "db"}) {
      text.append(
          """
          ---
          kind: Pod
          apiVersion: v1
          metadata: {name: APP, namespace: shop, labels: {app: APP}}
          spec: {containers: [{name: main, image: APP}]}
          """
              .replace("APP", app));
    }
    text.append(admits("web", "podSelector: {matchLabels: {app: nobody}}", 1));
    text.append(admits("api", "podSelector: {matchLabels: {app: web}}", 8080));
    text.append(admits("cart", "podSelector: {matchLabels: {app: web}}", 8081));
    text.append(
        admits(
            "db",
            "podSelector: {matchExpressions: [{key: app, operator: In, values: [api, cart]}]}",
            5432));
    for (String app : new String[] {"web", "api", "cart"}) {
      text.append(calls(app, "podSelector: {}", 1, 65535));
    }
    text.append(calls("db", "ipBlock: {cidr: 198.51.100.0/24}", 443, 443));
    Files.writeString(dir.resolve("shop.yaml"), text);
  }

  private static String admits(String app, String peer, int port) {
    return """
    ---
    kind: NetworkPolicy
    apiVersion: networking.k8s.io/v1
    metadata: {name: to-APP, namespace: shop}
    spec:
      podSelector: {matchLabels: {app: APP}}
      policyTypes: [Ingress]
      ingress:
      - from:
        - PEER
        ports: [{protocol: TCP, port: PORT}]
    """
        .replace("APP", app)
        .replace("PEER", peer)
        .replace("PORT", Integer.toString(port));
  }

  private static String calls(String app, String peer, int first, int last) {
    return """
    ---
    kind: NetworkPolicy
    apiVersion: networking.k8s.io/v1
    metadata: {name: from-APP, namespace: shop}
    spec:
      podSelector: {matchLabels: {app: APP}}
      policyTypes: [Egress]
      egress:
      - to:
        - PEER
        ports: [{protocol: TCP, port: FIRST, endPort: LAST}]
    """
        .replace("APP", app)
        .replace("PEER", peer)
        .replace("FIRST", Integer.toString(first))
        .replace("LAST", Integer.toString(last));
  }

  private Run ask(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "query";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "-m";
    all[args.length + 2] = dir.toString();
    return zonec(all);
  }

  @Test
  void oneOrAllShortestPaths() {
    Run one = ask("shop/web ~> shop/db");
    assertThat(one.exit()).isZero();
    assertThat(one.out())
        .contains("shop/web (Pod) ~> shop/db (Pod) in 2 hops")
        .contains("shop/web (Pod) -> shop/api (Pod) : tcp/8080")
        .contains("shop/api (Pod) -> shop/db (Pod) : tcp/5432")
        .doesNotContain("shop/cart");
    assertThat(ask("shop/web ~> shop/db", "--all").out())
        .contains("shop/web (Pod) -> shop/cart (Pod) : tcp/8081")
        .contains("shop/web (Pod) -> shop/api (Pod) : tcp/8080");
  }

  @Test
  void pathsCanBeRestricted() {
    assertThat(ask("shop/web ~> shop/db within 1 hops").out()).contains("no path");
    assertThat(ask("shop/web ~> shop/db within 2 hops").out()).contains("in 2 hops");
    assertThat(ask("shop/web ~> shop/db via shop/cart").out())
        .contains("shop/cart (Pod) -> shop/db")
        .doesNotContain("shop/api");
    assertThat(ask("shop/web ~> shop/db avoiding shop/api").out())
        .contains("shop/cart (Pod) -> shop/db");
    assertThat(ask("shop/web ~> shop/db avoiding {shop/api, pods(app=cart)}").out())
        .contains("no path");
    assertThat(ask("shop/web ~> 198.51.100.0/24 : tcp/443 via {shop/api, shop/cart}").out())
        .contains("in 3 hops")
        .contains("-> internet (198.51.100.0-198.51.100.255) : tcp/443");
    assertThat(ask("shop/web ~> 198.51.100.0/24 : tcp/80").out()).contains("no path");
  }

  @Test
  void invalidQuestions() {
    Run connection = ask("shop/web -> shop/db via shop/api");
    assertThat(connection.exit()).isEqualTo(2);
    assertThat(connection.err()).contains("ZC0523");
    Run twice = ask("shop/web ~> shop/db via shop/api via shop/cart");
    assertThat(twice.exit()).isEqualTo(2);
    assertThat(twice.err()).contains("ZC0104");
    Run length = ask("shop/web ~> shop/db within 0 hops");
    assertThat(length.exit()).isEqualTo(2);
    assertThat(length.err()).contains("ZC0213");
    Run unknown = ask("shop/web ~> shop/db avoiding shop/carts");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("ZC0520").contains("did you mean `shop/cart`?");
  }

  @Test
  void connectionsAsJson() {
    Run run = ask("connections", "-f", "json");
    assertThat(run.exit()).isZero();
    JsonNode rows = new JsonMapper().readTree(run.out()).get("connections");
    assertThat(rows).hasSize(5);
    assertThat(rows.get(0).toString())
        .isEqualTo(
            "{\"src\":\"shop/api[Pod]\",\"dst\":\"shop/db[Pod]\",\"ports\":{\"TCP\":[[5432,5432]]}}");
    assertThat(rows.get(2).toString())
        .isEqualTo(
            "{\"src\":\"shop/db[Pod]\",\"dstIps\":[\"198.51.100.0-198.51.100.255\"],"
                + "\"ports\":{\"TCP\":[[443,443]]}}");
  }

  @Test
  void connectionsAsTables() {
    assertThat(ask("connections").out()).contains("shop/web[Pod] -> shop/api[Pod] : tcp/8080\n");
    assertThat(ask("connections", "-f", "csv").out())
        .startsWith("src,dst,protocol,ports\n")
        .contains("\nshop/db[Pod],198.51.100.0-198.51.100.255,TCP,443\n");
    assertThat(ask("connections", "-f", "md").out())
        .startsWith("| src | dst | ports |\n|---|---|---|\n")
        .contains("| shop/web[Pod] | shop/cart[Pod] | tcp/8081 |\n");
    assertThat(ask("connections", "-f", "dot").out())
        .startsWith("digraph connections {\n")
        .contains("  subgraph \"cluster_shop\" {\n")
        .contains("  \"shop/web[Pod]\" -> \"shop/api[Pod]\" [label=\"tcp/8080\"];\n")
        .endsWith("}\n");
    Run wrong = ask("shop/web -> shop/db", "-f", "dot");
    assertThat(wrong.exit()).isEqualTo(2);
  }

  @Test
  void membersOfAnEnd() throws IOException {
    Path zones = dir.resolve("shop.zone");
    Files.writeString(
        zones,
        """
        module shop
        zone front { namespace shop  pods app in (web, api) }
        zone gone  { namespace shop  pods app=gone }
        external partner { cidr 198.51.100.0/24 }
        """);
    String manifests = dir.resolve("shop.yaml").toString();
    Run front = zonec("query", "resolve front", zones.toString(), "-m", manifests);
    assertThat(front.exit()).as(front.err()).isZero();
    assertThat(front.out()).isEqualTo("shop/api (Pod)\nshop/web (Pod)\n");
    Run partner = zonec("query", "resolve partner", zones.toString(), "-m", manifests);
    assertThat(partner.out()).isEqualTo("partner/internet (198.51.100.0-198.51.100.255)\n");
    Run gone = zonec("query", "resolve gone", zones.toString(), "-m", manifests);
    assertThat(gone.exit()).isZero();
    assertThat(gone.out()).isEqualTo("no members: resolve gone\n");
    Run json = zonec("query", "resolve pods(app=db)", "-m", manifests, "-f", "json");
    JsonNode members = new JsonMapper().readTree(json.out()).get("members");
    assertThat(members.size()).isEqualTo(1);
    assertThat(members.get(0).asString()).isEqualTo("shop/db (Pod)");
  }

  @Test
  void invalidQuestionsAboutMembers() {
    String manifests = dir.resolve("shop.yaml").toString();
    Run service = zonec("query", "resolve svc/shop/web", "-m", manifests);
    assertThat(service.exit()).isEqualTo(2);
    assertThat(service.err()).contains("ZC0521").contains("* -> svc/shop/web");
    Run unknown = zonec("query", "resolve shop/wep", "-m", manifests);
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("ZC0520").contains("did you mean `shop/web`");
    Run why = zonec("why", "resolve shop/web", "-m", manifests);
    assertThat(why.exit()).isEqualTo(2);
    assertThat(why.err()).contains("a connection is explained");
  }
}
