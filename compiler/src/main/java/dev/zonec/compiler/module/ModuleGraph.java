package dev.zonec.compiler.module;

import java.util.List;

/**
 * A program and the modules that it imports.
 *
 * @param modules the modules, each after its imports; the program is the last one
 */
public record ModuleGraph(List<LoadedModule> modules) {
  /** Copies the list. */
  public ModuleGraph {
    modules = List.copyOf(modules);
    if (modules.isEmpty()) {
      throw new IllegalArgumentException("the graph needs at least the program");
    }
  }

  /** Returns the program's own module. */
  public LoadedModule program() {
    return modules.getLast();
  }

  /** Returns the imported modules, each after its imports. */
  public List<LoadedModule> imported() {
    return modules.subList(0, modules.size() - 1);
  }
}
