/**
 * The results of the job.
 *
 * <p>Entry type: {@link dev.zonec.stream.result.MergedResults}. Input: the rows of groups of
 * sources, and the reports of readers. Output: the result of one analysis. Decides: which rows are
 * shared if there are too many.
 */
@NullMarked
package dev.zonec.stream.result;

import org.jspecify.annotations.NullMarked;
