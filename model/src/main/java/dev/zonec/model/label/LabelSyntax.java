package dev.zonec.model.label;

import java.util.regex.Pattern;

/** Checks names, label keys and label values as Kubernetes does (apimachinery, validation). */
public final class LabelSyntax {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?");
  private static final Pattern DNS_LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern DNS_SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private LabelSyntax() {}

  /** Whether {@code key} has the form {@code [prefix/]name} and the prefix is a DNS subdomain. */
  public static boolean isKey(String key) {
    int slash = key.indexOf('/');
    String name = slash < 0 ? key : key.substring(slash + 1);
    boolean prefixed = slash < 0 || isDnsSubdomain(key.substring(0, slash));
    return prefixed && name.length() <= 63 && NAME.matcher(name).matches();
  }

  /** Whether {@code value} can be the value of a label. The empty value can. */
  public static boolean isValue(String value) {
    return value.isEmpty() || (value.length() <= 63 && NAME.matcher(value).matches());
  }

  /** Whether {@code name} is a DNS label, as names of namespaces are. */
  public static boolean isDnsLabel(String name) {
    return name.length() <= 63 && DNS_LABEL.matcher(name).matches();
  }

  /** Whether {@code name} is a DNS subdomain, as names of most objects are. */
  public static boolean isDnsSubdomain(String name) {
    return name.length() <= 253 && DNS_SUBDOMAIN.matcher(name).matches();
  }
}
