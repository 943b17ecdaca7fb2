package dev.zonec.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The text of a program whose namespaces have very different sizes, as those of clusters in use: a
 * few have many zones, and most have two or three. Every zone calls the next one of its namespace.
 * In one of four cases, it calls a zone of another namespace, and in four of five cases, one of the
 * zones that all share. The flows that these zones admit make the first namespace much larger than
 * its zones do.
 */
final class SkewedProgram {
  private static final int LEAST = 2;

  /** How fast the size falls with the rank of a namespace. */
  private static final double FALL = 0.6;

  /** The last zones of the first namespace, which others call. */
  private static final int SHARED = 5;

  private final Random random;
  private final int namespaces;
  private final int largest;

  /**
   * Creates a program.
   *
   * @param namespaces how many namespaces, at least two
   * @param largest the zones of the largest namespace, at least five
   * @param seed the seed of the flows
   */
  SkewedProgram(int namespaces, int largest, long seed) {
    this.namespaces = namespaces;
    this.largest = largest;
    this.random = new Random(seed);
  }

  /** Returns the number of zones in a namespace. */
  private int zones(int namespace) {
    return Math.max(LEAST, (int) (largest / Math.pow(namespace + 1, FALL)));
  }

  /**
   * Returns the program.
   *
   * @param assertions how many assertions that no path leads from a zone to the internet
   */
  String text(int assertions) {
    StringBuilder text = new StringBuilder("module skewed\n");
    for (int n = 0; n < namespaces; n++) {
      for (int z = 0; z < zones(n); z++) {
        text.append("zone ").append(zone(n, z)).append(" { namespace ns").append(n);
        text.append(" pods app=a").append(z).append(" }\n");
      }
    }
    for (int n = 0; n < namespaces; n++) {
      for (int z = 0; z < zones(n); z++) {
        flows(n, z).forEach(text::append);
      }
    }
    for (int i = 0; i < assertions; i++) {
      int n = random.nextInt(namespaces);
      text.append("assert p").append(i).append(": no path ").append(zone(n, 0));
      text.append(" ~> internet\n");
    }
    return text.toString();
  }

  private List<String> flows(int namespace, int zone) {
    List<String> flows = new ArrayList<>();
    if (zone + 1 < zones(namespace)) {
      flows.add(allow(zone(namespace, zone), zone(namespace, zone + 1), 8000 + zone % 20));
    }
    int other = random.nextInt(namespaces);
    if (other != namespace && random.nextInt(4) == 0) {
      flows.add(allow(zone(namespace, zone), zone(other, random.nextInt(zones(other))), 443));
    }
    if (namespace != 0 && random.nextInt(5) != 0) {
      flows.add(allow(zone(namespace, zone), zone(0, zones(0) - 1 - random.nextInt(SHARED)), 9090));
    }
    return flows;
  }

  private static String allow(String from, String to, int port) {
    return "allow " + from + " -> " + to + " : tcp/" + port + "\n";
  }

  private static String zone(int namespace, int number) {
    return "z" + namespace + "-" + number;
  }

  /**
   * Returns a policy by hand for every twentieth namespace: its first zone may call every port of
   * the namespace before. What it admits beyond the flows, the policies of that namespace deny, so
   * that the policies of one side do not suffice for a proof.
   */
  String widePolicies() {
    StringBuilder text = new StringBuilder();
    for (int n = 20; n < namespaces; n += 20) {
      text.append(
          "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: wide\n");
      text.append("  namespace: ns")
          .append(n)
          .append("\nspec:\n  podSelector:\n    matchLabels:\n");
      text.append("      app: a0\n  policyTypes: [Egress]\n  egress:\n  - to:\n");
      text.append("    - namespaceSelector:\n        matchLabels:\n");
      text.append("          kubernetes.io/metadata.name: ns").append(n - 1).append("\n---\n");
    }
    return text.toString();
  }
}
