package dev.zonec.compiler;

import static dev.zonec.compiler.Programs.compiled;
import static dev.zonec.compiler.Programs.paths;
import static dev.zonec.compiler.Programs.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonec.model.endpoint.Namespace;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndToEndTest {
  @Test
  void aShop() {
    Compilation.Compiled compiled =
        compiled(
            """
            module shop.boutique
            zone shop { namespace shop }
            zone web in shop { pods app=frontend }
            zone api in shop {
              pods app in (orders, accounts)
              pods app=statements
            }
            service http = tcp/8080
            allow web -> api : http
            allow web -> api : tcp/8081-8090, tcp/"metrics"
            """);
    assertThat(paths(compiled))
        .containsExactly(
            "shop/shop-boutique-api.yaml",
            "shop/shop-boutique-api-2.yaml",
            "shop/shop-boutique-default-deny.yaml",
            "shop/shop-boutique-shop.yaml",
            "shop/shop-boutique-web.yaml");
    assertThat(policy(compiled, "shop/shop-boutique-api.yaml"))
        .isEqualTo(
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              annotations:
                zonec.dev/source: a.zone
              labels:
                app.kubernetes.io/managed-by: zonec
                zonec.dev/zone: api
              name: shop-boutique-api
              namespace: shop
            spec:
              ingress:
              - from:
                - podSelector:
                    matchLabels:
                      app: frontend
                ports:
                - endPort: 8090
                  port: 8080
                  protocol: TCP
                - port: metrics
                  protocol: TCP
              podSelector:
                matchExpressions:
                - key: app
                  operator: In
                  values:
                  - accounts
                  - orders
              policyTypes:
              - Ingress
              - Egress
            """);
    assertThat(policy(compiled, "shop/shop-boutique-default-deny.yaml"))
        .isEqualTo(
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              labels:
                app.kubernetes.io/managed-by: zonec
              name: shop-boutique-default-deny
              namespace: shop
            spec:
              podSelector: {}
              policyTypes:
              - Ingress
              - Egress
            """);
    assertThat(policy(compiled, "shop/shop-boutique-shop.yaml"))
        .contains("zonec.dev/source: a.zone")
        .contains(
            """
                - namespaceSelector:
                    matchLabels:
                      kubernetes.io/metadata.name: kube-system
                  podSelector:
                    matchLabels:
                      k8s-app: kube-dns
            """)
        .contains("cidr: 169.254.20.10/32");
  }

  @Test
  void theSameProgramInAnotherOrderGivesTheSamePolicies() {
    String zones = "zone a { namespace n pods y=y,x=x }\nzone b { namespace n pods x=\"1e3\" }\n";
    String one = "allow a -> b : tcp/80\n";
    String two = "allow a -> b : udp/53\n";
    String head = "module m\n" + zones;
    String first = compiled(head + one + two).stream();
    assertThat(compiled(head + two + one).stream()).isEqualTo(first);
    assertThat(first).contains("'y': 'y'").contains("x: '1e3'");
  }

  @Test
  void peersInSeveralNamespacesAreMetByName() {
    Compilation.Compiled compiled =
        compiled(
            """
            module m
            zone a { namespace n1, n2 pods app=a }
            zone b { namespace n1 }
            zone c { namespaces team=x pods app=c }
            allow {a, b, c} -> a
            """,
            Namespace.declared("t", Map.of("team", "x")));
    assertThat(policy(compiled, "n1/m-a.yaml"))
        .contains(
            """
              ingress:
              - from:
                - podSelector: {}
                - namespaceSelector:
                    matchExpressions:
                    - key: kubernetes.io/metadata.name
                      operator: In
                      values:
                      - n1
                      - n2
                  podSelector:
                    matchLabels:
                      app: a
                - namespaceSelector:
                    matchLabels:
                      team: x
                  podSelector:
                    matchLabels:
                      app: c
            """);
    assertThat(policy(compiled, "n2/m-a.yaml"))
        .contains("kubernetes.io/metadata.name: n1")
        .doesNotContain("podSelector: {}");
    assertThat(paths(compiled)).contains("t/m-c.yaml", "t/m-default-deny.yaml");
  }

  @Test
  void addressesLeaveTheClusterOut() {
    Compilation.Compiled compiled =
        compiled(
            """
            module m
            cluster { pods 10.244.0.0/16  services 10.96.0.0/12  nodes 10.0.0.0/24 }
            external office { cidr 10.0.0.0/8, 10.0.0.0/24, 10.96.1.0/24 except 10.9.0.0/16 }
            zone a { namespace n }
            allow a -> office : tcp/443
            """);
    assertThat(policy(compiled, "n/m-a.yaml"))
        .contains(
            """
                - ipBlock:
                    cidr: 10.0.0.0/8
                    except:
                    - 10.0.0.0/24
                    - 10.9.0.0/16
                    - 10.96.0.0/12
                    - 10.244.0.0/16
                - ipBlock:
                    cidr: 10.0.0.0/24
              podSelector: {}
            """)
        .doesNotContain("10.96.1.0/24");
  }

  @Test
  void onlyDeniedDirectionsAreGoverned() {
    String zones =
        "module m\nzone a { namespace n pods app=a }\nzone b { namespace n pods app=b }\n";
    String flow = "allow a -> b : tcp/80\n";
    Compilation.Compiled ingress = compiled(zones + flow + "defaults { egress allow dns deny }");
    assertThat(paths(ingress)).containsExactly("n/m-b.yaml", "n/m-default-deny.yaml");
    assertThat(policy(ingress, "n/m-b.yaml")).contains("- Ingress").doesNotContain("gress:\n  - E");
    assertThat(ingress.stream()).doesNotContain("Egress");
    assertThat(compiled(zones + flow + "defaults { egress allow ingress allow }").policies())
        .isEmpty();
  }

  @Test
  void unzonedPodsCanBeLeftAlone() {
    Compilation.Compiled compiled =
        compiled(
            """
            module m
            zone a { namespace n pods app=a pods app=b }
            defaults { unzoned allow dns deny }
            """);
    assertThat(paths(compiled)).containsExactly("n/m-a.yaml", "n/m-a-2.yaml");
  }

  @Test
  void dnsOfTheProgramItselfIsMeant() {
    assertThat(
            compiled("module m\nzone a { namespace n }\nexternal dns { cidr 192.0.2.53/32 }")
                .stream())
        .contains("cidr: 192.0.2.53/32")
        .doesNotContain("kube-dns");
  }

  @Test
  void aDeepZoneHasDnsWhereItsNamespaceIs() {
    assertThat(
            Programs.load("module m\nzone tier { pods tier=x }\nzone a in tier { namespace n }")
                .variants()
                .getFirst()
                .program()
                .flows())
        .hasSize(2)
        .allMatch(flow -> flow.implied() && flow.from().name().equals("a"));
  }
}
