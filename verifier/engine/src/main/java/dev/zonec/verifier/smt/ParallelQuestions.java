package dev.zonec.verifier.smt;

import dev.zonec.diagnostics.deadline.Deadline;
import dev.zonec.diagnostics.deadline.WorkThread;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Asks with several solvers at the same time which questions are impossible.
 *
 * <p>The questions must be small, like those of {@link Z3Checker#isSeparatelyImpossible}. Threads
 * take them in ascending order, and each question is asked once.
 *
 * <p>Invariant: the solvers are asked nothing else, and only the answer <i>impossible</i> is used.
 * This answer does not depend on earlier questions. A model does, and the thread that takes a
 * question depends on the moment, so a caller that needs a witness asks its own solver. That solver
 * has then been asked the same questions in every run, on any number of processors. Whether it also
 * asks a few questions itself depends on the numbers of questions only.
 */
public final class ParallelQuestions implements AutoCloseable {
  /** More solvers compete for memory. */
  private static final int MOST_SOLVERS = 8;

  /** So many questions are worth the time and the memory that a solver takes. */
  private static final int WORTH_A_SOLVER = 64;

  private final Z3Checker own;
  private final int most;
  private final int worthSolver;
  private final Queue<Z3Checker> idle = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads;
  private int asked;
  private int created;
  private volatile boolean closed;

  /**
   * @param own the solver of the caller, which answers if there are few questions. The caller uses
   *     it only between calls
   */
  public ParallelQuestions(Z3Checker own) {
    this(own, Runtime.getRuntime().availableProcessors(), WORTH_A_SOLVER);
  }

  /**
   * @param own the solver of the caller
   * @param processors the number of threads that make progress at the same time
   * @param worthSolver the number of questions that are worth another solver; 1 or more
   */
  public ParallelQuestions(Z3Checker own, int processors, int worthSolver) {
    this.own = own;
    this.worthSolver = worthSolver;
    this.most = Math.max(1, Math.min(processors, MOST_SOLVERS));
    this.threads = Executors.newFixedThreadPool(most, work -> WorkThread.of("zonec solver", work));
  }

  /**
   * Returns the numbers of the questions that are impossible. A question that is not among them can
   * be possible, or the time ran out. If this thread is interrupted, the set is empty.
   *
   * @param count the number of questions
   * @param questions returns the formula of a question; called by one thread at a time
   */
  public BitSet impossible(int count, IntFunction<Formula> questions) {
    if (created == 0 && count < worthSolver) {
      return impossibleToOwn(count, questions);
    }
    created = Math.max(created, Math.min(most, 1 + count / worthSolver));
    Round round = new Round(count, questions);
    List<Future<Integer>> running = new ArrayList<>();
    for (int i = 0; i < Math.min(created, count); i++) {
      Supplier<Integer> work = Deadline.carriedTo(round::ask);
      running.add(threads.submit(work::get));
    }
    BitSet found = new BitSet();
    try {
      for (Future<Integer> each : running) {
        asked += each.get();
      }
      round.impossible.forEach(found::set);
    } catch (InterruptedException e) {
      round.stop();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      round.stop();
      throw WorkThread.thrown(e);
    }
    return found;
  }

  private BitSet impossibleToOwn(int count, IntFunction<Formula> questions) {
    BitSet found = new BitSet();
    for (int i = 0; i < count; i++) {
      found.set(i, own.isSeparatelyImpossible(questions.apply(i)));
    }
    return found;
  }

  /** The questions of one call. */
  private final class Round {
    private final int count;
    private final IntFunction<Formula> questions;
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Integer> impossible = ConcurrentHashMap.newKeySet();

    Round(int count, IntFunction<Formula> questions) {
      this.count = count;
      this.questions = questions;
    }

    void stop() {
      next.set(count);
    }

    /** Takes questions until none is left, and returns how many it has taken. */
    int ask() {
      Z3Checker solver = taken();
      int taken = 0;
      try {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
          if (solver.isSeparatelyImpossible(formula(i))) {
            impossible.add(i);
          }
          taken++;
        }
      } finally {
        giveBack(solver);
      }
      return taken;
    }

    private synchronized Formula formula(int question) {
      return questions.apply(question);
    }
  }

  private Z3Checker taken() {
    Z3Checker known = idle.poll();
    return known == null ? own.another() : known;
  }

  private void giveBack(Z3Checker solver) {
    idle.add(solver);
    if (closed) {
      closeIdle();
    }
  }

  private void closeIdle() {
    for (Z3Checker each = idle.poll(); each != null; each = idle.poll()) {
      each.close();
    }
  }

  /** Returns the number of questions that other solvers than that of the caller were asked. */
  public int questions() {
    return asked;
  }

  /** Frees the solvers. One that is still answering is freed after its answer. */
  @Override
  public void close() {
    closed = true;
    threads.shutdown();
    closeIdle();
  }
}
