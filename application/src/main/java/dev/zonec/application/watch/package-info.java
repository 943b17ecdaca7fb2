/**
 * Waits until an input of a run changes.
 *
 * <p>Entry type: {@link dev.zonec.application.watch.InputWatch}. Input: the files and folders that
 * a run has read. Output: the files that changed.
 */
@NullMarked
package dev.zonec.application.watch;

import org.jspecify.annotations.NullMarked;
