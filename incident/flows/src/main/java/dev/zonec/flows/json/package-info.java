/**
 * Selected fields of JSON objects, read as a stream.
 *
 * <p>Entry type: {@link dev.zonec.flows.json.FieldReader}. Input: a line, or a parser at an object.
 * Output: the values of the fields that a reader asked for; everything else is skipped without a
 * copy.
 */
@NullMarked
package dev.zonec.flows.json;

import org.jspecify.annotations.NullMarked;
