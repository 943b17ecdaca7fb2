package dev.zonec.tests.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonec.diagnostics.inputs.SearchPath;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.PortClause;
import dev.zonec.model.net.PortRange;
import dev.zonec.model.net.Protocol;
import dev.zonec.response.block.Blocked;
import dev.zonec.response.edge.EdgeKind;
import dev.zonec.response.edge.EdgeRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rules for the edge, read by the tools that they are written for: nftables and iptables in a
 * network namespace of their own, and bash for commands of clouds. A tool that is not installed
 * skips its test.
 */
final class EdgeToolsTest {
  private static final List<Blocked> BLOCKED =
      List.of(
          blocked(List.of("203.0.113.0/24", "8.8.8.8/32", "2001:db8::/32"), List.of()),
          blocked(
              List.of(),
              List.of(
                  ports(Protocol.TCP, 445, 445),
                  ports(Protocol.UDP, 5000, 5010),
                  new PortClause.AllPorts(Protocol.SCTP))),
          blocked(
              List.of("0.0.0.0/1", "2001:db8::7/128"),
              List.of(new PortClause.AllPorts(Protocol.TCP), ports(Protocol.SCTP, 7, 9))));

  /** Ids that begin alike and are longer than the names of chains and rules may be. */
  private static final List<String> IDS =
      List.of(
          "203-0-113-0-24",
          "a-block-with-a-name-that-is-much-longer-than-chains-1",
          "a-block-with-a-name-that-is-much-longer-than-chains-2");

