/**
 * Sources to modules: a program, and those that it imports.
 *
 * <p>Entry type: {@link dev.zonec.compiler.module.ModuleLoading}. Input: a program's sources.
 * Output: a {@link dev.zonec.compiler.module.ModuleGraph} of trees, and diagnostics. Decisions:
 * which sources are one module, and that imports form no cycle.
 */
@NullMarked
package dev.zonec.compiler.module;

import org.jspecify.annotations.NullMarked;
