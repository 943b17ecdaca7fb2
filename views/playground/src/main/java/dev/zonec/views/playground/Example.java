package dev.zonec.views.playground;

import dev.zonec.application.workspace.Workspace;
import dev.zonec.views.graph.svg.Resource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The examples that are part of zonec, in the order of the menu. */
public enum Example {
  FIRST_PROGRAM(
      "The first program of the guide", "tutorial/shop.zone", List.of("online-boutique/k8s")),
  SHOP("A shop", "online-boutique/zones", List.of("online-boutique/k8s")),
  SHOP_LEAK(
      "A shop with a leak",
      "online-boutique/zones",
      List.of("online-boutique/k8s", "online-boutique/leaky")),
  SHOP_WALL(
      "A shop with a leak behind a wall",
      "online-boutique/zones",
      List.of("online-boutique/k8s", "online-boutique/leaky", "online-boutique/wall")),
  BANK(
      "A bank",
      "bank/zones",
      List.of("bank/k8s"),
      List.of("bank/platform/zones"),
      List.of("--param=env=prod")),
  STORE("A store with a gateway", "store/zones", List.of("store/k8s")),
  TENANTS("Tenants", "tenants/zones", List.of("tenants/k8s")),
  ARGO_CD("Argo CD", "argocd/zones", List.of("argocd/k8s")),
  PROMETHEUS("kube-prometheus", "kube-prometheus/zones", List.of("kube-prometheus/k8s"));

  private final String title;
  private final String zones;
  private final List<String> manifests;
  private final List<String> imported;
  private final List<String> options;

  Example(String title, String zones, List<String> manifests) {
    this(title, zones, manifests, List.of(), List.of());
  }

  Example(
      String title,
      String zones,
      List<String> manifests,
      List<String> imported,
      List<String> options) {
    this.title = title;
    this.zones = zones;
    this.manifests = List.copyOf(manifests);
    this.imported = List.copyOf(imported);
    this.options = List.copyOf(options);
  }

  /** Returns the id in requests. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the entry in the menu. */
  public String title() {
    return title;
  }

  /** Returns the path of the program, below the folder of the examples. */
  public String zones() {
    return zones;
  }

  /** Returns the paths of the manifests. */
  public List<String> manifests() {
    return manifests;
  }

  /** Returns the options of commands about the example. */
  public List<String> options() {
    return options;
  }

  /** Returns the texts. */
  public Workspace workspace() {
    return new Workspace(
        texts(Stream.concat(Stream.of(zones), imported.stream())),
        texts(manifests.stream()),
        List.of());
  }

  private static List<Workspace.Text> texts(Stream<String> paths) {
    List<String> files = files();
    return paths
        .flatMap(
            path -> files.stream().filter(file -> file.equals(path) || file.startsWith(path + "/")))
        .map(file -> new Workspace.Text(file, Resource.text(Example.class, "examples/" + file)))
        .toList();
  }

  /** Returns the paths of all texts of examples, sorted. */
  public static List<String> files() {
    return Resource.text(Example.class, "examples.txt").lines().toList();
  }
}
