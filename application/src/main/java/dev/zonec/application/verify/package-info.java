/**
 * Verifies a program against all policies of its manifests.
 *
 * <p>Entry type: {@link dev.zonec.application.verify.Verify}. Input: a request. Output: the loaded
 * program, and a verified variant for each combination of its parameters. Decides: whether the
 * policies as written or the planned ones are proved.
 */
@NullMarked
package dev.zonec.application.verify;

import org.jspecify.annotations.NullMarked;
