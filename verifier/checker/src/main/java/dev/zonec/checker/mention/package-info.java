/**
 * What policies, the program and the objects mention. They can tell apart nothing else.
 *
 * <p>Entry type: {@link dev.zonec.checker.mention.Mentions}.
 */
@NullMarked
package dev.zonec.checker.mention;

import org.jspecify.annotations.NullMarked;
