package dev.zonec.checker.open;

import dev.zonec.checker.mention.Mentions;
import dev.zonec.checker.solver.Answer;
import dev.zonec.model.endpoint.Connection;
import dev.zonec.model.endpoint.Endpoint;
import dev.zonec.model.endpoint.NamedPort;
import dev.zonec.model.endpoint.Namespace;
import dev.zonec.model.label.MentionedValues;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Family;
import dev.zonec.model.net.IpAddress;
import dev.zonec.model.net.Protocol;
import dev.zonec.model.net.Transport;
import dev.zonec.model.program.Cluster;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Returns the connection that an answer of the solver describes.
 *
 * @param mentions the numbers of label values and namespaces
 * @param ports the port names
 * @param cluster the addresses of pods
 */
record ConnectionDecoding(Mentions mentions, PortStatements ports, Cluster cluster) {
  Connection connection(Ends ends, Answer.Possible values) {
    Family family = values.truths().getOrDefault("over ipv6", false) ? Family.IPV6 : Family.IPV4;
    Protocol protocol =
        PortStatements.PROTOCOLS.get(number(values, PortStatements.PROTOCOL).intValueExact());
    int port = number(values, PortStatements.PORT).intValueExact();
    List<NamedPort> named = new ArrayList<>();
    ports
        .names()
        .forEach(
            (variable, clause) -> {
              if (clause.protocol() == protocol && values.truths().getOrDefault(variable, false)) {
                named.add(new NamedPort(clause.name(), protocol, port, false));
              }
            });
    return new Connection(
        end(ends.source(), values, family, List.of()),
        end(ends.destination(), values, family, named),
        family,
        new Transport.Ported(protocol, port));
  }

  private static BigInteger number(Answer.Possible values, String name) {
    return values.numbers().getOrDefault(name, BigInteger.ZERO);
  }

  private Endpoint end(End end, Answer.Possible values, Family family, List<NamedPort> named) {
    boolean pod =
        switch (end.place()) {
          case Place.Anywhere anywhere -> values.truths().getOrDefault(end.pod(), false);
          case Place.Outside outside -> false;
          case Place.In in -> true;
          case Place.Elsewhere elsewhere -> true;
        };
    if (!pod) {
      return new Endpoint.External(new IpAddress(family, number(values, end.address(family))));
    }
    List<IpAddress> addresses = new ArrayList<>();
    for (Family each : Family.values()) {
      AddressSet possible = cluster.podAddresses(each);
      if (!possible.isEmpty()) {
        BigInteger first = possible.ranges().getFirst().first();
        addresses.add(new IpAddress(each, values.numbers().getOrDefault(end.address(each), first)));
      }
    }
    return new Endpoint.Pod(
        namespace(end, values),
        end.side().name().toLowerCase(Locale.ROOT),
        labels(mentions.podLabels(), end::label, values),
        named,
        false,
        "",
        addresses);
  }

  private Namespace namespace(End end, Answer.Possible values) {
    return switch (end.place()) {
      case Place.In(String name) -> named(mentions.namespace(name), values);
      case Place.Anywhere anywhere -> {
        int number =
            number(values, end.namespace())
                .max(BigInteger.ONE.negate())
                .min(BigInteger.valueOf(mentions.namespaces().size()))
                .intValueExact();
        yield 0 <= number && number < mentions.namespaces().size()
            ? named(mentions.namespaces().get(number), values)
            : elsewhere(end, values);
      }
      case Place.Elsewhere elsewhere -> elsewhere(end, values);
      case Place.Outside outside -> throw new IllegalArgumentException("not a pod");
    };
  }

  private Namespace named(Mentions.NamedNamespace namespace, Answer.Possible values) {
    return Namespace.declared(
        namespace.name(),
        namespace
            .labels()
            .orElseGet(
                () ->
                    labels(
                        mentions.namespaceLabels(),
                        key -> End.unknownLabel(namespace.name(), key),
                        values)));
  }

  private Namespace elsewhere(End end, Answer.Possible values) {
    List<String> names = mentions.namespaces().stream().map(Mentions.NamedNamespace::name).toList();
    return Namespace.declared(
        MentionedValues.unlike(names, "other"),
        labels(mentions.namespaceLabels(), end::labelElsewhere, values));
  }

  private static Map<String, String> labels(
      SortedMap<String, SortedSet<String>> mentioned,
      UnaryOperator<String> variable,
      Answer.Possible values) {
    Map<String, String> labels = new TreeMap<>();
    mentioned.forEach(
        (key, texts) -> {
          BigInteger number = number(values, variable.apply(key));
          if (!number.equals(Mentions.ABSENT)) {
            labels.put(
                key,
                texts.stream()
                    .filter(text -> Mentions.number(texts, text).equals(number))
                    .findFirst()
                    .orElseGet(() -> MentionedValues.unlike(texts, "other")));
          }
        });
    return labels;
  }
}
