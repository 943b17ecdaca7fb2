package dev.zonec.kubernetes.world;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The objects of its namespace that a workload's pods use, by name.
 *
 * @param secrets the Secrets that they mount or read as environment variables
 * @param claims the PersistentVolumeClaims that they mount
 * @param serviceAccount their service account; {@code default} if they name none
 * @param token whether they receive a token of it; empty if the service account decides
 */
public record Holdings(
    SortedSet<String> secrets,
    SortedSet<String> claims,
    String serviceAccount,
    Optional<Boolean> token) {
  /** The service account of pods that name none. */
  public static final String DEFAULT_ACCOUNT = "default";

  /** Nothing, with the default service account. */
  public static final Holdings NOTHING =
      new Holdings(new TreeSet<>(), new TreeSet<>(), DEFAULT_ACCOUNT, Optional.empty());

  /** Copies the names. */
  public Holdings {
    secrets = Collections.unmodifiableSortedSet(new TreeSet<>(secrets));
    claims = Collections.unmodifiableSortedSet(new TreeSet<>(claims));
  }
}
