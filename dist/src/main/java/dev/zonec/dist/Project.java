package dev.zonec.dist;

/** Where zonec is published. */
final class Project {
  static final String HOMEPAGE = "https://github.com/zonec/zonec";

  /** The name of the image, without a tag. */
  static final String IMAGE = "ghcr.io/zonec/zonec";

  private Project() {}

  /** Returns the address of a file of the release {@code version}. */
  static String download(String version, String file) {
    return HOMEPAGE + "/releases/download/v" + version + "/" + file;
  }
}
