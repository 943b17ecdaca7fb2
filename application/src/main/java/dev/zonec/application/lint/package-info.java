/**
 * Lints a program, with or without its manifests.
 *
 * <p>Entry type: {@link dev.zonec.application.lint.Lint}. Input: a request. Output: findings, and
 * the rewritten sources if fixes are wanted.
 */
@NullMarked
package dev.zonec.application.lint;

import org.jspecify.annotations.NullMarked;
