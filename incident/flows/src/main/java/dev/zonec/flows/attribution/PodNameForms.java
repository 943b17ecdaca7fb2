package dev.zonec.flows.attribution;

/** The names that controllers give to their pods. */
final class PodNameForms {
  private static final int SUFFIX = 5;

  private PodNameForms() {}

  /**
   * Whether a controller can give a pod this name.
   *
   * @param kind the kind of the controller
   * @param controller its name
   * @param pod the name of the pod; if it ends with {@code *}, the name that the log has cut
   */
  static boolean fits(String kind, String controller, String pod) {
    boolean cut = pod.endsWith("*");
    String name = cut ? pod.substring(0, pod.length() - 1) : pod;
    if (!name.startsWith(controller)) {
      return false;
    }
    String rest = name.substring(controller.length());
    return switch (kind) {
      case "Deployment" -> cut ? isCutHash(rest) : isHashAndSuffix(rest);
      case "CronJob" -> cut ? rest.matches("-\\d+-") : rest.matches("-\\d+-[a-z0-9]{5}");
      case "StatefulSet" -> !cut && rest.matches("-\\d+");
      case "Pod" -> rest.isEmpty() && !cut;
      default -> cut ? rest.equals("-") : isSuffix(rest, 0);
    };
  }

  private static boolean isCutHash(String rest) {
    return rest.startsWith("-")
        && (rest.length() == 1
            || (rest.endsWith("-") && isHash(rest.substring(1, rest.length() - 1))));
  }

  private static boolean isHashAndSuffix(String rest) {
    int last = rest.lastIndexOf('-');
    return last > 1
        && rest.startsWith("-")
        && isHash(rest.substring(1, last))
        && isSuffix(rest, last);
  }

  private static boolean isHash(String text) {
    return !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(PodNameForms::isPlain);
  }

  private static boolean isSuffix(String text, int dash) {
    return text.length() == dash + 1 + SUFFIX
        && text.charAt(dash) == '-'
        && text.substring(dash + 1).chars().allMatch(PodNameForms::isPlain);
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
