package dev.zonec.tests.properties;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Small random programs that are valid. The same seed gives the same program. */
final class RandomProgram {
  /** The namespaces that a program can govern. */
  static final List<String> NAMESPACES = List.of("n1", "n2");

  /** A namespace without a zone, whose pods a program can name. */
  static final String OUTSIDE = "outside";

  /** Namespaces with the label {@code tenant=true}, to which a {@code foreach} applies. */
  static final List<String> TENANTS = List.of("t1", "t2");

  /** The values of {@code app} that a program can mention. */
  static final List<String> APPS = List.of("a", "b", "c", "d");

  private final Random random;

  /**
   * A second generator for later additions, so that the other statements stay the same for a seed.
   */
  private final Random more;

  private final List<String> statements = new ArrayList<>();
  private final List<String> zones = new ArrayList<>();
  private final List<String> externals = new ArrayList<>();
  private final List<String> services = new ArrayList<>();

  /** Zones that are selected by one value of {@code app}. */
  private final List<String> plain = new ArrayList<>();

  private boolean unzonedFree;
  private boolean nested;

  RandomProgram(long seed) {
    random = new Random(seed);
    more = new Random(seed + 1);
    if (chance(50)) {
      statements.add("cluster { pods 10.244.0.0/16 }");
    }
    if (chance(60)) {
      String unzoned = deny(60);
      unzonedFree = unzoned.equals("allow");
      statements.add(
          "defaults { ingress %s  egress %s  dns %s  unzoned %s }"
              .formatted(deny(80), deny(80), deny(60), unzoned));
    }
    addZones();
    addExternals();
    addServices();
    addFlows();
    if (more.nextInt(100) < 40) {
      addDifference();
    }
    if (more.nextInt(100) < 40) {
      statements.add("allow " + oneOfMore(zones) + " -> " + destinations());
    }
  }

  /** Returns a program that also has a {@code foreach} about {@link #TENANTS}. */
  static RandomProgram withPattern(long seed) {
    RandomProgram program = new RandomProgram(seed);
    program.addPattern();
    return program;
  }

  /** Returns all statements except the module, in the order in which they were created. */
  List<String> statements() {
    return List.copyOf(statements);
  }

  List<String> zones() {
    return List.copyOf(zones);
  }

  /** Returns the whole program as one source. */
  String text() {
    return source(statements);
  }

  /** Returns a source with some of the statements. */
  static String source(List<String> statements) {
    return "module random.program\n\n" + String.join("\n\n", statements) + "\n";
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private String deny(int percent) {
    return chance(percent) ? "deny" : "allow";
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String docs() {
    return chance(20) ? "## Said about it.\n" : "";
  }

  private void addZones() {
    int namespaces = 1 + random.nextInt(2);
    nested = chance(30);
    if (nested) {
      String all = namespaces == 1 ? "n1" : "n1, n2";
      statements.add("zone all { namespace " + all + " }");
    }
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String name = "z" + i;
      zones.add(name);
      String place = nested ? "" : "namespace " + NAMESPACES.get(random.nextInt(namespaces)) + " ";
      String pods = "pods " + selector(APPS.get(i));
      if (chance(20)) {
        pods += "  pods " + selector(oneOf(APPS));
      }
      if (pods.equals("pods app=" + APPS.get(i))) {
        plain.add(name);
      }
      String tier = chance(20) ? " tier t" + random.nextInt(3) : "";
      statements.add(
          docs()
              + "zone "
              + name
              + (nested ? " in all" : "")
              + tier
              + " { "
              + place
              + pods
              + ownDefaults()
              + " }");
    }
    if (chance(20)) {
      statements.add("trust label app " + oneOf(List.of("tenant", "admin-only", "immutable")));
    }
    if (nested && chance(30)) {
      zones.add("all");
    }
  }

  /** Whether the zone can allow a direction: no outer zone denies it. */
  private String ownDefaults() {
    String out = "";
    for (String direction : List.of("ingress", "egress")) {
      if (chance(20)) {
        out += "  " + direction + (unzonedFree && !nested ? " " + deny(40) : " deny");
      }
    }
    return out;
  }

  /** Returns labels: mostly one value of one key, so that zones seldom overlap. */
  private String selector(String app) {
    return switch (random.nextInt(12)) {
      case 0 -> "app in (" + app + ", " + oneOf(APPS) + ")";
      case 1 -> "app,app!=" + oneOf(APPS.subList(2, 4));
      case 2 -> "!app";
      default -> "app=" + app;
    };
  }

  private void addExternals() {
    if (chance(40)) {
      externals.add("office");
      String except = chance(40) ? " except 203.0.113.128/25" : "";
      statements.add("external office { cidr 203.0.113.0/24" + except + " }");
    }
    if (chance(30)) {
      externals.add("legacy");
      statements.add(
          "external legacy { namespace " + OUTSIDE + "  pods " + selector(oneOf(APPS)) + " }");
    }
    if (chance(30)) {
      externals.add("internet");
    }
    if (chance(20)) {
      externals.add(oneOf(List.of("any", "any-pod")));
    }
    if (chance(15)) {
      externals.add(oneOf(List.of("{any-pod except z0}", "{internet except metadata}")));
    }
    if (unzonedFree && !nested && chance(40)) {
      externals.add("neighbours");
      statements.add("external neighbours { namespace " + NAMESPACES.get(0) + " }");
    }
  }

  private void addServices() {
    if (chance(50)) {
      services.add("http");
      statements.add(docs() + "service http = tcp/80");
    }
    if (chance(30)) {
      services.add("mixed");
      statements.add("service mixed = tcp/80-90, udp/53");
    }
    if (chance(30)) {
      services.add("named");
      statements.add("service named = tcp/\"web\"");
    }
    services.addAll(List.of("tcp/80", "tcp/80-90", "udp/53", "udp", "sctp/80"));
  }

  private void addFlows() {
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      statements.add(docs() + "allow " + flow() + what() + about());
    }
  }

