package dev.zonec.cli;

import dev.zonec.application.cache.ObligationCache;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the runs of {@code --watch}, or of the questions of a page, have in common: the obligations
 * that they have proved.
 */
final class WatchSession {
  private final Map<Optional<Path>, ObligationCache> caches = new HashMap<>();

  /** Returns the cache in {@code folder}, or the one in memory. */
  synchronized ObligationCache cache(Optional<Path> folder) {
    return caches.computeIfAbsent(
        folder, chosen -> chosen.map(ObligationCache::in).orElseGet(ObligationCache::inMemory));
  }
}
