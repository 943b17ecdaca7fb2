/**
 * Reads JSON of any size.
 *
 * <p>Entry type: {@link dev.zonec.risk.json.JsonCursor}. Input: bytes. Output: values, one after
 * the other. Decides: what is not well formed.
 */
@NullMarked
package dev.zonec.risk.json;

import org.jspecify.annotations.NullMarked;
