/**
 * Writes a configuration file, and a first program where there is none, from what a repository
 * contains.
 *
 * <p>Entry type: {@link dev.zonec.application.init.Init}. Input: a folder. Output: the texts of the
 * files to write. Decides: which folders contain the program and the manifests, and what a first
 * program says.
 */
@NullMarked
package dev.zonec.application.init;

import org.jspecify.annotations.NullMarked;
