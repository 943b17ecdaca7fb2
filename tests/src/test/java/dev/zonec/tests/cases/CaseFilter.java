package dev.zonec.tests.cases;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * With {@code -Dzonec.case=TEXT}, runs only the cases whose name contains TEXT, and skips all other
 * tests of their classes. JUnit finds the extension in {@code META-INF/services}.
 */
public final class CaseFilter implements InvocationInterceptor {
  private static String wanted() {
    return System.getProperty("zonec.case", "");
  }

  @Override
  public void interceptDynamicTest(
      Invocation<Void> invocation, DynamicTestInvocationContext invoked, ExtensionContext context)
      throws Throwable {
    Assumptions.assumeTrue(context.getDisplayName().contains(wanted()), "not the case");
    invocation.proceed();
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invoked,
      ExtensionContext context)
      throws Throwable {
    Assumptions.assumeTrue(wanted().isEmpty(), "not a case");
    invocation.proceed();
  }
}
