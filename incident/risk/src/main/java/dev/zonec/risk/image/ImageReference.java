package dev.zonec.risk.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference to an image, in the form to which container runtimes expand it: {@code web} becomes
 * {@code docker.io/library/web:latest}.
 *
 * @param registry the host of the registry, with its port if there is one
 * @param repository the path of the repository
 * @param tag the tag; empty if the reference has a digest and no tag
 * @param digest the digest, such as {@code sha256:4f…}; empty if there is none
 */
public record ImageReference(String registry, String repository, String tag, String digest) {
  private static final String DOCKER_HUB = "docker.io";

  private static final Pattern REPOSITORY =
      Pattern.compile(
          "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*");

  private static final Pattern REGISTRY =
      Pattern.compile("(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+])(?::[0-9]+)?");

  private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");

  private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_+.-]+:[0-9a-fA-F]{32,}");

  private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z-]*://");

  /** Returns the reference that {@code text} means; empty if it is none. */
  public static Optional<ImageReference> parse(String text) {
    String rest = withoutScheme(text.strip());
    String digest = "";
    int at = rest.indexOf('@');
    if (at >= 0) {
      digest = rest.substring(at + 1);
      rest = rest.substring(0, at);
      if (!DIGEST.matcher(digest).matches()) {
        return Optional.empty();
      }
    }
    String tag = "";
    int colon = rest.lastIndexOf(':');
    if (colon > rest.lastIndexOf('/')) {
      tag = rest.substring(colon + 1);
      rest = rest.substring(0, colon);
      if (!TAG.matcher(tag).matches()) {
        return Optional.empty();
      }
    }
    int slash = rest.indexOf('/');
    String first = slash < 0 ? "" : rest.substring(0, slash);
    boolean named = isRegistry(first);
    String registry = named ? canonical(first) : DOCKER_HUB;
    String repository = named ? rest.substring(slash + 1) : rest;
    if (registry.equals(DOCKER_HUB) && !repository.contains("/")) {
      repository = "library/" + repository;
    }
    if (!REPOSITORY.matcher(repository).matches() || !REGISTRY.matcher(registry).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ImageReference(
            registry, repository, tag.isEmpty() && digest.isEmpty() ? "latest" : tag, digest));
  }

  /**
   * Returns the digest in {@code text}, which is a digest, or a reference with one; empty if it has
   * none. Runtimes write the id of an image in either form, some with a scheme such as {@code
   * docker-pullable://}.
   */
  public static Optional<String> digestIn(String text) {
    String rest = withoutScheme(text.strip());
    String last = rest.substring(rest.indexOf('@') + 1);
    return DIGEST.matcher(last).matches() ? Optional.of(last) : Optional.empty();
  }

  private static String withoutScheme(String text) {
    Matcher scheme = SCHEME.matcher(text);
    return scheme.find() ? text.substring(scheme.end()) : text;
  }

  /** The first part of a name is a registry if it can be a host and no part of a path. */
  private static boolean isRegistry(String first) {
    return first.contains(".") || first.contains(":") || first.equals("localhost");
  }

  private static String canonical(String registry) {
    return registry.equals("index.docker.io") || registry.equals("registry-1.docker.io")
        ? DOCKER_HUB
        : registry;
  }

  /** Returns the registry and the repository, without tag and digest. */
  public String name() {
    return registry + "/" + repository;
  }

  /**
   * Whether both references name the same tag of the same repository. References without a tag have
   * digests, which are compared instead.
   */
  public boolean isSameTag(ImageReference other) {
    return !tag.isEmpty() && tag.equals(other.tag) && name().equals(other.name());
  }

  /** Whether both references can name one image: the names are equal, and no two tags differ. */
  public boolean canBe(ImageReference other) {
    return name().equals(other.name())
        && (tag.isEmpty() || other.tag.isEmpty() || tag.equals(other.tag));
  }

  @Override
  public String toString() {
    return name() + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }
}
