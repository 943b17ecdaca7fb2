package dev.zonec.tests.apiserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Creates texts that differ a little from given ones in characters and lines, regardless of their
 * meaning.
 */
final class TextMutations {
  private static final Pattern VALUE =
      Pattern.compile("(?<=[:\\[,{-] )[^\\s\\[\\]{},#:][^\\n\\[\\]{},#:]*");
  private static final Pattern LINE = Pattern.compile("(?m)^.*\\n");
  private static final Pattern NUMBER = Pattern.compile("(?<=[:\\[,] )[0-9]+(?=\\s|,|}|\\])");
  private static final Pattern KEY = Pattern.compile("[a-zA-Z][a-zA-Z]+(?=:)");

  private static final List<String> SCALARS =
      List.of(
          "80",
          "0",
          "65535",
          "65536",
          "-1",
          "0o120",
          "0x50",
          "08",
          "8e1",
          "80.5",
          "! 80",
          "'80'",
          "yes",
          "null",
          "~",
          "http",
          "a--b",
          "-a",
          "A",
          "tcp",
          "TCP",
          "SCTP",
          "ICMP",
          "''",
          "[]",
          "{}",
          ".inf",
          "!!int http",
          "!!str 80",
          "10.0.0.0/8",
          "10.0.0.1/8",
          "::/0",
          "a.b/c",
          "x/y/z",
          "a_b",
          "Ingress",
          "In",
          "Exists",
          "Accept",
          "Deny",
          "Pass",
          "Allow",
          "Admin",
          "Baseline",
          "1000",
          "1001",
          "default",
          "2147483648",
          "\"a b\"",
          "kubernetes.io/x",
          "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
          "1_0",
          "n");

  private static final List<String> KEYS =
      List.of(
          "port",
          "endPort",
          "protocol",
          "from",
          "to",
          "ports",
          "podSelector",
          "namespaceSelector",
          "ipBlock",
          "cidr",
          "except",
          "matchLabels",
          "matchExpressions",
          "key",
          "operator",
          "values",
          "policyTypes",
          "ingress",
          "egress",
          "generateName",
          "name",
          "labels",
          "annotations",
          "namespaces",
          "pods",
          "networks",
          "nodes",
          "priority",
          "tier",
          "action");

  private TextMutations() {}

  static String of(String text, Random random) {
    String mutated = text;
    for (int i = random.nextInt(2); i >= 0; i--) {
      mutated = once(mutated, random);
    }
    return mutated;
  }

  private static String once(String text, Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          replace(text, VALUE, random, old -> SCALARS.get(random.nextInt(SCALARS.size())));
      case 3 -> replace(text, NUMBER, random, old -> SCALARS.get(random.nextInt(12)));
      case 4 -> replace(text, LINE, random, old -> "");
      case 5 -> replace(text, LINE, random, old -> old + old);
      case 6 -> replace(text, KEY, random, old -> KEYS.get(random.nextInt(KEYS.size())));
      default -> swap(text, random);
    };
  }

  private static String replace(
      String text, Pattern what, Random random, UnaryOperator<String> by) {
    List<MatchResult> found = what.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult one = found.get(random.nextInt(found.size()));
    return text.substring(0, one.start()) + by.apply(one.group()) + text.substring(one.end());
  }

  private static String swap(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.size() < 3) {
      return text;
    }
    int i = random.nextInt(lines.size() - 1);
    lines.set(i, lines.set(i + 1, lines.get(i)));
    return String.join("\n", lines) + "\n";
  }
}
