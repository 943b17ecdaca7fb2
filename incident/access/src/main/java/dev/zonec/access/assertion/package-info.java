/**
 * The assertions that rest on a subject.
 *
 * <p>Entry type: {@link dev.zonec.access.assertion.RestingAssertions}. Input: a program, the
 * namespaces and policies of a world, and powers. Output: the assertions that a subject with these
 * powers can undo. Decides: which power is over what an assertion rests on; see {@code
 * spec/rbac.md}.
 */
@NullMarked
package dev.zonec.access.assertion;

import org.jspecify.annotations.NullMarked;
