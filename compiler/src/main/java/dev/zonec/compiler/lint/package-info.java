/**
 * Finds parts of valid programs that are probably mistakes or could be simpler, one class for each
 * check.
 *
 * <p>Entry types: {@link dev.zonec.compiler.lint.Linting}, {@link dev.zonec.compiler.lint.Fixing}.
 * Input: sources, and the deployed workloads as plain data. Output: findings, with a fix if the
 * change is mechanical. Decides: what is a finding, and which findings comments suppress.
 */
@NullMarked
package dev.zonec.compiler.lint;

import org.jspecify.annotations.NullMarked;
