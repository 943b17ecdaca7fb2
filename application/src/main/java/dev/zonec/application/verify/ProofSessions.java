package dev.zonec.application.verify;

import dev.zonec.verifier.proof.ProofSession;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Verifications that repeat while files change: one session for each variant of each program. All
 * methods can be called by several threads.
 */
public final class ProofSessions implements AutoCloseable {
  /** The most sessions that are kept. The one that was not used for the longest time is closed. */
  static final int MOST = 16;

  private final Map<Key, ProofSession> sessions = new LinkedHashMap<>(MOST, 0.75f, true);

  private record Key(Object program, String variant) {}

  /**
   * Returns a prover for the variants of a program.
   *
   * @param program a value that identifies the program
   */
  public Prover of(Object program) {
    return (variant, verification) -> session(new Key(program, variant)).verify(verification);
  }

  private synchronized ProofSession session(Key key) {
    ProofSession session = sessions.computeIfAbsent(key, k -> new ProofSession());
    Iterator<ProofSession> oldest = sessions.values().iterator();
    while (sessions.size() > MOST) {
      oldest.next().close();
      oldest.remove();
    }
    return session;
  }

  @Override
  public synchronized void close() {
    sessions.values().forEach(ProofSession::close);
    sessions.clear();
  }
}
