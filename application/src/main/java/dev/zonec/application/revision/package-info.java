/**
 * Finds the files of the two revisions of a comparison.
 *
 * <p>Entry type: {@link dev.zonec.application.revision.Revisions}. Input: two folders, or two
 * commits of a Git repository. Output: a folder for each revision, with the names of its files in
 * messages. Decides: which commits a range names, and whether the files of a folder are tracked.
 * Only this package uses JGit. It reads the object store and changes neither the repository nor the
 * working tree.
 */
@NullMarked
package dev.zonec.application.revision;

import org.jspecify.annotations.NullMarked;
