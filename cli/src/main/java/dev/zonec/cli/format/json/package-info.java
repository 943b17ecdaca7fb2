/**
 * Writes reports as JSON, and as lines of JSON.
 *
 * <p>Entry type: {@link dev.zonec.cli.format.json.JsonReport}. Input: a report. Output: the
 * documents that {@code spec/schema/report-1.schema.json} describes.
 */
@NullMarked
package dev.zonec.cli.format.json;

import org.jspecify.annotations.NullMarked;
