package dev.zonec.application.certificate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A certificate (spec/certificates.md).
 *
 * @param files the text of each file by its name
 */
public record Certificate(SortedMap<String, String> files) {
  /** The file that lists the claims. */
  public static final String DOCUMENT = "certificate.json";

  /** Copies the files. */
  public Certificate {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** Returns the text of the file {@code name}; empty if there is no such file. */
  public String text(String name) {
    return files.getOrDefault(name, "");
  }
}
