package dev.zonec.tests.endtoend;

/** A hand-written policy for {@code examples/bank}. */
public final class LogShipping {
  /**
   * Lets log agents reach the vault. This opens a path of three hops into the zone of card numbers,
   * which the program forbids.
   */
  public static final String POLICY =
      """
      apiVersion: policy.networking.k8s.io/v1alpha1
      kind: AdminNetworkPolicy
      metadata: {name: log-shipping}
      spec:
        priority: 40
        subject:
          pods:
            namespaceSelector:
              matchExpressions:
              - {key: kubernetes.io/metadata.name, operator: In, values: [bank-app, bank-pci]}
            podSelector:
              matchExpressions: [{key: app, operator: In, values: [logagent, vault]}]
        ingress:
        - name: from-agents
          action: Allow
          from:
          - pods:
              namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: bank-app}}
              podSelector: {matchLabels: {app: logagent}}
        egress:
        - name: to-the-vault
          action: Allow
          to:
          - pods:
              namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: bank-pci}}
              podSelector: {matchLabels: {app: vault}}
      """;

  private LogShipping() {}
}
