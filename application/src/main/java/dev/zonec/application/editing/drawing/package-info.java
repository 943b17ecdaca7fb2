/**
 * Draws the program of an editor.
 *
 * <p>Entry type: {@link dev.zonec.application.editing.drawing.EditedGraph}. Input: the state of a
 * program. Output: its graph, or the reasons why it cannot be drawn.
 */
@NullMarked
package dev.zonec.application.editing.drawing;

import org.jspecify.annotations.NullMarked;
