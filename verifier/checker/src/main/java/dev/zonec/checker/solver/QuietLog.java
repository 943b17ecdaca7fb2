package dev.zonec.checker.solver;

import de.uni_freiburg.informatik.ultimate.smtinterpol.LogProxy;

/** Drops the messages of the solver, which it otherwise prints to standard error. */
final class QuietLog implements LogProxy {
  @Override
  public void setLoglevel(int level) {}

  @Override
  public int getLoglevel() {
    return LOGLEVEL_OFF;
  }

  @Override
  public boolean isFatalEnabled() {
    return false;
  }

  @Override
  public void fatal(String message, Object... parameters) {}

  @Override
  public void fatal(Object message) {}

  @Override
  public void outOfMemory(String message) {}

  @Override
  public boolean isErrorEnabled() {
    return false;
  }

  @Override
  public void error(String message, Object... parameters) {}

  @Override
  public void error(Object message) {}

  @Override
  public boolean isWarnEnabled() {
    return false;
  }

  @Override
  public void warn(String message, Object... parameters) {}

  @Override
  public void warn(Object message) {}

  @Override
  public boolean isInfoEnabled() {
    return false;
  }

  @Override
  public void info(String message, Object... parameters) {}

  @Override
  public void info(Object message) {}

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public void debug(String message, Object... parameters) {}

  @Override
  public void debug(Object message) {}

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public void trace(String message, Object... parameters) {}

  @Override
  public void trace(Object message) {}

  @Override
  public boolean canChangeDestination() {
    return false;
  }

  @Override
  public void changeDestination(String destination) {}

  @Override
  public String getDestination() {
    return "";
  }
}
