/**
 * What the flows of a job are compared with, on every machine that needs it.
 *
 * <p>Entry type: {@link dev.zonec.stream.inputs.CarriedInputs}. Input: a request that names files.
 * Output: their contents, which travel with the job, and from them the step that judges flows.
 */
@NullMarked
package dev.zonec.stream.inputs;

import org.jspecify.annotations.NullMarked;
