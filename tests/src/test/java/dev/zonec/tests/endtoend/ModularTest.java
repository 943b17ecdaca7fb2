package dev.zonec.tests.endtoend;

import static dev.zonec.tests.endtoend.Run.zonec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests imports and parameters end to end. */
final class ModularTest {
  @TempDir private Path dir;

  @BeforeEach
  void sources() throws IOException {
    write(
        "platform/base.zone",
        """
        module platform
        zone proxy { namespace edge  pods app=proxy }
        service http = tcp/8080
        allow proxy -> internet : tcp/443
        """);
    write(
        "shop/shop.zone",
        """
        module shop
        import "../platform/base.zone" as base
        param env : enum(dev, prod) = prod
        zone web { namespace shop  pods app=web }
        zone db  { namespace shop  pods app=db }
        allow base.proxy -> web : base.http
        allow web -> db : tcp/5432
        when env = dev { allow web -> internet : tcp/443 }
        assert no_leak: no path db ~> internet
        assert inside:  never web -> internet
        """);
    write("k8s/shop.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = dir.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String at(String path) {
    return dir.resolve(path).toString();
  }

  /**
   * Every value is verified, including values other than the default, and the worst exit code
   * counts.
   */
  @Test
  void everyValueIsVerified() {
    Run run = zonec("verify", at("shop"), "-m", at("k8s"));
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).containsOnlyOnce("error[ZC0502]").contains("= note: with `env=dev`");
    assertThat(run.out()).containsSubsequence("env=dev:", "1 failed", "env=prod:", "2 proved");
  }

  @Test
  void onlyTheGivenValueIsVerified() {
    Run run = zonec("verify", at("shop"), "-m", at("k8s"), "-p", "env=prod");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("env=prod:", "2 proved").doesNotContain("env=dev");
  }

  @Test
  void theDefaultValueIsCompiled() throws IOException {
    Run standard = zonec("compile", at("shop"), "-o", at("out"));
    assertThat(standard.exit()).as(standard.err()).isZero();
    assertThat(Files.readString(dir.resolve("out/shop/shop-web.yaml"))).doesNotContain("443");
    Run dev = zonec("compile", at("shop"), "-p", "env=dev");
    assertThat(dev.exit()).as(dev.err()).isZero();
    assertThat(dev.out()).contains("443").doesNotContain("namespace: edge");
  }

  /** Another program governs an imported zone, and its pods relay. */
  @Test
  void pathsPassThroughImportedZones() throws IOException {
    write(
        "shop/shop.zone",
        """
        module shop
        import "../platform/base.zone" as base
        zone web { namespace shop  pods app=web }
        allow web -> base.proxy : tcp/8080
        assert no_leak: no path web ~> internet
        """);
    write("k8s/edge.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: edge}\n");
    Run unknown = zonec("verify", at("shop"), "-m", at("k8s"));
    assertThat(unknown.exit()).as(unknown.err()).isEqualTo(1);
    assertThat(unknown.err())
        .contains("lateral path exists: web ~> internet", "violated in 2 hops");
    platform("allow web -> proxy : http  allow proxy -> internet : tcp/443");
    Run open = zonec("verify", at("shop"), "-m", at("k8s"));
    assertThat(open.exit()).as(open.err()).isEqualTo(1);
    assertThat(open.err())
        .contains("lateral path exists: web ~> internet", "violated in 2 hops")
        .contains("platform-proxy.yaml")
        .doesNotContain("ZC0507");
    platform("allow web -> proxy : http");
    Run closed = zonec("verify", at("shop"), "-m", at("k8s"));
    assertThat(closed.exit()).as(closed.err()).isZero();
  }

  private void platform(String flows) throws IOException {
    write(
        "platform/base.zone",
        """
        module platform
        zone proxy { namespace edge  pods app=proxy }
        external web { namespace shop  pods app=web }
        service http = tcp/8080
        """
            + flows
            + "\n");
    Run run = zonec("compile", at("platform"), "-o", at("k8s/platform"));
    assertThat(run.exit()).as(run.err()).isZero();
  }

  /**
   * NetworkPolicies are additive, so a plan keeps the policies of another program, and they can
   * cause a finding.
   */
  @Test
  void aPlanKeepsThePoliciesOfOtherPrograms() throws IOException {
    write(
        "platform/base.zone",
        """
        module platform
        zone proxy { namespace edge  pods app=proxy }
        zone all { namespace shop }
        service http = tcp/8080
        allow all -> internet : tcp/443
        allow proxy -> internet : tcp/443
        """);
    assertThat(zonec("compile", at("platform"), "-o", at("k8s/platform")).exit()).isZero();
    for (String[] args :
        new String[][] {
          {"verify", at("shop"), "-m", at("k8s"), "-p", "env=prod"},
          {"verify", at("shop"), "-m", at("k8s"), "-p", "env=prod", "--plan"}
        }) {
      Run run = zonec(args);
      assertThat(run.exit()).as(run.err()).isEqualTo(1);
      assertThat(run.out()).contains("plan: ");
      assertThat(run.err()).contains("error[ZC0501]", "platform-all.yaml");
    }
  }

