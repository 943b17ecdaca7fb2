package dev.zonec.tests.checker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.checker.claim.ClaimKey;
import dev.zonec.checker.document.ClaimDocument;
import dev.zonec.checker.document.ClaimReader;
import dev.zonec.checker.document.ClaimReading;
import dev.zonec.checker.document.EndBox;
import dev.zonec.checker.document.EndSet;
import dev.zonec.checker.document.PathPart;
import dev.zonec.checker.document.ValueSet;
import dev.zonec.model.net.AddressSet;
import dev.zonec.model.net.Cidr;
import dev.zonec.model.net.Family;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Claims are read strictly, and messages name the field. */
final class ClaimReaderTest {
  private static ClaimReading read(String text) {
    return ClaimReader.read(new JsonMapper().readTree(text.replace('\'', '"')));
  }

  @Test
  void everyFieldIsRead() {
    String text =
        """
        {'claim': 'assertion far', 'instance': 2, 'statement': 'no path a ~> b',
         'place': 'a.zone:3', 'verdict': 'proved with waivers', 'waivers': ['a ~> b'],
         'file': 'a.smt2', 'sha256': '00', 'obligations': ['x'],
         'paths': [
           {'waivers': [true], 'empty': true},
           {'waivers': [false], 'invariants': [
             {'notIn': [{'everything': true}]},
             {'in': [
               {'addresses': {'ipv6': ['2001:db8::-2001:db8::ffff']}},
               {'pods': {
                 'namespaces': {'values': ['a', 'b'], 'others': true},
                 'namespaceLabels': {'env': {'values': ['x']}},
                 'labels': {'app': {'absent': true}},
                 'ipv4': ['10.0.0.0-10.0.0.255', '10.0.1.0-10.0.1.255'],
                 'unknown': {'c': {'env': {'others': true}}}}}]}]}]}
        """;
    ValueSet x = new ValueSet(new TreeSet<>(List.of("x")), false, false);
    ValueSet absent = new ValueSet(new TreeSet<>(), true, false);
    ValueSet others = new ValueSet(new TreeSet<>(), false, true);
    EndBox addresses =
        new EndBox.Addresses(
            AddressSet.ofCidrs(Family.IPV6, List.of(Cidr.of("2001:db8::/112"))), Map.of());
    EndBox pods =
        new EndBox.Pods(
            Optional.of(new ValueSet(new TreeSet<>(List.of("a", "b")), false, true)),
            new TreeMap<>(Map.of("env", x)),
            new TreeMap<>(Map.of("app", absent)),
            Map.of(Family.IPV4, AddressSet.ofCidrs(Family.IPV4, List.of(Cidr.of("10.0.0.0/23")))),
            Map.of("c", new TreeMap<>(Map.of("env", others))));
    assertThat(read(text))
        .isEqualTo(
            new ClaimReading.Read(
                new ClaimDocument(
                    new ClaimKey.Asserted("far", 2),
                    List.of("a ~> b"),
                    Optional.empty(),
                    List.of(
                        new PathPart(List.of(true), new PathPart.Proof.Empty()),
                        new PathPart(
                            List.of(false),
                            new PathPart.Proof.Invariants(
                                List.of(
                                    new EndSet.NotIn(List.of(new EndBox.Everything())),
                                    new EndSet.In(List.of(addresses, pods)))))))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          [] | the claim is not an object
          {} | claim is missing
          {'claim': 1} | claim is not a string
          {'claim': 'never'} | claim is not the key of a claim: never
          {'claim': 'no blocked flow', 'note': ''} | note is not a field of the format
          {'claim': 'no blocked flow', 'instance': 0} | instance is for assertions only
          {'claim': 'assertion a', 'instance': -1} | instance is not a number from 0
          {'claim': 'assertion a', 'instance': 1.5} | instance is not a number from 0
          {'claim': 'assertion a', 'waivers': 'x'} | waivers is not a list
          {'claim': 'assertion a', 'follows': 'x'} | follows is not the key of a claim: x
          {'claim': 'assertion a', 'paths': [1]} | paths[0] is not an object
          {'claim': 'assertion a', 'paths': [{'waivers': ['true'], 'empty': true}]} | paths[0].waivers[0] is not true or false
          {'claim': 'assertion a', 'paths': [{}]} | paths[0] does not have exactly one of the fields empty and invariants
          {'claim': 'assertion a', 'paths': [{'empty': false}]} | paths[0].empty is not true
          {'claim': 'assertion a', 'paths': [{'empty': true, 'invariants': []}]} | paths[0] does not have exactly one of the fields empty and invariants
          {'claim': 'assertion a', 'paths': [{'invariants': []}]} | paths[0].invariants is empty
          {'claim': 'assertion a', 'paths': [{'invariants': [{'in': [], 'notIn': []}]}]} | paths[0].invariants[0] does not have exactly one of the fields in and notIn
          {'claim': 'assertion a', 'paths': [{'invariants': [{'in': [{}]}]}]} | paths[0].invariants[0].in[0] does not have exactly one of everything, addresses and pods
          {'claim': 'assertion a', 'paths': [{'invariants': [{'in': [{'everything': false}]}]}]} | paths[0].invariants[0].in[0].everything is not true
          {'claim': 'assertion a', 'paths': [{'invariants': [{'in': [{'pods': {'label': {}}}]}]}]} | paths[0].invariants[0].in[0].pods.label is not a field of the format
          {'claim': 'assertion a', 'paths': [{'invariants': [{'in': [{'pods': {'labels': {'app': {'value': []}}}}]}]}]} | paths[0].invariants[0].in[0].pods.labels.app.value is not a field of the format
          {'claim': 'assertion a', 'paths': [{'invariants': [{'in': [{'pods': {'labels': {'app': {'values': ['a', 'a']}}}}]}]}]} | paths[0].invariants[0].in[0].pods.labels.app.values[1] is listed twice
          {'claim': 'assertion a', 'paths': [{'invariants': [{'in': [{'pods': {'namespaces': {'absent': true}}}]}]}]} | paths[0].invariants[0].in[0].pods.namespaces.absent is not a field of the format
          {'claim': 'assertion a', 'paths': [{'invariants': [{'in': [{'pods': {'ipv4': ['10.0.0.0/8']}}]}]}]} | paths[0].invariants[0].in[0].pods.ipv4[0] is not a range of IPV4 addresses: 10.0.0.0/8
          {'claim': 'assertion a', 'paths': [{'invariants': [{'in': [{'pods': {'ipv4': ['10.0.0.9-10.0.0.1']}}]}]}]} | paths[0].invariants[0].in[0].pods.ipv4[0] is not a range of IPV4 addresses: 10.0.0.9-10.0.0.1
          {'claim': 'assertion a', 'paths': [{'invariants': [{'in': [{'addresses': {}}]}]}]} | paths[0].invariants[0].in[0].addresses does not have exactly one of the fields ipv4 and ipv6
          """)
  void whatIsNotOfTheFormatIsNamed(String text, String problem) {
    assertThat(read(text)).isEqualTo(new ClaimReading.Malformed(problem));
  }
}