  private String flow() {
    if (!externals.isEmpty() && chance(30)) {
      String external = oneOf(externals);
      return chance(50) ? external + " -> " + some() : some() + " -> " + external;
    }
    return switch (random.nextInt(6)) {
      case 0 -> "within " + some();
      case 1 -> oneOf(zones) + " <-> " + oneOf(zones);
      default -> some() + " -> " + some();
    };
  }

  private String some() {
    if (chance(70)) {
      return oneOf(zones);
    }
    if (nested && chance(40)) {
      String one = oneOf(zones);
      return one.equals("all") ? one : "{all except " + one + "}";
    }
    Set<String> names = new LinkedHashSet<>(List.of(oneOf(zones), oneOf(zones)));
    return names.size() == 1 ? names.iterator().next() : "{" + String.join(", ", names) + "}";
  }

  private String what() {
    if (chance(15)) {
      return "";
    }
    Set<String> names = new LinkedHashSet<>(List.of(oneOf(services)));
    if (chance(30)) {
      names.add(oneOf(services));
    }
    return " : " + String.join(", ", names);
  }

  private String about() {
    return chance(30) ? " { owner @team  reason \"it is so\" }" : "";
  }

  private <T> T oneOfMore(List<T> choices) {
    return choices.get(more.nextInt(choices.size()));
  }

  /** Adds a flow whose end is some zones or an external without other parties. */
  private void addDifference() {
    List<String> differences = new ArrayList<>(List.of("{any-pod except internet, z0}"));
    for (String removed : plain) {
      List<String> others =
          zones.stream().filter(zone -> !zone.equals(removed) && !zone.equals("all")).toList();
      differences.add("{" + oneOfMore(others) + " except " + removed + "}");
      differences.add("{" + String.join(", ", others) + " except " + removed + "}");
      differences.add("{any-pod except " + removed + "}");
    }
    if (externals.contains("office")) {
      differences.add("{internet, office except metadata}");
      differences.add("{internet except office}");
    }
    String some = oneOfMore(differences);
    String zone = oneOfMore(zones);
    String port = oneOfMore(List.of("", " : tcp/80", " : udp/53, tcp/80-90"));
    statements.add(
        "allow " + (more.nextBoolean() ? some + " -> " + zone : zone + " -> " + some) + port);
  }

  /** Returns destinations, some of which have their own ports. */
  private String destinations() {
    List<String> names = new ArrayList<>(zones);
    if (externals.contains("office")) {
      names.add("office");
    }
    Collections.shuffle(names, more);
    List<String> all = names.subList(0, 1 + more.nextInt(names.size()));
    int without = more.nextInt(all.size());
    List<String> parties = new ArrayList<>(all.subList(0, without));
    for (String name : all.subList(without, all.size())) {
      String ports = oneOfMore(List.of("tcp/80", "udp/53, tcp/81", "sctp", "tcp/80-90, dns"));
      parties.add(name + " : " + ports);
    }
    return "{" + String.join(", ", parties) + "}" + (without > 0 ? " : tcp/8080" : "");
  }

  private void addPattern() {
    List<String> ends = new ArrayList<>(List.of("namespace", "ta"));
    StringBuilder block = new StringBuilder("foreach namespace with tenant=true {\n");
    block.append("  zone ta { pods app=a }\n");
    if (more.nextBoolean()) {
      ends.add("tb");
      block.append("  zone tb { pods app=b }\n");
    }
    for (int flows = 1 + more.nextInt(3); flows > 0; flows--) {
      String end = oneOfMore(ends);
      String port = oneOfMore(List.of("", " : tcp/80", " : udp/53, tcp/80-90"));
      String flow =
          switch (more.nextInt(5)) {
            case 0 -> "within " + end;
            case 1 -> oneOfMore(zones) + " -> " + end;
            case 2 -> end + " -> " + oneOfMore(zones);
            case 3 ->
                "{namespace except ta} -> {"
                    + end
                    + ", "
                    + (end.equals("ta") ? "namespace" : "ta : tcp/81")
                    + "}";
            default -> end + " -> " + oneOfMore(ends);
          };
      block.append("  allow ").append(flow).append(port).append('\n');
    }
    block.append("  assert ").append("p0: ").append(patternClaim(ends)).append('\n');
    block.append("  assert ").append("p1: ").append(patternClaim(ends)).append('\n');
    statements.add(block.append('}').toString());
  }

  private String patternClaim(List<String> ends) {
    String one = oneOfMore(ends);
    return switch (more.nextInt(4)) {
      case 0 -> "isolated " + one;
      case 1 -> "only {" + oneOfMore(ends) + ", " + oneOfMore(zones) + "} -> " + one;
      default -> "never other " + oneOfMore(ends) + " -> " + one;
    };
  }
}