  @Test
  void aPlanReplacesThePoliciesOfTheProgram() throws IOException {
    String options = "env=dev";
    Run dev = zonec("compile", at("shop"), "-p", options, "-o", at("k8s/shop"));
    assertThat(dev.exit()).as(dev.err()).isZero();
    Run written = zonec("verify", at("shop"), "-m", at("k8s"), "-p", "env=prod");
    assertThat(written.out()).contains("as written: ");
    assertThat(written.exit()).isEqualTo(1);
    Run plan = zonec("verify", at("shop"), "-m", at("k8s"), "-p", "env=prod", "--plan");
    assertThat(plan.exit()).as(plan.err()).isZero();
  }

  @Test
  void questionsCanNameImportedParties() throws IOException {
    write(
        "k8s/pods.yaml",
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: proxy, namespace: edge, labels: {app: proxy}}
        spec: {containers: [{name: c, image: i}]}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec: {containers: [{name: c, image: i}]}
        """);
    write(
        "shop/shop.zone",
        """
        module shop
        import "../platform/base.zone" as base
        zone web { namespace shop  pods app=web }
        """);
    Run run = zonec("query", "base.proxy -> web : base.http", at("shop"), "-m", at("k8s"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("edge/proxy", "shop/web", "tcp/8080");
    Run misspelt = zonec("query", "base.prxy -> web", at("shop"), "-m", at("k8s"));
    assertThat(misspelt.exit()).isEqualTo(2);
    assertThat(misspelt.err()).contains("did you mean `base.proxy`?");
  }

  @Test
  void aQuestionNeedsOneProgram() throws IOException {
    write(
        "shop/shop.zone",
        """
        module shop
        param env : enum(dev, prod)
        zone web { namespace shop-${env}  pods app=web }
        """);
    Run run = zonec("query", "web -> web", at("shop"), "-m", at("k8s"));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("error[ZC0112]", "`env=dev`, `env=prod`");
    assertThat(zonec("query", "web -> web", at("shop"), "-m", at("k8s"), "-p", "env=dev").exit())
        .isZero();
  }

  @Test
  void valuesOfTheCommandLineArePrintedAsTyped() {
    Run run = zonec("verify", at("shop"), "-p", "env=prdo");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo(
            """
            error[ZC0111]: `prdo` is not a value of `env`
             --> (command line):1:8
              |
            1 | -p env=prdo
              |        ^^^^ one of dev, prod
              = help: did you mean `prod`?

            """);
  }

  @Test
  void valuesCanComeFromFiles() throws IOException {
    write("prod.yaml", "env: prod\n");
    write("broken.yaml", "env: [prod\n");
    Run run = zonec("verify", at("shop"), "-m", at("k8s"), "--params", at("prod.yaml"));
    assertThat(run.exit()).as(run.err()).isZero();
    Run over = zonec("compile", at("shop"), "--params", at("prod.yaml"), "-p", "env=dev");
    assertThat(over.out()).contains("443");
    Run broken = zonec("compile", at("shop"), "--params", at("broken.yaml"));
    assertThat(broken.exit()).isEqualTo(3);
    assertThat(broken.err()).contains("error[ZC0117]", "broken.yaml:");
    for (String file : new String[] {at("nowhere.yaml"), at("shop")}) {
      Run unreadable = zonec("compile", at("shop"), "--params", file);
      assertThat(unreadable.exit()).isEqualTo(3);
      assertThat(unreadable.err()).contains("error[ZC0001]").doesNotContain("Exception");
    }
  }

  @Test
  void invalidOptionsAreRejected() {
    for (String[] args :
        new String[][] {
          {"verify", at("shop"), "-p", "env"},
          {"verify", at("shop"), "-p", "=dev"},
          {"verify", at("shop"), "-p", "env=dev", "-p", "env=prod"},
        }) {
      Run run = zonec(args);
      assertThat(run.exit()).as(String.join(" ", args)).isEqualTo(2);
      assertThat(run.err()).contains("-p");
    }
  }

  /** The root for imports is the folder that contains the given paths, after links are resolved. */
  @Test
  void importsStayBelowTheRoot() throws IOException {
    String file = at("shop/shop.zone");
    Run outside = zonec("verify", file, "-m", at("k8s"), "-p", "env=prod");
    assertThat(outside.exit()).isEqualTo(3);
    assertThat(outside.err()).contains("error[ZC0107]", "shop.zone:2:8", "--allow-outside");
    Run allowed = zonec("verify", file, "-m", at("k8s"), "-p", "env=prod", "--allow-outside");
    assertThat(allowed.exit()).as(allowed.err()).isZero();

    write("secret/base.zone", "module secret\nzone proxy { namespace s }\nservice http = tcp/1\n");
    Files.createDirectories(dir.resolve("apps/shop"));
    Files.copy(dir.resolve("shop/shop.zone"), dir.resolve("apps/shop/shop.zone"));
    Files.createSymbolicLink(dir.resolve("apps/platform"), dir.resolve("secret"));
    Run linked = zonec("verify", at("apps/shop"), "-m", at("k8s"), "-p", "env=prod");
    assertThat(linked.exit()).isEqualTo(3);
    assertThat(linked.err()).contains("error[ZC0107]").doesNotContain("module secret");
    assertThat(
            zonec("verify", at("apps/shop"), at("secret"), "-m", at("k8s"), "-p", "env=prod").err())
        .doesNotContain("ZC0107");
  }
}
