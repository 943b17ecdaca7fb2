package dev.zonec.kubernetes.live;

import dev.zonec.diagnostics.Code;
import dev.zonec.diagnostics.Diagnostic;

/** Creates the problems for parts of a cluster that could not be read. */
final class UnreadProblems {
  private final String cluster;

  /**
   * @param cluster the cluster in messages
   */
  UnreadProblems(String cluster) {
    this.cluster = cluster;
  }

  /**
   * Returns the problem for a list of objects.
   *
   * @param where the namespace in words, beginning with a space; may be empty
   */
  Diagnostic objects(ApiResource resource, String where, ApiAnswer answer) {
    Diagnostic problem = withReason(resource.plural() + where + " were not read", answer);
    boolean forbidden = answer instanceof ApiAnswer.Refused refused && refused.status() == 403;
    return forbidden
        ? problem.help(
            "zonec needs the permission to `list` "
                + resource.fullName()
                + "; accept what is missing with `--skip-unreadable`")
        : problem.help("accept what is missing with `--skip-unreadable`");
  }

  /** Returns the problem for kinds that could not be discovered. */
  Diagnostic kinds(String what, ApiAnswer answer) {
    return withReason("the kinds of " + what + " are not known", answer)
        .note("there may be policies of kinds that were not read")
        .help("accept what is missing with `--skip-unreadable`");
  }

  /** Returns the problem for a cluster that could not be read at all. */
  Diagnostic all(ApiServer server, ApiAnswer answer) {
    boolean unknown = answer instanceof ApiAnswer.Refused refused && refused.status() == 401;
    if (unknown) {
      return Diagnostic.errorIn(
              Code.ZC0641, cluster, server.address() + " does not accept the credentials")
          .help("log in again, or choose others with `--context`");
    }
    boolean anonymous = answer instanceof ApiAnswer.Refused refused && refused.isToNobody();
    if (anonymous) {
      return Diagnostic.errorIn(
              Code.ZC0641, cluster, server.address() + " does not know who is asking")
          .note("the user of the context has no credentials that the server looks at")
          .help("log in, or choose other credentials with `--context`");
    }
    Diagnostic problem =
        Diagnostic.errorIn(
            Code.ZC0641, cluster, server.address() + " cannot be read: " + reason(answer));
    return answer instanceof ApiAnswer.NoAnswer(String reason, String help) && !help.isEmpty()
        ? problem.help(help)
        : problem;
  }

  private Diagnostic withReason(String what, ApiAnswer answer) {
    Diagnostic problem = Diagnostic.errorIn(Code.ZC0643, cluster, what + ": " + reason(answer));
    return answer instanceof ApiAnswer.Refused refused && !refused.message().isEmpty()
        ? problem.note("the server answered: " + refused.message())
        : problem;
  }

  /** Returns the reason in words, such as a missing permission. */
  static String reason(ApiAnswer answer) {
    return switch (answer) {
      case ApiAnswer.Body body -> "the answer is not a list";
      case ApiAnswer.Refused refused -> refused.reason();
      case ApiAnswer.NoAnswer(String reason, String help) -> reason;
    };
  }
}
