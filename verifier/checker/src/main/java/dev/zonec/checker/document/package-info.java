/**
 * The claims of a certificate, read from {@code certificate.json} (spec/certificates.md). Reading
 * is strict: a field that is missing, unknown or of another type is a problem.
 *
 * <p>Entry type: {@link dev.zonec.checker.document.ClaimReader}.
 */
@NullMarked
package dev.zonec.checker.document;

import org.jspecify.annotations.NullMarked;
