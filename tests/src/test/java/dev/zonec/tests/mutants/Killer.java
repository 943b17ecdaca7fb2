package dev.zonec.tests.mutants;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Property;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;

/**
 * Runs a test with some version of the product.
 *
 * <p>Properties run with the seeds 0, 1, 2 and so on, and not with random ones, so that the result
 * is always the same.
 *
 * @param test a class below {@code dev.zonec}, or one of its methods; or {@code CLASS#TEXT}, the
 *     cases of a class whose names contain a text
 */
record Killer(String test) {
  private static final String PACKAGE = "dev.zonec.";

  /** The property that {@code CaseFilter} reads. */
  private static final String CASES = "zonec.case";

  /**
   * A failure.
   *
   * @param test the part of the test that failed, for people
   * @param again runs this part with another version of the product
   * @param cause why it failed
   */
  record Failure(String test, Killer.Part again, Throwable cause) {}

  /** A part of a test. */
  interface Part {
    /** Returns why this part fails with {@code classes}; empty if it passes. */
    Optional<Failure> run(ClassLoader classes) throws ReflectiveOperationException;
  }

  /** Returns the first failure with {@code classes}; empty if the test passes. */
  Optional<Failure> run(ClassLoader classes) throws ReflectiveOperationException {
    Class<?> type = type(classes);
    Optional<String> method = method(type);
    List<Method> properties =
        Arrays.stream(type.getDeclaredMethods())
            .filter(each -> each.isAnnotationPresent(Property.class))
            .filter(each -> method.isEmpty() || each.getName().equals(method.get()))
            .sorted(Comparator.comparing(Method::getName))
            .toList();
    if (properties.isEmpty()) {
      return launched(
          classes,
          text(),
          method.isEmpty() ? selectClass(type) : selectMethod(type, named(type, method.get())));
    }
    for (Method property : properties) {
      int tries = property.getAnnotation(Property.class).tries();
      for (long seed = 0; seed < tries; seed++) {
        Optional<Failure> failure = tried(property, seed);
        if (failure.isPresent()) {
          return failure;
        }
      }
    }
    return Optional.empty();
  }

  private Class<?> type(ClassLoader classes) throws ClassNotFoundException {
    String last = path().substring(path().lastIndexOf('.') + 1);
    String name =
        Character.isUpperCase(last.charAt(0))
            ? path()
            : path().substring(0, path().lastIndexOf('.'));
    return Class.forName(PACKAGE + name, true, classes);
  }

  private Optional<String> method(Class<?> type) {
    String last = path().substring(path().lastIndexOf('.') + 1);
    return last.equals(type.getSimpleName()) ? Optional.empty() : Optional.of(last);
  }

  private String path() {
    return test.split("#", 2)[0];
  }

  private String text() {
    return test.contains("#") ? test.split("#", 2)[1] : "";
  }

  private static Method named(Class<?> type, String name) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type + " has no method " + name));
  }

  private static Optional<Failure> tried(Method property, long seed)
      throws ReflectiveOperationException {
    Constructor<?> constructor = property.getDeclaringClass().getDeclaredConstructor();
    constructor.setAccessible(true);
    property.setAccessible(true);
    try {
      property.invoke(constructor.newInstance(), seed);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof TestAbortedException
          ? Optional.empty()
          : Optional.of(
              new Failure(
                  "%s.%s with seed %d"
                      .formatted(
                          property.getDeclaringClass().getSimpleName(), property.getName(), seed),
                  classes -> tried(same(property, classes), seed),
                  e.getCause()));
    }
  }

  private static Method same(Method property, ClassLoader classes)
      throws ReflectiveOperationException {
    return Class.forName(property.getDeclaringClass().getName(), true, classes)
        .getDeclaredMethod(property.getName(), long.class);
  }

  private static Optional<Failure> launched(
      ClassLoader classes, String text, DiscoverySelector selector) {
    Failures failures = new Failures(text);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    String cases = System.getProperty(CASES, "");
    thread.setContextClassLoader(classes);
    System.setProperty(CASES, text);
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selector)
                  .filters(EngineFilter.includeEngines("junit-jupiter"))
                  .build(),
              failures);
    } finally {
      thread.setContextClassLoader(before);
      System.setProperty(CASES, cases);
    }
    if (failures.ended == 0) {
      throw new IllegalArgumentException("no test is " + selector + " " + text);
    }
    return Optional.ofNullable(failures.first);
  }

  /** Keeps the first failure, and counts the tests that ran to their end. */
  private static final class Failures implements TestExecutionListener {
    private final String text;
    private Failure first;
    private int ended;

    Failures(String text) {
      this.text = text;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      boolean aborted = result.getStatus() == TestExecutionResult.Status.ABORTED;
      ended += test.isTest() && !aborted ? 1 : 0;
      if (first == null && result.getStatus() == TestExecutionResult.Status.FAILED) {
        String id = test.getUniqueId();
        first =
            new Failure(
                id.replaceFirst(".*\\[class:(?:\\w+\\.)*(\\w+)].*", "$1")
                    + (test.isTest() ? ": " + test.getDisplayName() : ""),
                classes -> launched(classes, text, selectUniqueId(id)),
                result.getThrowable().orElseThrow());
      }
    }
  }
}
