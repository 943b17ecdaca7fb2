/**
 * Compiles a program and proves the result before anything is written.
 *
 * <p>Entry type: {@link dev.zonec.application.compile.Compile}. Input: a request. Output: the
 * compiled policies and the verdict on them, or the problems of the inputs.
 */
@NullMarked
package dev.zonec.application.compile;

import org.jspecify.annotations.NullMarked;
