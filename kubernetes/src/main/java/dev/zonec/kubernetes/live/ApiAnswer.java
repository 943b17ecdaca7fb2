package dev.zonec.kubernetes.live;

import java.util.Map;

/** What came of a request. */
sealed interface ApiAnswer {
  /** A JSON object. */
  record Body(Map<?, ?> json) implements ApiAnswer {}

  /**
   * The server answered, but not with what was asked for.
   *
   * @param status the HTTP status
   * @param message what it said about it; may be empty
   */
  record Refused(int status, String message) implements ApiAnswer {
    /** Whether the server took the caller for nobody in particular, who may do nothing. */
    boolean isToNobody() {
      return status == 403 && message.contains("User \"system:anonymous\"");
    }

    /** The status in words. */
    String reason() {
      String word =
          switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 410 -> "Gone";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "";
          };
      return word.isEmpty() ? "status " + status : status + " " + word;
    }
  }

  /**
   * There was no answer, or none that makes sense.
   *
   * @param reason why, as a clause
   * @param help what to do about it; may be empty
   */
  record NoAnswer(String reason, String help) implements ApiAnswer {
    NoAnswer(String reason) {
      this(reason, "");
    }
  }
}
