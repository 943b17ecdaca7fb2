/**
 * Loads a program and the modules that it imports.
 *
 * <p>Entry type: {@link dev.zonec.compiler.module.ModuleLoading}. Input: a program's sources.
 * Output: a {@link dev.zonec.compiler.module.ModuleGraph} of trees, and diagnostics. Decides: which
 * sources form a module; rejects cyclic imports.
 */
@NullMarked
package dev.zonec.compiler.module;

import org.jspecify.annotations.NullMarked;
