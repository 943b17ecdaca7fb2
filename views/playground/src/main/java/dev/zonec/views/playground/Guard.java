package dev.zonec.views.playground;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which requests are answered: those that know the token, and that a page of another origin
 * cannot have sent.
 *
 * @param token the secret of this server
 * @param host the name or address that the user asked to serve at
 */
record Guard(String token, String host) {
  /** The header in which the page sends the token. A page of another origin cannot set it. */
  static final String HEADER = "X-Zonec-Token";

  /** The number of random bytes in a token. */
  private static final int BYTES = 32;

  /** Creates a guard with a new token. */
  static Guard create(String host) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new Guard(Base64.getUrlEncoder().withoutPadding().encodeToString(random), host);
  }

  /** Returns why the request is refused; empty if it is answered. */
  Optional<String> refusal(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    Optional<String> named = only(headers, "Host");
    // A name that an attacker's DNS server resolves to this address is none of these.
    if (named.isEmpty() || !isHost(named.get(), exchange.getLocalAddress())) {
      return Optional.of("the header Host does not name this server");
    }
    List<String> origins = headers.getOrDefault("Origin", List.of());
    if (!origins.isEmpty() && !origins.equals(List.of("http://" + named.get()))) {
      return Optional.of("a page of another origin cannot ask this server");
    }
    Optional<String> given =
        exchange.getRequestMethod().equals("GET")
            ? only(headers, HEADER).or(() -> ofQuery(exchange.getRequestURI().getRawQuery()))
            : only(headers, HEADER);
    return given.filter(this::isToken).isPresent()
        ? Optional.empty()
        : Optional.of("the token is missing or wrong: open the address that zonec serve printed");
  }

  private static Optional<String> only(Headers headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }

  private static Optional<String> ofQuery(@Nullable String query) {
    return query != null && query.startsWith("token=")
        ? Optional.of(query.substring("token=".length()))
        : Optional.empty();
  }

  /** Compares in a time that does not depend on how much of {@code given} is right. */
  private boolean isToken(String given) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isHost(String given, InetSocketAddress local) {
    String port = ":" + local.getPort();
    String named = given.toLowerCase(Locale.ROOT);
    InetAddress address = local.getAddress();
    return named.equals(literal(address) + port)
        || named.equals(host.toLowerCase(Locale.ROOT) + port)
        || (address.isLoopbackAddress() && named.equals("localhost" + port));
  }

  /** Returns an address as it is written in a URL. */
  static String literal(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    String plain = zone < 0 ? text : text.substring(0, zone);
    return plain.contains(":") ? "[" + plain + "]" : plain;
  }
}
