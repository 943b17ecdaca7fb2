/**
 * Changes of a cluster: objects that are added, policies whose subject is narrowed, and labels of
 * pods that change.
 *
 * <p>Entry type: {@link dev.zonec.response.change.Change}. Input: a world. Output: the world after
 * the change. New objects are read back from the text that the user receives. Decides: nothing.
 */
@NullMarked
package dev.zonec.response.change;

import org.jspecify.annotations.NullMarked;
