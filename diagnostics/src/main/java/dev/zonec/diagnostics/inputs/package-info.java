/**
 * Opens inputs, and records what a run reads, so that it can be repeated when an input changes.
 *
 * <p>Entry type: {@link dev.zonec.diagnostics.inputs.ReadPaths}. Readers of files and folders
 * record each path; nothing is recorded unless somebody asked for it.
 */
@NullMarked
package dev.zonec.diagnostics.inputs;

import org.jspecify.annotations.NullMarked;
