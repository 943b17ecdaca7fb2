package dev.zonec.tests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code zonec test} checks expectations against manifests. */
final class ExpectationsTest {
  @TempDir private Path root;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(root.resolve("zones"));
    Files.writeString(
        root.resolve("zones/shop.zone"),
        """
        module shop
        zone web { namespace shop  pods app=web }
        zone cart { namespace shop  pods app=cart }
        zone db { namespace shop  pods app=db }
        zone none { namespace shop  pods app=none }
        allow web -> cart : tcp/7070
        allow cart -> db : tcp/5432
        """);
    StringBuilder manifests = new StringBuilder();
    for (String name : new String[] {"web", "cart", "db"}) {
      manifests.append(pod(name, name, "10.244.0.1"));
    }
    Files.writeString(root.resolve("k8s.yaml"), manifests);
    Files.writeString(
        root.resolve("zonec.yaml"), "program: zones\nmanifests: k8s.yaml\noutput: policies\n");
    assertThat(Run.zonecIn(root, "compile").exit()).isZero();
  }

  @Test
  void filesBesideTheProgramAreRead() throws IOException {
    Run none = Run.zonecIn(root, "test");
    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.err()).contains("ZC0817");
    expect("# a comment\n\nexpect allowed web -> cart : tcp/7070\n");
    Files.createDirectories(root.resolve("zones/more"));
    Files.writeString(root.resolve("zones/more/more.expect"), "expect denied web -> db\n");
    Run run = Run.zonecIn(root, "test");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("2 expectations: 2 hold\n");
    assertThat(Run.zonecIn(root, "verify").exit()).isZero();
  }

  @Test
  void syntaxAndNamesAreChecked() throws IOException {
    expect(
        "expect denied wbe -> db\nexpect maybe web -> db\nexpect allowed web ->\nexpect path a\n");
    Run syntax = Run.zonecIn(root, "test");
    assertThat(syntax.exit()).isEqualTo(3);
    assertThat(syntax.err()).contains("shop.expect:2:8").contains("shop.expect:3:").contains(":4:");
    expect("expect denied wbe -> db\nexpect no path web ~> nowhere\n");
    Run names = Run.zonecIn(root, "test");
    assertThat(names.exit()).isEqualTo(3);
    assertThat(names.err())
        .contains("shop.expect:1:15")
        .contains("did you mean `web`?")
        .contains("shop.expect:2:23");
  }

  @Test
  void allowedIsAboutEveryPairAndPort() throws IOException {
    assertHolds("expect allowed web -> cart");
    assertHolds("expect allowed web -> cart : tcp/7070");
    assertFails("expect allowed web -> cart : tcp/7070, tcp/7071", "tcp/7071 is denied");
    assertFails("expect allowed web -> pods in namespace(shop)", "is denied");
  }

  @Test
  void deniedIsAboutEveryPair() throws IOException {
    assertHolds("expect denied web -> db");
    assertHolds("expect denied web -> cart : tcp/7071");
    assertFails("expect denied web -> *", "tcp/7070 is allowed");
    assertFails("expect denied * -> db", "from flow `cart -> db : tcp/5432`");
  }

  @Test
  void pathsExistOrNot() throws IOException {
    assertHolds("expect path web ~> db");
    assertHolds("expect no path web ~> db within 1 hops");
    assertHolds("expect no path web ~> db avoiding cart");
    assertHolds("expect no path db ~> web");
    assertFails("expect path db ~> web", "there is no path");
    assertFails("expect no path web ~> db", "a path of 2 hops exists");
  }

  /** Whether a block matches pods is open, so the connection is neither allowed nor denied. */
  @Test
  void openPointsAreNotCertain() throws IOException {
    Files.writeString(
        root.resolve("k8s.yaml"),
        pod("web", "web", "10.244.0.1")
            + pod("db", "db", "10.244.0.2")
            + """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              policyTypes: [Ingress]
              ingress:
              - from: [{ipBlock: {cidr: 10.244.0.0/24}}]
            """);
    String[] plain = {"test", "-m", root.resolve("k8s.yaml").toString()};
    expect("expect allowed shop/web -> shop/db : tcp/1\n");
    assertThat(Run.zonecIn(root, plain).exit()).isEqualTo(1);
    expect("expect denied shop/web -> shop/db : tcp/1\n");
    assertThat(Run.zonecIn(root, plain).exit()).isEqualTo(1);
    Run settled = Run.zonecIn(root, "test", "-m", plain[2], "--assume", "ipblock-matches-pods=no");
    assertThat(settled.exit()).as(settled.err()).isZero();
  }

  @Test
  void anExpectationAboutNothingFails() throws IOException {
    for (String expectation :
        new String[] {
          "expect denied none -> db", "expect allowed none -> db", "expect no path none ~> db"
        }) {
      expect(expectation + "\n");
      Run run = Run.zonecIn(root, "test");
      assertThat(run.exit()).as(expectation).isEqualTo(1);
      assertThat(run.err()).contains("ZC0816");
    }
  }

  @Test
  void aGapIsInconclusive() throws IOException {
    Files.writeString(
        root.resolve("k8s.yaml"),
        "---\n"
            + "apiVersion: cilium.io/v2\n"
            + "kind: CiliumNetworkPolicy\n"
            + "metadata: {name: a, namespace: shop}\n",
        java.nio.file.StandardOpenOption.APPEND);
    expect("expect denied web -> db\n");
    Run run = Run.zonecIn(root, "test");
    assertThat(run.exit()).as(run.err()).isEqualTo(4);
    assertThat(run.out()).contains("not covered completely");
    expect("expect denied web -> cart\n");
    assertThat(Run.zonecIn(root, "test").exit()).isEqualTo(1);
  }

  private void assertHolds(String expectation) throws IOException {
    expect(expectation + "\n");
    Run run = Run.zonecIn(root, "test");
    assertThat(run.exit()).as("%s%n%s", expectation, run.err()).isZero();
  }

  private void assertFails(String expectation, String message) throws IOException {
    expect(expectation + "\n");
    Run run = Run.zonecIn(root, "test");
    assertThat(run.exit()).as("%s%n%s", expectation, run.err()).isEqualTo(1);
    assertThat(run.err()).contains("ZC0815").contains(message);
  }

  private void expect(String text) throws IOException {
    Files.writeString(root.resolve("zones/shop.expect"), text);
  }

  private static String pod(String name, String app, String address) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: "
        + name
        + ", namespace: shop, labels: {app: "
        + app
        + "}}\nspec: {containers: [{name: c, image: i}]}\n"
        + (address.isEmpty() ? "" : "---\n");
  }
}
