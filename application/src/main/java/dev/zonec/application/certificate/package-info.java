/**
 * Writes and checks certificates of proofs (spec/certificates.md).
 *
 * <p>Entry types: {@link dev.zonec.application.certificate.WriteCertificate} and {@link
 * dev.zonec.application.certificate.CheckCertificate}. Input: a verification, or a certificate and
 * the inputs that it is about. Output: the files of a certificate, or whether it is confirmed.
 */
@NullMarked
package dev.zonec.application.certificate;

import org.jspecify.annotations.NullMarked;
