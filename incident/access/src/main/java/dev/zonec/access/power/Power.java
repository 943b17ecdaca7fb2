package dev.zonec.access.power;

import java.util.List;
import java.util.Locale;

/** A power over what a proof rests on, the strongest first. */
public enum Power {
  /** Any change of any object in the scope. */
  EVERYTHING("everything"),
  /** The policies that apply in every namespace can be changed or deleted. */
  CLUSTER_POLICIES("policies of the cluster", Right.CLUSTER_POLICIES, Right.KINDS),
  /** The checks that guard policies and labels can be changed or deleted. */
  ADMISSION("admission policies and webhooks", Right.ADMISSION),
  /** The policies of namespaces can be changed or deleted. */
  POLICIES("policies", Right.POLICIES, Right.DELETE_NAMESPACES),
  /** Labels of namespaces can be changed, or namespaces with any labels created. */
  NAMESPACE_LABELS("labels of namespaces", Right.NAMESPACE_LABELS, Right.NEW_NAMESPACES),
  /** Pods with any labels can be run. */
  WORKLOADS("pods with any labels", Right.PODS),
  /** Labels of pods can be changed. */
  POD_LABELS("labels of pods", Right.POD_LABELS);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // The list is a copy that cannot be changed.
  private final List<Right> rights;

  Power(String title, Right... rights) {
    this.title = title;
    this.rights = List.of(rights);
  }

  /** Returns the object of the power in words. */
  public String title() {
    return title;
  }

  /** Returns the rights of which each is the power. */
  public List<Right> rights() {
    return rights;
  }

  /** Returns the name in JSON, such as {@code cluster-policies}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
