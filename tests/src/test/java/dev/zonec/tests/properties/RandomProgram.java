package dev.zonec.tests.properties;

import java.util.ArrayList;
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

  /** The values of {@code app} that a program can mention. */
  static final List<String> APPS = List.of("a", "b", "c", "d");

  private final Random random;
  private final List<String> statements = new ArrayList<>();
  private final List<String> zones = new ArrayList<>();
  private final List<String> externals = new ArrayList<>();
  private final List<String> services = new ArrayList<>();
  private boolean unzonedFree;
  private boolean nested;

  RandomProgram(long seed) {
    random = new Random(seed);
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
}
