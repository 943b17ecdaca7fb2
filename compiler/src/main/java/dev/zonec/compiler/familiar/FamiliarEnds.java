package dev.zonec.compiler.familiar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognizes names that other tools use for ends of connections. */
public final class FamiliarEnds {
  private static final Pattern PATH =
      Pattern.compile("(?:ns/|namespace/|svc/|service/)?([a-z0-9-]+)/([a-z0-9][a-z0-9.-]*)");

  /** A kind and a name, as kubectl takes them. */
  private static final Pattern OBJECT =
      Pattern.compile(
          "(?:deployments?|deploy|statefulsets?|sts|daemonsets?|ds|jobs?|cronjobs?|pods?|po"
              + "|services?|svc|serviceaccounts?|sa|workload|app)/([a-z0-9][a-z0-9.-]*)");

  /** The names of the API server's Service and pods. */
  private static final Pattern SERVICE =
      Pattern.compile(
          "(?:(?:svc/|service/)?default/(?=kubernetes$)|kube-system/(?=kube-apiserver$))(.*)");

  private static final Map<String, String> BUILT_IN = new HashMap<>();
  private static final Map<String, String> OTHERS = new HashMap<>();

  static {
    builtIn(
        "apiserver",
        "kubernetes api k8s kube kube-api kube-apiserver kubeapi api-server apiservers api_server"
            + " kube-api-server kubernetes-api k8s-api control-plane controlplane master masters"
            + " kubernetes.default kubernetes-apiserver k8s-apiserver kubernetes-service");
    builtIn(
        "nodes",
        "node host hosts kubelet kubelets remote-node remote-nodes worker workers host-network"
            + " hostnetwork nodeport kube-node");
    builtIn(
        "internet", "world public internet-gateway wan web-public the-internet outside untrusted");
    builtIn("any", "all everyone anyone anywhere everything everybody anybody any-any");
    builtIn("any-pod", "pod all-pods every-pod anypod all-endpoints endpoints");
    builtIn("dns", "kube-dns kubedns coredns core-dns cluster-dns nameserver resolver");
    builtIn("nodelocaldns", "node-local-dns nodelocal-dns nodelocal node-local");
    builtIn("metadata", "imds instance-metadata metadata-service aws-metadata cloud-metadata");
    others(
        "declare its pods: `external NAME { namespace ingress-nginx "
            + " pods app.kubernetes.io/name=ingress-nginx }`",
        "ingress ingress-nginx ingress-controller nginx-ingress gateway istio-gateway traefik lb"
            + " loadbalancer load-balancer alb nlb");
    others(
        "for the pods of one zone write `allow within A`; for the pods of each namespace write"
            + " `foreach namespace with LABEL { allow within namespace }`",
        "same-namespace own-namespace this-namespace same_namespace");
    others("remove the flow: a pod can always connect to itself", "localhost self loopback myself");
    others(
        "remove the flow: a connection that no flow declares is denied",
        "none nobody nothing no-one noone");
  }

  private FamiliarEnds() {}

  /** Returns the help for {@code name}, if other tools use it. */
  public static Optional<String> help(String name) {
    Optional<String> builtIn = builtIn(name);
    if (builtIn.isPresent()) {
      return builtIn.map(end -> "write `" + end + "`, which is built in");
    }
    String small = name.toLowerCase(Locale.ROOT);
    Matcher object = OBJECT.matcher(name);
    if (object.matches()) {
      return Optional.of(
          "declare a zone for its pods: `zone NAME { namespace shop  pods app="
              + object.group(1)
              + " }`; names of objects are for questions only");
    }
    Matcher path = PATH.matcher(name);
    if (path.matches()) {
      return Optional.of(
          "declare a zone: `zone NAME { namespace "
              + path.group(1)
              + "  pods app="
              + path.group(2)
              + " }`; `namespace/workload` is for questions only");
    }
    return Optional.ofNullable(OTHERS.get(small));
  }

  /** Returns the built-in end that other tools call {@code name}. */
  public static Optional<String> builtIn(String name) {
    Matcher service = SERVICE.matcher(name);
    String last = service.matches() ? service.group(1) : name;
    @Nullable String end = BUILT_IN.get(key(last));
    return end == null || (service.matches() && !end.equals("apiserver"))
        ? Optional.empty()
        : Optional.of(end);
  }

  /** Whether {@code name} means every end, or every public address, here or in other tools. */
  public static boolean isEveryone(String name) {
    return isEverything(name)
        || name.equals("internet")
        || builtIn(name).filter("internet"::equals).isPresent();
  }

  /** Whether {@code name} means every end, here or in other tools. */
  static boolean isEverything(String name) {
    return name.equals("any") || builtIn(name).filter("any"::equals).isPresent();
  }

  /** Returns a key for comparing names without case, hyphens and underscores. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }

  private static void builtIn(String end, String names) {
    for (String name : names.split(" ", -1)) {
      BUILT_IN.put(key(name), end);
    }
  }

  private static void others(String help, String names) {
    for (String name : names.split(" ", -1)) {
      OTHERS.put(name, help);
    }
  }
}
