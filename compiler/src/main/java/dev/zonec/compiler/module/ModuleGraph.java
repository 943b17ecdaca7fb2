package dev.zonec.compiler.module;

import java.util.List;

/**
 * A program and the modules that it imports.
 *
 * @param modules each after those that it imports; the program itself is the last
 */
public record ModuleGraph(List<LoadedModule> modules) {
  /** Copies the list. */
  public ModuleGraph {
    modules = List.copyOf(modules);
    if (modules.isEmpty()) {
      throw new IllegalArgumentException("there is no program");
    }
  }

  /** The program itself. */
  public LoadedModule program() {
    return modules.getLast();
  }

  /** The others, each after those that it imports. */
  public List<LoadedModule> imported() {
    return modules.subList(0, modules.size() - 1);
  }
}
