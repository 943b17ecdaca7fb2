/**
 * Reads the texts of a program and of manifests, so that they can be shown and changed in memory.
 *
 * <p>Entry type: {@link dev.zonec.application.workspace.OpenWorkspace}. Input: requests. Output:
 * the texts that the same requests read from files. Decides: which files these are.
 */
@NullMarked
package dev.zonec.application.workspace;

import org.jspecify.annotations.NullMarked;
