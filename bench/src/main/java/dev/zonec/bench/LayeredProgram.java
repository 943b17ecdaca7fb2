package dev.zonec.bench;

/**
 * The text of a program of many namespaces: in each a chain of five zones, ten namespaces of which
 * are joined by the first zones of their chains. Half of the assertions are of paths to the
 * internet, half of paths back to an earlier namespace; all hold.
 */
final class LayeredProgram {
  static final int CHAIN = 5;
  private static final int JOINED = 10;

  private LayeredProgram() {}

  /**
   * The program.
   *
   * @param namespaces how many namespaces, at least two
   * @param assertions how many assertions
   */
  static String text(int namespaces, int assertions) {
    return text(namespaces, CHAIN, assertions);
  }

  /**
   * A program with {@code chain} zones in each namespace.
   *
   * @param namespaces how many namespaces, at least two
   * @param assertions how many assertions
   */
  static String text(int namespaces, int chain, int assertions) {
    StringBuilder text = new StringBuilder("module layered\n");
    for (int n = 0; n < namespaces; n++) {
      for (int z = 0; z < chain; z++) {
        text.append("zone ").append(zone(n, z)).append(" { namespace ns").append(n);
        text.append(" pods app=a").append(z).append(" }\n");
      }
    }
    for (int n = 0; n < namespaces; n++) {
      for (int z = 1; z < chain; z++) {
        allow(text, zone(n, z - 1), zone(n, z), 8000 + z);
      }
      if (n % JOINED != 0) {
        allow(text, zone(n - 1, 0), zone(n, 0), 443);
      }
    }
    for (int i = 0; i < assertions; i++) {
      int n = 1 + i % (namespaces - 1);
      text.append("assert p").append(i).append(": no path ");
      text.append(i % 2 == 0 ? zone(n, chain - 1) + " ~> internet" : zone(n, 0) + " ~> ");
      text.append(i % 2 == 0 ? "" : zone(n - 1, 0)).append('\n');
    }
    return text.toString();
  }

  /**
   * Policies beside those of the program. They admit to the first zone of a chain what the program
   * declares, once more.
   *
   * @param each how many policies a namespace has
   */
  static String policies(int namespaces, int each) {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < namespaces; n++) {
      for (int i = 0; i < each; i++) {
        text.append("---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n");
        text.append("metadata: {name: more-").append(i).append(", namespace: ns").append(n);
        text.append("}\nspec:\n  podSelector: {matchLabels: {app: a0}}\n");
        text.append("  policyTypes: [Ingress]\n");
        if (n % JOINED != 0) {
          text.append("  ingress: [{from: [{namespaceSelector: {matchLabels: ");
          text.append("{kubernetes.io/metadata.name: ns").append(n - 1);
          text.append("}}, podSelector: {matchLabels: {app: a0}}}], ports: [{port: 443}]}]\n");
        }
      }
    }
    return text.toString();
  }

  private static void allow(StringBuilder text, String from, String to, int port) {
    text.append("allow ").append(from).append(" -> ").append(to);
    text.append(" : tcp/").append(port).append('\n');
  }

  private static String zone(int namespace, int number) {
    return "z" + namespace + "-" + number;
  }
}
