/**
 * What is well formed, makes sense and is still better done otherwise; one class a check.
 *
 * <p>Entry types: {@link dev.zonec.compiler.lint.Linting}, {@link dev.zonec.compiler.lint.Fixing}.
 * Input: sources, and what is deployed as plain data. Output: findings, each with a fix where one
 * is mechanical. Decisions: what is a finding, and which of them a comment takes back.
 */
@NullMarked
package dev.zonec.compiler.lint;

import org.jspecify.annotations.NullMarked;
