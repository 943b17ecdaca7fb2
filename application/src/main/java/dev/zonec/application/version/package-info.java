/**
 * Lists what a zonec consists of: its version, its commit, its solver and the policies that it
 * understands.
 *
 * <p>Entry type: {@link dev.zonec.application.version.Versions}.
 */
@NullMarked
package dev.zonec.application.version;

import org.jspecify.annotations.NullMarked;
