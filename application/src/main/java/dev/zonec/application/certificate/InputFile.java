package dev.zonec.application.certificate;

import dev.zonec.diagnostics.OrderedMap;
import java.util.Map;

/**
 * An input of a certificate.
 *
 * @param path the path, relative to the working folder where possible, with slashes
 * @param sha256 the digest of its bytes in hexadecimal digits
 */
public record InputFile(String path, String sha256) {
  Map<String, Object> data() {
    return OrderedMap.of("path", path, "sha256", sha256);
  }
}
