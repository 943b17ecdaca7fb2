package dev.zonec.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs zonec once, and prints in which parts of the program the time is spent.
 *
 * <p>Every millisecond, the stack of each running thread of the command is taken. Its innermost
 * frame that is not part of Java says which part is at work. If Java is linking a class, a lambda
 * or a switch at this moment, the sample also counts as linking. The stacks of the threads that
 * only wait for others are left out.
 */
public final class StartProfile {
  private static final List<String> JAVA = List.of("java.", "javax.", "jdk.", "sun.");

  private static final List<String> LINKING =
      List.of(
          "java.lang.invoke.MethodHandleNatives",
          "java.lang.ClassLoader",
          "java.lang.reflect.Proxy",
          "java.lang.runtime.",
          "jdk.internal.loader.");

  private final Map<String, Integer> parts = new TreeMap<>();
  private final Map<String, Integer> linking = new TreeMap<>();
  private int samples;
  private volatile boolean ended;

  private StartProfile() {}

  /**
   * Runs the command with {@code args}, and prints the table to standard error. The command is the
   * one on the class path, so that the class path can be the one that its cache is for.
   */
  public static void main(String[] args) throws ReflectiveOperationException {
    long beforeMain =
        ProcessHandle.current()
            .info()
            .startInstant()
            .map(start -> Duration.between(start, Instant.now()).toMillis())
            .orElse(0L);
    StartProfile profile = new StartProfile();
    Thread main = Thread.currentThread();
    Thread sampler = new Thread(() -> profile.sample(main), "sampler");
    sampler.setDaemon(true);
    sampler.start();
    // The command ends the process.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> profile.end(sampler, beforeMain)));
    Class.forName("dev.zonec.cli.Main")
        .getMethod("main", String[].class)
        .invoke(null, (Object) args);
  }

  private void sample(Thread main) {
    while (!ended) {
      Thread.getAllStackTraces()
          .forEach(
              (thread, stack) -> {
                boolean ofCommand = thread.equals(main) || thread.getName().startsWith("zonec");
                if (ofCommand && thread.getState() == Thread.State.RUNNABLE) {
                  add(stack);
                }
              });
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void add(StackTraceElement[] stack) {
    List<String> inJava = new ArrayList<>();
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      if (JAVA.stream().noneMatch(name::startsWith)) {
        String part = part(frame);
        samples++;
        parts.merge(part, 1, Integer::sum);
        if (inJava.stream().anyMatch(each -> LINKING.stream().anyMatch(each::startsWith))) {
          linking.merge(part, 1, Integer::sum);
        }
        return;
      }
      inJava.add(name);
    }
  }

  /** Returns the library, the package of zonec with its first level, or the function of Z3. */
  private static String part(StackTraceElement frame) {
    String name = frame.getClassName();
    if (name.equals("com.microsoft.z3.Native")) {
      return switch (frame.getMethodName()) {
        case "INTERNALsolverCheck", "INTERNALsolverCheckAssumptions" -> "Z3: check";
        case "INTERNALmkContextRc" -> "Z3: create a context";
        default -> "Z3: other";
      };
    }
    String[] names = name.split("\\.");
    int kept = name.startsWith("dev.zonec.") ? 3 : 2;
    return String.join(".", List.of(names).subList(0, Math.min(kept, names.length - 1)));
  }

  private void end(Thread sampler, long beforeMain) {
    ended = true;
    try {
      sampler.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    PrintStream out = System.err;
    out.println("before main: " + beforeMain + " ms; samples after it: " + samples);
    out.println("| part | share | of it linking |");
    out.println("|---|---|---|");
    parts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .filter(each -> each.getValue() * 100 >= samples)
        .forEach(
            each ->
                out.printf(
                    Locale.ROOT,
                    "| %s | %d %% | %d %% |%n",
                    each.getKey(),
                    each.getValue() * 100 / samples,
                    linking.getOrDefault(each.getKey(), 0) * 100 / samples));
  }
}
