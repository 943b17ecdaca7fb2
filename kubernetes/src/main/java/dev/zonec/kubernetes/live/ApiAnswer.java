package dev.zonec.kubernetes.live;

import java.util.Map;

/** The outcome of a request. */
sealed interface ApiAnswer {
  /** A JSON object. */
  record Body(Map<?, ?> json) implements ApiAnswer {}

  /**
   * The server answered with an error.
   *
   * @param status the HTTP status
   * @param message the server's message; may be empty
   */
  record Refused(int status, String message) implements ApiAnswer {
    /** Whether the server treated the caller as anonymous. */
    boolean isToNobody() {
      return status == 403 && message.contains("User \"system:anonymous\"");
    }

    /** Returns the status in words. */
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
   * There was no answer, or an invalid one.
   *
   * @param reason the reason, as a clause
   * @param help what the user can do; may be empty
   */
  record NoAnswer(String reason, String help) implements ApiAnswer {
    NoAnswer(String reason) {
      this(reason, "");
    }
  }
}
