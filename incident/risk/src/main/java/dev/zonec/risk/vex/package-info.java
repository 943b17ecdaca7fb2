/**
 * Reads OpenVEX documents and applies them.
 *
 * <p>Entry type: {@link dev.zonec.risk.vex.VexStatements}. Input: JSON, and vulnerabilities.
 * Output: the statement that excludes a vulnerability. Decides: which product is an image or a
 * package of it.
 */
@NullMarked
package dev.zonec.risk.vex;

import org.jspecify.annotations.NullMarked;
