/**
 * The commands of kubectl that make a change, and those that undo it.
 *
 * <p>Entry type: {@link dev.zonec.response.command.Commands}. Input: a change, and the pods that it
 * is about. Output: lines for a shell. Decides: the order, so that no pod is selected by nothing
 * between two commands.
 */
@NullMarked
package dev.zonec.response.command;

import org.jspecify.annotations.NullMarked;
