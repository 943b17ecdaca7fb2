package dev.zonec.views.playground;

import dev.zonec.application.workspace.Workspace;
import dev.zonec.views.graph.svg.Resource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The examples that are part of zonec, in the order of the menu: those of the chapters of the
 * guide, then the others.
 */
public enum Example {
  FIRST_PROGRAM("Guide 1: the first program", "tutorial/shop.zone", "online-boutique/k8s"),
  SHOP_LEAK(
      "Guide 2: a shop with a leak",
      "online-boutique/zones",
      "online-boutique/k8s online-boutique/leaky"),
  PLATFORM("Guide 3: a platform team", "bank/platform/zones", "bank/platform/k8s"),
  BANK(
      "Guide 3: a bank, in production",
      "bank/zones",
      "bank/k8s",
      "bank/platform/zones",
      "--param=env=prod"),
  BANK_CERT(
      "Guide 3: a bank, in the test environment",
      "bank/zones",
      "bank/k8s",
      "bank/platform/zones",
      "--param=env=cert"),
  SHOP("A shop", "online-boutique/zones", "online-boutique/k8s"),
  SHOP_WALL(
      "A shop with a leak behind a wall",
      "online-boutique/zones",
      "online-boutique/k8s online-boutique/leaky online-boutique/wall"),
  STORE("A store with a gateway", "store/zones", "store/k8s"),
  TENANTS("Tenants", "tenants/zones", "tenants/k8s"),
  ARGO_CD("Argo CD", "argocd/zones", "argocd/k8s"),
  PROMETHEUS("kube-prometheus", "kube-prometheus/zones", "kube-prometheus/k8s");

  private final String title;
  private final String zones;
  private final String manifests;
  private final String imported;
  private final String options;

  Example(String title, String zones, String manifests) {
    this(title, zones, manifests, "", "");
  }

  /** Paths and options are separated by spaces. */
  Example(String title, String zones, String manifests, String imported, String options) {
    this.title = title;
    this.zones = zones;
    this.manifests = manifests;
    this.imported = imported;
    this.options = options;
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
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
    return words(manifests);
  }

  /** Returns the options of commands about the example. */
  public List<String> options() {
    return words(options);
  }

  /** Returns the texts. */
  public Workspace workspace() {
    return new Workspace(
        texts(Stream.concat(Stream.of(zones), words(imported).stream())),
        texts(manifests().stream()),
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
