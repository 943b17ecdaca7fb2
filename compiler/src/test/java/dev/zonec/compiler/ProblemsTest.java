package dev.zonec.compiler;

import static dev.zonec.compiler.Programs.problems;
import static dev.zonec.compiler.Programs.rendered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.model.endpoint.Namespace;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
  private static final String START =
      """
      module m
      zone a { namespace a pods app=a }
      zone b { namespace b pods app=b }
      """;

  @Test
  void theSampleOfTheLanguage() {
    assertThat(
            rendered(
                """
                module shop.boutique
                zone checkout { namespace shop pods app=checkout }
                zone payment { namespace shop pods app=payment }
                service grpc = tcp/5050
                allow checkout -> paymnt : grpc
                """))
        .isEqualTo(
            """
            error[ZC0203]: unknown zone or external `paymnt`
             --> a.zone:5:19
              |
            3 | zone payment { namespace shop pods app=payment }
              |      ------- `payment` is declared here
            4 | service grpc = tcp/5050
            5 | allow checkout -> paymnt : grpc
              |                   ^^^^^^ not a zone or external in shop.boutique
              = help: did you mean `payment`?

            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "zone a { namespace c }                        | ZC0201 4:6",
        "zone a.b { namespace c }                      | ZC0202 4:6",
        "zone c in nowhere { namespace c }             | ZC0203 4:11",
        "allow a -> b : nothing                        | ZC0204 4:16",
        "zone c in d {} zone d in c {}                 | ZC0205 4:6",
        "zone c in c { namespace c }                   | ZC0205 4:6",
        "zone c { namespace c pods x=a/b }             | ZC0206 4:29",
        "zone c { namespace C }                        | ZC0207 4:20",
        "zone c in internet { namespace c }            | ZC0208 4:11",
        "assert x: isolated internet                   | ZC0208 4:20",
        "allow within internet                         | ZC0208 4:14",
        "allow internet -> metadata                    | ZC0208 4:7",
        "zone c { namespace c pods app=a,app=b }       | ZC0209 4:6",
        "zone c in a { namespace b }                   | ZC0209 4:6",
        "zone c { namespace a pods tier=x }            | ZC0210 4:6",
        "external e {}                                 | ZC0211 4:10",
        "external e { cidr 1.2.3.0/24 pods a=b }       | ZC0211 4:10",
        "zone k { namespace kube-system }              | ZC0212 4:6",
        "assert x: no path a ~> b within 0 hops        | ZC0213 4:33",
        "service s = t service t = s                   | ZC0214 4:27",
        "allow a -> b : tcp/70000                      | ZC0301 4:20",
        "allow a -> b : tcp/metrics                    | ZC0301 4:20",
        "allow a -> b : 8080                           | ZC0301 4:16",
        "allow a -> b : TCP/80                         | ZC0302 4:16",
        "allow a -> b : 80/tcp                         | ZC0302 4:16",
        "external e { cidr 1.2.3.4 }                   | ZC0303 4:19",
        "external e { cidr ::/0 except ::ffff:0:0/96 } | ZC0303 4:31",
        "external e { cidr 1.2.3.0/24 except 1.2.4.0/25 } | ZC0304 4:37",
        "external e { cidr 1.2.3.0/24 except 1.2.3.0/24 } | ZC0304 4:37",
        "external e { cidr 10.9.0.0/16 } allow a -> e  | ZC0305 4:44",
        "allow a -> b : tcp/\"80\"                     | ZC0306 4:20",
        "external e { cidr 0.0.0.0/0 } allow a -> e    | ZC0307 4:42",
        "external e { cidr 1.2.3.4/24 }                | ZC0308 4:19",
        "zone c { pods app=c } allow a -> c            | ZC0401 4:6",
        "zone c { namespaces x=y pods app=c }          | ZC0402 4:10",
        "zone default-deny { namespace z }             | ZC0403 4:6",
        "zone c { namespace c pods !x } allow a -> c   | ZC0405 4:22",
        "allow a -> b { expires tomorrow }             | ZC2003 4:24",
        "allow a -> b { expires 2026-11-22 }           | ZC2001 4:24",
        "allow a -> b { expires 2026-11-23 }           | ZC2002 4:24",
        "allow a -> b { expires 2026-12-23 }           | ZC2002 4:24",
        "cluster { } cluster { }                       | ZC0104 4:13",
        "defaults { dns deny dns allow }               | ZC0104 4:21",
        "assume namespaces declared assume namespaces declared | ZC0104 4:28",
        "module n                                      | ZC0104 4:1",
      })
  void eachHasItsCodeAndPlace(String line, String expected) {
    assertThat(problems(START + line)).contains(expected);
  }

  @Test
  void theFollowingOnesOfOneMistakeAreNotReported() {
    assertThat(problems(START + "zone c in d {} zone d in c {} allow a -> c allow a -> d"))
        .containsExactly("ZC0205 4:6");
    assertThat(problems(START + "zone c in nowhere { pods a=b } zone d in c {} allow a -> d"))
        .containsExactly("ZC0203 4:11");
    assertThat(problems(START + "zone c { namespace c pods x=1,x=2 } zone d in c { pods y=1 }"))
        .containsExactly("ZC0209 4:6");
  }

  @Test
  void allOfThemAreReportedInOrderAndOnce() {
    assertThat(
            problems(
                START
                    + """
                    allow {a, q} -> b : tcp/0, nothing
                    allow a -> q
                    external e { cidr 1.2.3.4 }
                    """))
        .containsExactly("ZC0203 4:11", "ZC0301 4:25", "ZC0204 4:28", "ZC0203 5:12", "ZC0303 6:19");
  }

  @Test
  void aProgramThatMakesSenseHasNone() {
    assertThat(
            problems(
                START
                    + """
                    cluster { pods 10.244.0.0/16 }
                    external e { cidr 10.0.0.0/8 }
                    allow a <-> b : tcp/80 { expires 2026-12-24 }
                    allow a -> e
                    allow internet -> a : tcp/443
                    assert x: never a -> metadata
                    """))
        .isEmpty();
  }

  @Test
  void zonesAreToldApartByWhatTheirLabelsExclude() {
    String first = "module m\nzone a { namespace n pods app in (x, y),!canary }\n";
    assertThat(problems(first + "zone b { namespace n pods app in (y, z),canary }")).isEmpty();
    assertThat(problems(first + "zone b { namespace n pods app notin (x, y) }")).isEmpty();
    assertThat(problems(first + "zone b { namespace n pods app in (y, z) }"))
        .containsExactly("ZC0210 3:6");
    assertThat(problems(first + "zone b { namespace o pods app in (y, z) }")).isEmpty();
    assertThat(problems(first + "zone b in a { pods app=y }")).isEmpty();
  }

  @Test
  void aZoneByNamespaceLabelsNeedsTheNamespaces() {
    String text = "module m\nzone pci { namespaces zone=pci }\n";
    assertThat(rendered(text)).contains("pass the manifests that declare them: `-m k8s/`");
    assertThat(problems(text, Namespace.declared("x", Map.of("zone", "shop"))))
        .containsExactly("ZC0402 2:12");
    assertThat(problems(text, Namespace.declared("x", Map.of("zone", "pci")))).isEmpty();
    assertThat(problems("module m\nzone pci { namespaces kubernetes.io/metadata.name=pci }"))
        .isEmpty();
  }

  @Test
  void linesMultiplyOnlySoFar() {
    StringBuilder text = new StringBuilder("module m\nzone z0 { namespace n }\n");
    for (int i = 1; i <= 12; i++) {
      text.append("zone z%d in z%d { pods a%d=x pods a%d=y }\n".formatted(i, i - 1, i, i));
    }
    assertThat(problems(text.toString())).contains("ZC0406 12:6");
  }

  @Test
  void aLongChainOfZonesAndServicesIsNoTrouble() {
    StringBuilder text =
        new StringBuilder("module m\nservice s0 = tcp/80\nzone z0 { namespace n }\n");
    for (int i = 1; i <= 5000; i++) {
      text.append("zone z%d in z%d { }\nservice s%d = s%d\n".formatted(i, i - 1, i, i - 1));
    }
    text.append("allow z5000 -> internet : s5000\nassert a: never {z5000, z4999} -> internet");
    assertThat(problems(text.toString())).isEmpty();
  }
}