  /** The documented options of the commands. */
  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "aws ec2 describe-security-group-rules",
          Set.of("--filters"),
          "aws ec2 revoke-security-group-ingress",
          Set.of("--group-id", "--ip-permissions"),
          "aws ec2 revoke-security-group-egress",
          Set.of("--group-id", "--ip-permissions"),
          "aws ec2 create-network-acl-entry",
          Set.of(
              "--network-acl-id",
              "--ingress",
              "--egress",
              "--rule-number",
              "--protocol",
              "--port-range",
              "--rule-action",
              "--cidr-block",
              "--ipv6-cidr-block"),
          "gcloud compute firewall-rules",
          Set.of(
              "--network",
              "--direction",
              "--priority",
              "--action",
              "--rules",
              "--source-ranges",
              "--destination-ranges"),
          "az network nsg",
          Set.of(
              "--resource-group",
              "--nsg-name",
              "--name",
              "--priority",
              "--direction",
              "--access",
              "--protocol",
              "--source-address-prefixes",
              "--source-port-ranges",
              "--destination-address-prefixes",
              "--destination-port-ranges"));

  @TempDir Path folder;

  @Test
  void nftablesLoadsTheTablesAndDeletesThem() throws Exception {
    assumeInNamespace("nft", "nft list ruleset");
    List<String> script = new ArrayList<>(List.of("set -e"));
    List<String> undo = new ArrayList<>();
    for (EdgeRules rules : all(EdgeKind.NFT)) {
      Path file = Files.writeString(folder.resolve("edge-" + undo.size() + ".nft"), rules.text());
      script.add("nft -c -f " + file);
      script.add("nft -f " + file);
      undo.addAll(rules.undo());
    }
    script.add("test $(nft list tables | wc -l) = " + undo.size());
    script.addAll(undo);
    script.add("test -z \"$(nft list tables)\"");
    assertThat(inNamespace(script)).isEmpty();
  }

  @Test
  void iptablesRunsTheCommandsAndUndoesThem() throws Exception {
    assumeInNamespace("iptables", "iptables -S && ip6tables -S");
    List<String> script = new ArrayList<>(List.of("set -e"));
    List<String> undo = new ArrayList<>();
    for (EdgeRules rules : all(EdgeKind.IPTABLES)) {
      script.add("sh -e " + Files.writeString(folder.resolve(undo.size() + ".sh"), rules.text()));
      undo.addAll(rules.undo());
    }
    script.add("iptables-save | iptables-restore --test");
    script.add("iptables -S | grep -q ZONEC");
    script.addAll(undo);
    script.add("! iptables -S | grep ZONEC");
    script.add("! ip6tables -S | grep ZONEC");
    assertThat(inNamespace(script)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"AWS", "GCP", "AZURE"})
  void commandsOfCloudsHaveOnlyDocumentedOptions(EdgeKind kind) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
    Set<String> names = new TreeSet<>();
    int count = 0;
    for (EdgeRules rules : all(kind)) {
      Path file = Files.writeString(folder.resolve(rules.file()), rules.text());
      assertThat(run(List.of("/bin/bash", "-n", file.toString()))).isEmpty();
      // Each command prints its words, one a line.
      Path words =
          Files.writeString(
              folder.resolve("words.sh"),
              "for c in aws gcloud az; do eval \"$c() { printf '%s\\n' -- $c \\\"\\$@\\\"; }\";"
                  + " done\n"
                  + "SECURITY_GROUP=sg NETWORK_ACL=acl NETWORK=n RESOURCE_GROUP=g NSG=nsg\n"
                  + ". "
                  + file
                  + "\n"
                  + String.join("\n", rules.undo()).replaceAll("(?m) +# .*$", ""));
      for (String command : run(List.of("/bin/bash", words.toString())).split("(?m)^--\n")) {
        if (!command.isBlank()) {
          check(command.lines().toList());
          count++;
        }
      }
      rules.rules().stream()
          .filter(line -> line.contains(" create zonec-block-") || line.contains("--name zonec"))
          .map(line -> line.replaceAll(".*(zonec-block-\\S+).*", "$1"))
          .forEach(name -> assertThat(names.add(name)).as(name).isTrue());
    }
    assertThat(count).isGreaterThan(20);
    assertThat(names).allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(80));
  }

  private static void check(List<String> words) {
    boolean undoes = words.stream().anyMatch(each -> each.matches("delete.*|authorize.*"));
    Set<String> known =
        OPTIONS.entrySet().stream()
            .filter(each -> String.join(" ", words).startsWith(each.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Set.of());
    assertThat(undoes || !known.isEmpty()).as("%s", words).isTrue();
    assertThat(words.stream().filter(each -> each.startsWith("--")))
        .as("%s", words)
        .allSatisfy(
            each -> {
              if (!undoes) {
                assertThat(known).contains(each.replaceAll("=.*", ""));
              }
            });
  }

  private static List<EdgeRules> all(EdgeKind kind) {
    List<EdgeRules> all = new ArrayList<>();
    for (int i = 0; i < IDS.size(); i++) {
      all.add(EdgeRules.of(kind, BLOCKED.get(i), IDS.get(i)));
    }
    return all;
  }

  private static Blocked blocked(List<String> blocks, List<PortClause> ports) {
    return new Blocked(blocks.stream().map(Cidr::of).toList(), ports);
  }

  private static PortClause ports(Protocol protocol, int first, int last) {
    return new PortClause.Numbered(protocol, new PortRange(first, last));
  }

  private static void assumeInNamespace(String tool, String probe) throws Exception {
    assumeTrue(SearchPath.ofProcess().program(tool).isPresent(), tool + " is not installed");
    assumeTrue(
        exit(List.of("unshare", "-rn", "sh", "-c", probe)) == 0,
        tool + " cannot be run in a network namespace of its own");
  }

  /** Runs a script in a network namespace of its own. Returns what it prints. */
  private String inNamespace(List<String> lines) throws Exception {
    Path script = Files.writeString(folder.resolve("script.sh"), String.join("\n", lines) + "\n");
    return run(List.of("unshare", "-rn", "sh", script.toString()));
  }

  private static int exit(List<String> command) throws Exception {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private static String run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor())
        .as("%s\n%s", command.stream().collect(Collectors.joining(" ")), out)
        .isZero();
    return out;
  }
}
