package dev.zonec.kubernetes.live;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to an API server. It only uses GET. */
final class ApiServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);

  private static final String BROKEN = "the connection broke";

  /** The times to wait before each repetition of a request. */
  private static final Duration[] WAITS = {Duration.ofMillis(200), Duration.ofMillis(800)};

  private final HttpClient client;
  private final String root;
  private final Duration timeout;

  /**
   * @param config the server and the credentials
   * @param timeout the greatest time for an answer
   * @throws RuntimeException if the certificates or keys of {@code config} cannot be used
   */
  ApiServer(Config config, Duration timeout) {
    this.timeout = timeout;
    int millis = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
    config.setConnectionTimeout(millis);
    config.setRequestTimeout(millis);
    // This class repeats requests itself, also if the connection breaks during an answer.
    config.setRequestRetryBackoffLimit(0);
    config.setUserAgent("zonec");
    String master = config.getMasterUrl();
    root = master.endsWith("/") ? master.substring(0, master.length() - 1) : master;
    client = new JdkHttpClientFactory().newBuilder(config).build();
  }

  /** Escapes a part of a path or query. */
  static String escaped(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Returns the server's address, without a user name and password. */
  String address() {
    return root.replaceFirst("//[^/@]*@", "//");
  }

  /**
   * Requests {@code path}. The request is repeated if the server is busy or the connection breaks.
   */
  ApiAnswer get(String path, String accept) {
    ApiAnswer answer = once(path, accept);
    for (int i = 0; i < WAITS.length && mayPass(answer); i++) {
      try {
        Thread.sleep(WAITS[i]);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return answer;
      }
      answer = once(path, accept);
    }
    return answer;
  }

  private static boolean mayPass(ApiAnswer answer) {
    return switch (answer) {
      case ApiAnswer.Body body -> false;
      case ApiAnswer.Refused(int status, String message) -> PASSING.contains(status);
      case ApiAnswer.NoAnswer(String reason, String help) -> reason.equals(BROKEN);
    };
  }

  private ApiAnswer once(String path, String accept) {
    HttpRequest request =
        client.newHttpRequestBuilder().uri(root + path).header("Accept", accept).build();
    CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request, byte[].class);
    try {
      HttpResponse<byte[]> response = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return answer(response.code(), response.body());
    } catch (TimeoutException e) {
      sent.cancel(true);
      return new ApiAnswer.NoAnswer(late());
    } catch (ExecutionException e) {
      return silence(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ApiAnswer.NoAnswer("the run was interrupted");
    }
  }

  private static ApiAnswer answer(int status, byte @Nullable [] body) {
    Map<?, ?> json;
    try {
      json = JSON.readValue(body == null ? new byte[0] : body, Map.class);
    } catch (JacksonException e) {
      json = Map.of();
    }
    if (status < 200 || status > 299) {
      String message = json.get("message") instanceof String text ? text : "";
      return new ApiAnswer.Refused(status, message);
    }
    return json == null || json.isEmpty()
        ? new ApiAnswer.NoAnswer("what it sent is not JSON")
        : new ApiAnswer.Body(json);
  }

  private String late() {
    return "no answer within " + timeout.toSeconds() + " s";
  }

  private ApiAnswer.NoAnswer silence(Throwable thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return TlsFailure.of(cause);
      }
    }
    return new ApiAnswer.NoAnswer(reason(thrown));
  }

  /** Returns the reason in fixed words, because messages of exceptions can contain secrets. */
  private String reason(Throwable thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpTimeoutException) {
        return late();
      }
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return "its host name is not known";
      }
      if (cause instanceof ConnectException && !hasCause(cause)) {
        return "nothing answers there";
      }
    }
    return BROKEN;
  }

  private static boolean hasCause(Throwable thrown) {
    return thrown.getCause() instanceof UnresolvedAddressException
        || thrown.getCause() instanceof UnknownHostException;
  }

  @Override
  public void close() {
    client.close();
  }
}
