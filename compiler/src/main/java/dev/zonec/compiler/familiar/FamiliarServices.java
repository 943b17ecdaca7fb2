package dev.zonec.compiler.familiar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes protocols and services that other tools have names for. */
public final class FamiliarServices {
  /** IP protocols that NetworkPolicies cannot match. */
  private static final Set<String> UNGOVERNED =
      Set.of(
          "icmp",
          "icmpv4",
          "icmpv6",
          "icmp6",
          "ping",
          "echo",
          "esp",
          "ah",
          "gre",
          "ipip",
          "igmp",
          "ospf",
          "vrrp",
          "ipsec",
          "l2tp",
          "arp",
          "bgp-multihop",
          "ipencap",
          "eigrp",
          "pim");

  /** Words for every protocol, besides the words for every end. */
  private static final Set<String> EVERY_PROTOCOL = Set.of("every", "ip", "both");

  private static final Set<String> ENCRYPTION = Set.of("tls", "mtls", "ssl", "spiffe");

  private static final Map<String, String> PORTS = new HashMap<>();

  static {
    for (String port :
        ("http=tcp/80 https=tcp/443 ssh=tcp/22 smtp=tcp/25 smtps=tcp/465 imap=tcp/143 imaps=tcp/993"
                + " ldap=tcp/389 ldaps=tcp/636 ftp=tcp/21 telnet=tcp/23 rdp=tcp/3389"
                + " postgres=tcp/5432 postgresql=tcp/5432 pgsql=tcp/5432 mysql=tcp/3306"
                + " mariadb=tcp/3306 mssql=tcp/1433 oracle=tcp/1521 redis=tcp/6379 valkey=tcp/6379"
                + " memcached=tcp/11211 mongo=tcp/27017 mongodb=tcp/27017 kafka=tcp/9092"
                + " amqp=tcp/5672 rabbitmq=tcp/5672 nats=tcp/4222 mqtt=tcp/1883 etcd=tcp/2379"
                + " elasticsearch=tcp/9200 opensearch=tcp/9200 cassandra=tcp/9042"
                + " prometheus=tcp/9090 kubelet=tcp/10250 otlp=tcp/4317 zipkin=tcp/9411"
                + " ntp=udp/123 syslog=udp/514 snmp=udp/161 statsd=udp/8125 quic=udp/443"
                + " http3=udp/443 wireguard=udp/51820 vxlan=udp/4789 nfs=tcp/2049")
            .split(" ", -1)) {
      int equals = port.indexOf('=');
      PORTS.put(port.substring(0, equals), port.substring(equals + 1));
    }
  }

  /** A protocol and a port without a slash. */
  private static final Pattern GLUED =
      Pattern.compile("(tcp|udp|sctp)[-_.]?([1-9][0-9]{0,4})(?:[-_.].*)?");

  private FamiliarServices() {}

  /** Whether {@code name} is a protocol that NetworkPolicies cannot match. */
  public static boolean isUngoverned(String name) {
    return UNGOVERNED.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether other tools write {@code name} for every protocol. */
  public static boolean isEverything(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return EVERY_PROTOCOL.contains(small) || FamiliarEnds.isEverything(small);
  }

  /** Returns the help for the service {@code name}, if other tools use the name. */
  public static Optional<String> help(String name) {
    return notAName(name)
        .or(
            () ->
                port(name)
                    .map(
                        port ->
                            "declare it: `service "
                                + name
                                + " = "
                                + port
                                + "`, with the port that the pods listen on"));
  }

  /** Returns the help for the service {@code name} in a question, if other tools use the name. */
  public static Optional<String> helpInQuestion(String name) {
    return notAName(name)
        .or(
            () ->
                port(name)
                    .map(port -> "write the port that the pods listen on, such as `" + port + "`"));
  }

  private static Optional<String> port(String name) {
    return Optional.ofNullable(PORTS.get(name.toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> notAName(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    if (isEverything(small)) {
      return Optional.of(
          "for every port and protocol remove `: " + name + "`; for every TCP port write `tcp`");
    }
    if (ENCRYPTION.contains(small)) {
      return Optional.of("name the ports: `tcp/443`; NetworkPolicies cannot check encryption");
    }
    Matcher glued = GLUED.matcher(small);
    return glued.matches()
        ? Optional.of("write `" + glued.group(1) + "/" + glued.group(2) + "`")
        : Optional.empty();
  }

  /** Returns the protocol of the service {@code name}, such as {@code tcp}; empty if unknown. */
  public static Optional<String> protocol(String name) {
    return port(name).map(port -> port.substring(0, port.indexOf('/')));
  }
}
