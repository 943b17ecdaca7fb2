package dev.zonec.model.label;

import java.util.regex.Pattern;

/** What Kubernetes accepts as names, label keys and label values (apimachinery, validation). */
public final class LabelSyntax {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern DNS_SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private LabelSyntax() {}

  /** Whether {@code key} is {@code [prefix/]name}, the prefix a DNS subdomain. */
  public static boolean isKey(String key) {
    int slash = key.indexOf('/');
    String name = slash < 0 ? key : key.substring(slash + 1);
    boolean prefixed = slash < 0 || isDnsSubdomain(key.substring(0, slash));
    return prefixed && name.length() <= 63 && NAME.matcher(name).matches();
  }

  /** Whether {@code value} may stand as a label's value; the empty one may. */
  public static boolean isValue(String value) {
    return value.isEmpty() || (value.length() <= 63 && NAME.matcher(value).matches());
  }

  /** Whether {@code name} is a DNS label, as a namespace's name must be. */
  public static boolean isDnsLabel(String name) {
    return name.length() <= 63 && DNS_LABEL.matcher(name).matches();
  }

  /** Whether {@code name} is a DNS subdomain, as most objects' names must be. */
  public static boolean isDnsSubdomain(String name) {
    return name.length() <= 253 && DNS_SUBDOMAIN.matcher(name).matches();
  }
}
