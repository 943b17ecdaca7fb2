package dev.zonec.cli;

import dev.zonec.application.cache.ObligationCache;
import dev.zonec.application.verify.ProofSessions;
import dev.zonec.application.verify.Prover;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the runs of {@code --watch}, or of the questions of a page, have in common: the proofs of
 * earlier runs.
 */
final class WatchSession {
  private final Map<Optional<Path>, ObligationCache> caches = new HashMap<>();
  private final ProofSessions sessions = new ProofSessions();

  /** Returns the cache in {@code folder}, or the one in memory. */
  synchronized ObligationCache cache(Optional<Path> folder) {
    return caches.computeIfAbsent(
        folder, chosen -> chosen.map(ObligationCache::in).orElseGet(ObligationCache::inMemory));
  }

  /** Returns the prover of all runs. They have the same command line, and so the same program. */
  Prover prover() {
    return sessions.of(WatchSession.class);
  }
}
